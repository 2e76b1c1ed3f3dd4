/** Shows the answers to what is typed, in the search page and in the dialog alike. */
import { queryTokens, rootOf, tokensOf } from '../../handbook/search/tokens.ts';
import { type Answer, ask, type Found, type FoundBeside, load } from './engine.ts';

/** A pause in typing, in milliseconds, after which an answer is worth having: shorter than most between two keys. */
const PAUSE = 40;

/** What leads over to the links below, where no section is found and something else is. */
const NO_SECTION = 'No section has these words. There is this instead:';
/** What to try where no word of a query is one of the book's. */
const NOTHING =
  'Nothing in the book has these words. Try a word for what it is about, such as “promotion” or “conflict”, or look into the topics and the questions.';

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
  const mended = document.createElement('p');
  mended.dataset.searchMended = '';
  const beside = document.createElement('p');
  beside.dataset.searchBeside = '';
  const list = document.createElement('ol');
  list.dataset.searchResults = '';
  holder.append(status, retry, mended, beside, list);

  function show(state: State, message: string, query = '', answer?: Answer): void {
    holder.dataset.searchState = state;
    // Which query it is that has been answered, for whoever waits for it.
    holder.dataset.searchAnswered = query;
    status.textContent = message;
    retry.hidden = state !== 'error';
    mended.hidden = !answer?.mended.length;
    mended.replaceChildren(...(answer ? toWayBack(answer.mended, takeAsTyped) : []));
    beside.hidden = !answer?.beside.length;
    beside.replaceChildren(...(answer?.beside ?? []).flatMap(toLink));
    list.replaceChildren(
      ...(answer?.sections ?? []).map((found) => toItem(found, answer?.asked ?? '')),
    );
  }

  // Each of the two buttons goes away with the answer, and would take the focus along.
  function takeAsTyped(): void {
    input.focus();
    run(true);
  }

  let latest = 0;
  async function run(exact = false): Promise<void> {
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
      const answer = await ask(query, exact);
      if (mine !== latest) return;
      const { length } = answer.sections;
      if (length > 0)
        show('done', length === 1 ? '1 section' : `The ${length} nearest sections`, query, answer);
      else if (answer.beside.length > 0) show('empty', NO_SECTION, query, answer);
      else show('empty', NOTHING, query, answer);
    } catch {
      if (mine !== latest) return;
      show('error', 'The search could not be loaded. The connection may be down.', query);
    }
  }

  let pause: ReturnType<typeof setTimeout>;
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => run(), PAUSE);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    run();
  });
  // What goes wrong here is told when a question is asked.
  input.addEventListener('focus', () => load().catch(() => {}), { once: true });
  retry.addEventListener('click', () => {
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

/** Which words were taken for others, and a button that takes them as they were typed. */
function toWayBack(mended: Answer['mended'], takeAsTyped: () => void): (Node | string)[] {
  if (mended.length === 0) return [];
  const typed = mended.map((one) => `“${one.typed}”`).join(', ');
  const words = mended.map(({ word }) => `“${word}”`).join(', ');
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = `Search for ${typed}`;
  back.addEventListener('click', takeAsTyped);
  return [`Showing results for ${words} instead of ${typed}. `, back];
}

function toItem({ href, title, place, point, question }: Found, query: string): HTMLLIElement {
  const roots = new Set(queryTokens(query).map(rootOf));
  const paragraph = (name: string, text: string) => {
    const element = document.createElement('p');
    element.dataset[name] = '';
    element.append(...mark(text, roots));
    return element;
  };
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.dataset.searchResult = '';
  link.textContent = title;
  item.append(link, paragraph('searchPlace', place));
  if (question) item.append(paragraph('searchQuestion', question));
  item.append(paragraph('searchExcerpt', point));
  return item;
}

/** A text with the words that a query asked for in `<mark>`. */
function mark(text: string, roots: ReadonlySet<string>): (Node | string)[] {
  return text.split(/(?<=\P{L})(?=\p{L})|(?<=\p{L})(?=\P{L})/u).map((piece) => {
    const [token] = tokensOf(piece);
    if (token === undefined || !roots.has(rootOf(token))) return piece;
    const marked = document.createElement('mark');
    marked.textContent = piece;
    return marked;
  });
}
