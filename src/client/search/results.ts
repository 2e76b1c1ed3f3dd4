/** Shows the answers to what is typed, in the search page and in the dialog alike. */
import { PAGES } from '../../handbook/address.ts';
import type { Filter } from '../../handbook/search/search.ts';
import styles from '../../styles/search.css?inline';
import { adopt } from '../adopt.ts';
import { type Answer, ask, type FoundBeside, load } from './engine.ts';
import { createFilters } from './filters.ts';
import { link } from './link.ts';
import { keepSearch } from './recent.ts';
import { createRecentList } from './recent-list.ts';
import { toResult } from './result.ts';

/** A pause in typing, in milliseconds, after which an answer is worth having: shorter than most between two keys. */
const PAUSE = 40;

/** As many sections as are shown at first, and as many as each "more" adds. */
const PAGE = 12;

/** What leads over to the links below, where no section is found and something else is. */
const NO_SECTION = 'No section has these words. There is this instead:';
/** Where no word of a query is one of the book's. */
const NOTHING = 'Nothing in the book has these words.';
/** Where what is chosen to narrow it down leaves nothing. */
const NOTHING_LEFT = 'No section that has these words fits what you chose.';

adopt(styles);

type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';

export interface Results {
  /** The links to the sections that are shown, best first. */
  links(): HTMLAnchorElement[];
  /** Answers the query that stands in the input, narrowed down if a filter is given. */
  run(filter?: Filter): Promise<void>;
}

/**
 * Connects an input with the element that holds its results.
 *
 * @param input where the reader types
 * @param holder the element with `data-search-state`, in which the answers are shown
 * @param onQuery called with each query that is asked, the empty one too, and what it is narrowed down to
 */
export function connect(
  input: HTMLInputElement,
  holder: HTMLElement,
  onQuery: (query: string, filter: Filter) => void,
): Results {
  const status = document.createElement('p');
  status.role = 'status';
  status.dataset.searchStatus = '';
  const retry = createButton('Try again', () => {
    input.focus();
    run();
  });
  retry.dataset.searchRetry = '';
  const help = document.createElement('p');
  help.dataset.searchHelp = '';
  help.append(...toHelp());
  const mended = document.createElement('p');
  mended.dataset.searchMended = '';
  const beside = document.createElement('p');
  beside.dataset.searchBeside = '';
  const list = document.createElement('ol');
  list.dataset.searchResults = '';
  const more = createButton('Show more', () => {
    const next = list.children.length;
    answer({ most: most + PAGE }).then(() => list.querySelectorAll('a')[next]?.focus());
  });
  more.dataset.searchMore = '';
  const filters = createFilters(() => answer({ most: PAGE }));
  const recent = createRecentList(
    (query) => {
      input.value = query;
      input.focus();
      run();
    },
    () => input.focus(),
  );
  holder.append(status, retry, help, mended, filters.element, beside, list, more, recent.element);

  function show(state: State, message: string, query = '', found?: Answer): void {
    holder.dataset.searchState = state;
    // Which query it is that has been answered, for whoever waits for it.
    holder.dataset.searchAnswered = query;
    status.textContent = message;
    retry.hidden = state !== 'error';
    help.hidden = message !== NOTHING;
    mended.hidden = !found?.mended.length;
    mended.replaceChildren(...(found ? toWayBack(found.mended, takeAsTyped) : []));
    filters.show(found);
    beside.hidden = !found?.beside.length;
    beside.replaceChildren(...(found?.beside ?? []).flatMap(toLink));
    list.replaceChildren(
      ...(found?.sections ?? []).map((section) => toResult(section, found?.asked ?? '')),
    );
    more.hidden = !found || found.total <= found.sections.length;
    recent.show(state === 'idle');
  }

  // The button goes away with the answer, and would take the focus along.
  function takeAsTyped(): void {
    input.focus();
    answer({ most: PAGE, asTyped: true });
  }

  let latest = 0;
  let most = PAGE;
  let exact = false;

  /** @param asTyped whether the words are taken as they were typed; what isn't said stays as it was */
  async function answer({ most: shown = most, asTyped = exact }): Promise<void> {
    latest += 1;
    const mine = latest;
    [most, exact] = [shown, asTyped];
    const query = input.value.trim();
    onQuery(query, filters.value());
    if (!query) {
      show('idle', '');
      return;
    }
    holder.dataset.searchState = 'loading';
    try {
      const found = await ask(query, most, filters.value(), exact);
      if (mine !== latest) return;
      if (found.sections.length > 0) show('done', countOf(found), query, found);
      else if (found.beside.length > 0) show('empty', NO_SECTION, query, found);
      else if (Object.keys(filters.value()).length > 0) show('empty', NOTHING_LEFT, query, found);
      else show('empty', NOTHING, query, found);
    } catch {
      if (mine !== latest) return;
      show('error', 'The search could not be loaded. The connection may be down.', query);
    }
  }

  /** Answers what is typed, from the beginning of the list. */
  async function run(filter = filters.value()): Promise<void> {
    filters.choose(filter);
    await answer({ most: PAGE, asTyped: false });
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
    if (input.value.trim()) keepSearch(input.value.trim());
  });
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) keepSearch(input.value.trim());
  });
  // What goes wrong here is told when a question is asked.
  input.addEventListener('focus', () => load().catch(() => {}), { once: true });
  show('idle', '');

  return { run, links: () => [...list.querySelectorAll('a')] };
}

function createButton(text: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

/** `1 section`, `7 sections`, `The 12 nearest of 40 sections` */
function countOf({ sections, total }: Answer): string {
  if (total > sections.length) return `The ${sections.length} nearest of ${total} sections`;
  return total === 1 ? '1 section' : `${total} sections`;
}

/** What to try where nothing fits. */
function toHelp(): (Node | string)[] {
  const place = (path: string, text: string) => {
    const element = document.createElement('a');
    element.href = link(path);
    element.textContent = text;
    return element;
  };
  return [
    'Try a word for what it is about, such as “promotion” or “conflict”, or look into ',
    place(PAGES.topics, 'the topics'),
    ' and ',
    place(PAGES.questions, 'the questions of other readers'),
    '.',
  ];
}

/** What is found beside the sections, as a link after what it is. */
function toLink({ href, title, kind }: FoundBeside): (Node | string)[] {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = title;
  const item = document.createElement('span');
  item.append(`${kind}: `, element);
  return [item, ' '];
}

/** Which words were taken for others, and a button that takes them as they were typed. */
function toWayBack(mended: Answer['mended'], takeAsTyped: () => void): (Node | string)[] {
  if (mended.length === 0) return [];
  const typed = mended.map((one) => `“${one.typed}”`).join(', ');
  const words = mended.map(({ word }) => `“${word}”`).join(', ');
  return [
    `Showing results for ${words} instead of ${typed}. `,
    createButton(`Search for ${typed}`, takeAsTyped),
  ];
}
