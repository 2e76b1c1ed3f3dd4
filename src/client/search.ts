/**
 * The search page: runs the query of the address on load, and what is typed as it is typed. Pagefind
 * and its index are fetched when the reader turns to search, not before.
 */

/** As many as a reader looks through; the words of a query that nobody finds in these need others. */
const MOST_RESULTS = 20;
/** A pause in typing, in milliseconds, after which an answer is worth fetching. */
const PAUSE = 120;

interface Result {
  url: string;
  excerpt: string;
  meta: { title: string; chapter: string; part: string };
}

interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<Result> }[] }>;
}

type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';

const find = <E extends Element>(name: string): E => {
  const element = document.querySelector<E>(`[data-search${name}]`);
  if (!element) throw new Error(`the page has no data-search${name}`);
  return element;
};

const search = find<HTMLElement>('');
const input = find<HTMLInputElement>('-input');
const status = find<HTMLElement>('-status');
const retry = find<HTMLButtonElement>('-retry');
const list = find<HTMLOListElement>('-results');

let attempts = 0;
let pagefind: Promise<Pagefind> | undefined;

/** Fetches Pagefind once. After a failure the next call tries again, at an address that no cache has seen fail. */
function load(): Promise<Pagefind> {
  pagefind ??= (async () => {
    const again = attempts > 0 ? `?attempt=${attempts}` : '';
    attempts += 1;
    const address = `${search.dataset.base}pagefind/pagefind.js${again}`;
    const { createInstance } = await import(/* @vite-ignore */ address);
    // A worker would cost another round trip, and the index is small.
    return createInstance({ noWorker: true, excerptLength: 28 });
  })();
  pagefind.catch(() => {
    pagefind = undefined;
  });
  return pagefind;
}

function show(state: State, message: string, items: Node[] = []): void {
  search.dataset.searchState = state;
  status.textContent = message;
  retry.hidden = state !== 'error';
  list.replaceChildren(...items);
}

function toItem({ url, excerpt, meta }: Result): Node {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.dataset.searchResult = '';
  link.textContent = meta.title;
  const place = document.createElement('p');
  place.dataset.searchPlace = '';
  place.textContent = `${meta.part} · ${meta.chapter}`;
  // Pagefind hands over text with the words that were found in <mark>; parsed, and never run.
  const passage = document.createElement('p');
  passage.dataset.searchExcerpt = '';
  const { childNodes } = new DOMParser().parseFromString(excerpt, 'text/html').body;
  passage.append('… ', ...childNodes, ' …');
  item.append(link, place, passage);
  return item;
}

let latest = 0;

async function run(): Promise<void> {
  latest += 1;
  const mine = latest;
  const query = input.value.trim();
  const address = new URL(location.href);
  if (query) address.searchParams.set('q', query);
  else address.searchParams.delete('q');
  history.replaceState(null, '', address);
  if (!query) {
    show('idle', '');
    return;
  }

  search.dataset.searchState = 'loading';
  try {
    const { results } = await (await load()).search(query);
    const found = await Promise.all(results.slice(0, MOST_RESULTS).map((result) => result.data()));
    if (mine !== latest) return;
    if (found.length === 0) {
      show('empty', `No section has all of these words: ${query}. Try fewer, or others.`);
    } else {
      const number = results.length === 1 ? '1 section' : `${results.length} sections`;
      show('done', number, found.map(toItem));
    }
  } catch {
    if (mine !== latest) return;
    show('error', 'The search could not be loaded. The connection may be down.');
  }
}

let pause: ReturnType<typeof setTimeout>;
input.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(run, PAUSE);
});
input.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  run();
});
input.addEventListener('focus', () => load().catch(() => {}), { once: true });
retry.addEventListener('click', run);

input.value = new URLSearchParams(location.search).get('q') ?? '';
if (input.value) run();
