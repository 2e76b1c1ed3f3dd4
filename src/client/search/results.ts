/** Shows the answers to what is typed, in the search page and in the dialog alike. */
import { ask, type Found, type FoundBeside, load } from './engine.ts';

/** A pause in typing, in milliseconds, after which an answer is worth fetching. */
const PAUSE = 120;

type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';

export interface Results {
  /** The links to the sections that are shown, best first. */
  links(): HTMLAnchorElement[];
  /** Answers the query that stands in the input. */
  run(): Promise<void>;
}

/**
 * Connects an input with the element that holds its results.
 *
 * @param input where the reader types
 * @param holder the element with `data-search-state`, in which the answers are shown
 * @param onQuery called with each query that is asked, the empty one too
 */
export function connect(
  input: HTMLInputElement,
  holder: HTMLElement,
  onQuery: (query: string) => void,
): Results {
  const status = document.createElement('p');
  status.role = 'status';
  status.dataset.searchStatus = '';
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.dataset.searchRetry = '';
  retry.textContent = 'Try again';
  const beside = document.createElement('p');
  beside.dataset.searchBeside = '';
  const list = document.createElement('ol');
  list.dataset.searchResults = '';
  holder.append(status, retry, beside, list);

  function show(
    state: State,
    message: string,
    sections: Found[] = [],
    others: FoundBeside[] = [],
  ): void {
    holder.dataset.searchState = state;
    status.textContent = message;
    retry.hidden = state !== 'error';
    beside.hidden = others.length === 0;
    beside.replaceChildren(...others.flatMap(toLink));
    list.replaceChildren(...sections.map(toItem));
  }

  let latest = 0;
  async function run(): Promise<void> {
    latest += 1;
    const mine = latest;
    const query = input.value.trim();
    onQuery(query);
    if (!query) {
      show('idle', '');
      return;
    }
    holder.dataset.searchState = 'loading';
    try {
      const { sections, others, total } = await ask(query);
      if (mine !== latest) return;
      if (total === 0) {
        const message = `No section has all of these words: ${query}. Try fewer, or others.`;
        show('empty', message, [], others);
      } else {
        show('done', total === 1 ? '1 section' : `${total} sections`, sections, others);
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
  // What goes wrong here is told when a question is asked.
  input.addEventListener('focus', () => load().catch(() => {}), { once: true });
  retry.addEventListener('click', () => {
    // The button goes away with the answer, and would take the focus along.
    input.focus();
    run();
  });
  show('idle', '');

  return { run, links: () => [...list.querySelectorAll('a')] };
}

/** What is found beside the sections, as a link after what it is. */
function toLink({ href, title, kind }: FoundBeside): (Node | string)[] {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  const item = document.createElement('span');
  item.append(`${kind}: `, link);
  return [item, ' '];
}

function toItem({ href, title, place, excerpt }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.dataset.searchResult = '';
  link.textContent = title;
  const where = document.createElement('p');
  where.dataset.searchPlace = '';
  where.textContent = place;
  const passage = document.createElement('p');
  passage.dataset.searchExcerpt = '';
  // Pagefind hands over text with the words that were found in <mark>; parsed, and never run.
  const { childNodes } = new DOMParser().parseFromString(excerpt, 'text/html').body;
  passage.append('… ', ...childNodes, ' …');
  item.append(link, where, passage);
  return item;
}
