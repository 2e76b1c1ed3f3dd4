/** Asks Pagefind. It and its index are fetched with the first question, not before. */

/** As many as a reader looks through; a query whose answer is not among these needs other words. */
const MOST_RESULTS = 20;
/** As many as fit beside them. */
const MOST_OTHERS = 3;

/** A section that answers. */
export interface Found {
  /** Its address, with the words to highlight. */
  href: string;
  title: string;
  /** Its part and chapter. */
  place: string;
  /** What it says about the words, as HTML with the words in `<mark>`. */
  excerpt: string;
}

/** Something else that is found: a term, a pathway, a row of the comparison, a disagreement. */
export interface FoundBeside {
  href: string;
  title: string;
  kind: string;
}

export interface Answer {
  /** The best of them, best first. */
  sections: Found[];
  others: FoundBeside[];
  /** How many there are in all. */
  total: number;
}

interface Pagefind {
  search(
    query: string,
    options: { filters: { kind: 'section' | 'other' } },
  ): Promise<{ results: { data(): Promise<PagefindResult> }[] }>;
}

interface PagefindResult {
  url: string;
  excerpt: string;
  meta: { title: string; chapter: string; part: string; kind: string };
}

/** Pagefind finds nothing in a piece of its index that it could not fetch, and tells the console alone. */
let incomplete = false;
const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  try {
    const response = await fetch(...request);
    incomplete ||= !response.ok;
    return response;
  } catch (error) {
    incomplete = true;
    throw error;
  }
};

let attempts = 0;
let pagefind: Promise<Pagefind> | undefined;

/** Fetches Pagefind once. After a failure the next call tries again, at an address that no cache has seen fail. */
export function load(): Promise<Pagefind> {
  pagefind ??= (async () => {
    const again = attempts > 0 ? `?attempt=${attempts}` : '';
    attempts += 1;
    const address = `${import.meta.env.BASE_URL}pagefind/pagefind.js${again}`;
    const { createInstance } = await import(/* @vite-ignore */ address);
    // A worker would cost another round trip, and the index is small.
    return createInstance({ noWorker: true, excerptLength: 28 });
  })();
  const loading = pagefind;
  loading.catch(() => {
    if (pagefind === loading) pagefind = undefined;
  });
  return loading;
}

/**
 * The sections that answer a query.
 *
 * @throws {Error} where Pagefind or its index can't be fetched
 */
export async function ask(query: string): Promise<Answer> {
  incomplete = false;
  try {
    const pagefind = await load();
    const find = async (kind: 'section' | 'other', most: number) => {
      const { results } = await pagefind.search(query, { filters: { kind } });
      const best = await Promise.all(results.slice(0, most).map((result) => result.data()));
      return { total: results.length, best };
    };
    const [sections, others] = [
      await find('section', MOST_RESULTS),
      await find('other', MOST_OTHERS),
    ];
    if (incomplete) throw new Error('A piece of the index is missing.');
    return {
      total: sections.total,
      sections: sections.best.map((result) => toFound(result, query)),
      others: others.best.map(({ url, meta }) => ({
        href: url,
        title: meta.title,
        kind: meta.kind,
      })),
    };
  } catch (error) {
    // What has failed once stays broken: the next question begins anew.
    pagefind = undefined;
    throw error;
  }
}

function toFound({ url, excerpt, meta }: PagefindResult, query: string): Found {
  const address = new URL(url, location.href);
  address.searchParams.set('highlight', query);
  return {
    href: address.pathname + address.search + address.hash,
    title: meta.title,
    place: `${meta.part} · ${meta.chapter}`,
    excerpt,
  };
}
