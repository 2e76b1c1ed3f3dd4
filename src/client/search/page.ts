/** The search page: answers the query of its address on load, and keeps the address to what is typed. */
import { connect } from './results.ts';

const input = document.querySelector<HTMLInputElement>('[data-search-input]');
const holder = document.querySelector<HTMLElement>('[data-search]');
if (!input || !holder) throw new Error('the search page has no input, or nowhere to show results');

const { run } = connect(input, holder, (query) => {
  const address = new URL(location.href);
  if (query) address.searchParams.set('q', query);
  else address.searchParams.delete('q');
  history.replaceState(null, '', address);
});

input.value = new URLSearchParams(location.search).get('q') ?? '';
if (input.value) run();
