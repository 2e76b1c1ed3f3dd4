/**
 * The search dialog: a combobox over the list of results. The focus stays in the input; arrows choose
 * a result, Enter follows it, Escape closes.
 */
import { connect } from './results.ts';

const dialog = document.createElement('dialog');
dialog.className = 'search-dialog';
dialog.ariaLabel = 'Search the handbook';
const form = document.createElement('form');
const input = document.createElement('input');
// Not "search": in that, Escape would empty the field before it closes the dialog.
input.type = 'text';
input.inputMode = 'search';
input.role = 'combobox';
input.ariaLabel = 'Search the handbook in your own words';
input.placeholder = 'Ask it in your own words';
input.autocomplete = 'off';
input.ariaAutoComplete = 'list';
input.ariaExpanded = 'false';
input.setAttribute('aria-controls', '_search-results');
const holder = document.createElement('div');
form.append(input);
dialog.append(form, holder);
document.body.append(dialog);

const results = connect(input, holder, () => choose(-1));
const list = holder.querySelector('ol');
if (list) {
  list.id = '_search-results';
  list.role = 'listbox';
  list.ariaLabel = 'Sections';
}

let chosen = -1;

/** Marks one of the results as the one that Enter follows; -1 marks none. */
function choose(index: number): void {
  chosen = index;
  results.links().forEach((link, i) => {
    link.ariaSelected = String(i === index);
    if (i !== index) return;
    input.setAttribute('aria-activedescendant', link.id);
    link.scrollIntoView({ block: 'nearest' });
  });
  if (index < 0) input.removeAttribute('aria-activedescendant');
}

// The whole item of a result is an option of the listbox; the link in it says what it is.
new MutationObserver(() => {
  results.links().forEach((link, index) => {
    link.id = `_result-${index}`;
    link.role = 'option';
    link.tabIndex = -1;
    if (link.parentElement) link.parentElement.role = 'presentation';
  });
  input.ariaExpanded = String(results.links().length > 0);
  choose(-1);
}).observe(holder, { childList: true, subtree: true });

input.addEventListener('keydown', (event) => {
  const links = results.links();
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    // One more than the results: past either end, the input itself is chosen.
    const stops = links.length + 1;
    choose(((chosen + 1 + step + stops) % stops) - 1);
  } else if (event.key === 'Enter' && chosen >= 0) {
    event.preventDefault();
    // With the keys that open a link elsewhere, it opens there.
    const { ctrlKey, metaKey, shiftKey } = event;
    links[chosen]?.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
    );
  }
});

dialog.addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest('a');
  if (!link) return;
  // An answer on this very page is arrived at without leaving it.
  if (link.pathname === location.pathname && link.search === location.search) dialog.close();
  // Back returns to the results: the page remembers what was asked when it is left for an answer.
  else history.replaceState({ search: input.value }, '');
});
dialog.addEventListener('pointerdown', ({ target, clientX, clientY }) => {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const beside = clientX < left || clientX > right || clientY < top || clientY > bottom;
  if (target === dialog && beside) dialog.close();
});
dialog.addEventListener('close', () => history.replaceState(null, ''));

/** Opens the dialog, with the answers to a query if there is one. */
export function openSearch(query = ''): void {
  if (!dialog.open) dialog.showModal();
  if (query) {
    input.value = query;
    results.run();
  }
  input.select();
}
