/** The search page: answers the query of its address on load, and keeps the address to what is typed and chosen. */
import { FACETS } from '../../handbook/search/facets.ts';
import { connect } from './results.ts';

const input = document.querySelector<HTMLInputElement>('[data-search-input]');
const holder = document.querySelector<HTMLElement>('[data-search]');
if (!input || !holder) throw new Error('the search page has no input, or nowhere to show results');

const { run } = connect(input, holder, (query, filter) => {
  const address = new URL(location.href);
  const asked = { q: query, ...Object.fromEntries(FACETS.map((facet) => [facet, filter[facet]])) };
  for (const [name, value] of Object.entries(asked)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, '', address);
});

const asked = new URLSearchParams(location.search);
input.value = asked.get('q') ?? '';
if (input.value) {
  const chosen = FACETS.map((facet) => [facet, asked.get(facet)]).filter(([, value]) => value);
  run(Object.fromEntries(chosen));
}
