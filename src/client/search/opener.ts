/** What every page has of the search: the button and Ctrl or Cmd with K, which fetch the dialog and open it. */

import { fetchAhead } from '../ahead.ts';

const button = document.querySelector<HTMLElement>('[data-search-open]');

async function open(query?: string): Promise<void> {
  // The search page has an input of its own.
  if (document.querySelector('[data-search]')) {
    document.querySelector<HTMLElement>('[data-search-input]')?.focus();
  } else {
    try {
      // The button says where the index is.
      if (button) fetchAhead(button.dataset.searchOpen ?? '', 'fetch');
      (await import('./dialog.ts')).openSearch(query);
    } catch {
      // Out of reach: the browser says so better than we could.
      location.assign(`${import.meta.env.BASE_URL}search/`);
    }
  }
}

button?.addEventListener('click', () => open());
addEventListener('keydown', (event) => {
  const pressed = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!pressed || event.altKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

// Coming back from a result: the results are there again.
if (history.state?.search) open(history.state.search);
