/** Asks Pagefind. It and its index are fetched with the first question, not before. */

/** As many as a reader looks through; a query whose answer is not among these needs other words. */
const MOST_RESULTS = 20;

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

export interface Answer {
  /** The best of them, best first. */
  sections: Found[];
  /** How many there are in all. */
  total: number;
}

interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<PagefindResult> }[] }>;
}

interface PagefindResult {
  url: string;
  excerpt: string;
  meta: { title: string; chapter: string; part: string };
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
    const { results } = await (await load()).search(query);
    const best = await Promise.all(results.slice(0, MOST_RESULTS).map((result) => result.data()));
    if (incomplete) throw new Error('A piece of the index is missing.');
    return { total: results.length, sections: best.map((result) => toFound(result, query)) };
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
