/** What a reader has searched for lately: kept on their device alone, until they clear it, or not at all. */

const KEY = 'waymark-searches';
/** Stands in the place of the searches where the reader wants none kept. */
const OFF = 'off';
/** As many as a reader still knows why. */
const MOST = 6;

/** The latest searches, newest first; nothing where the reader wants none kept. */
export function recentSearches(): string[] | undefined {
  try {
    const stored = localStorage.getItem(KEY);
    if (stored === OFF) return undefined;
    const searches: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(searches) ? searches.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a search, unless the reader wants none kept. */
export function keepSearch(query: string): void {
  const searches = recentSearches();
  if (!searches) return;
  const others = searches.filter((one) => one.toLowerCase() !== query.toLowerCase());
  store(JSON.stringify([query, ...others].slice(0, MOST)));
}

/** Forgets every search. @param keepMore whether those to come are kept */
export function forgetSearches(keepMore: boolean): void {
  store(keepMore ? '[]' : OFF);
}

function store(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Where nothing may be stored, nothing is kept.
  }
}
