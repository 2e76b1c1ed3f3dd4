/** Asks Pagefind. It, its index and the lexicon are fetched with the first question, not before. */
import type { Lexicon } from '../../handbook/search/lexicon.ts';
import { type Postings, rank } from '../../handbook/search/rank.ts';
import { queryTokens, rootOf, tokensOf } from '../../handbook/search/tokens.ts';
import {
  prepare,
  type Understanding,
  understand,
  type Words,
} from '../../handbook/search/understand.ts';

/** As many as are fetched: sections, and what is shown beside them. */
const MOST_RESULTS = 12;
/** As many as fit beside the sections. */
const MOST_BESIDE = 3;

/** A section that answers. */
export interface Found {
  /** Its address, with the words to highlight. */
  href: string;
  title: string;
  /** Its part and chapter. */
  place: string;
  /** The sentence that carries its point. */
  point: string;
  /** The question of a reader that it answers, where that is near what was asked. */
  question: string | undefined;
}

/** Something else that is found: a term, a pathway, a row of the comparison, a disagreement. */
export interface FoundBeside {
  href: string;
  title: string;
  kind: string;
}

export interface Answer {
  /** Best first. */
  sections: Found[];
  beside: FoundBeside[];
  /** The query with its mistakes mended. */
  asked: string;
  /** Words that were taken for others. */
  mended: Understanding['mended'];
}

interface Pagefind {
  search(word: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  id: string;
  /** Where in the text the word stands. */
  words: number[];
  data(): Promise<{ url: string; meta: Record<string, string> }>;
}

interface Engine {
  pagefind: Pagefind;
  words: Words;
  postings: Map<string, Postings>;
  results: Map<string, PagefindResult>;
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
let engine: Promise<Engine> | undefined;

/** Fetches the engine once. After a failure the next call tries again, at an address that no cache has seen fail. */
export function load(): Promise<Engine> {
  engine ??= (async () => {
    const again = attempts > 0 ? `?attempt=${attempts}` : '';
    attempts += 1;
    const base = import.meta.env.BASE_URL;
    const [lexicon, { createInstance }] = await Promise.all([
      fetch(`${base}search/lexicon.json${again}`).then(
        (response): Promise<Lexicon> => response.json(),
      ),
      import(/* @vite-ignore */ `${base}pagefind/pagefind.js${again}`),
    ]);
    return {
      // A worker would cost another round trip, and the index is small.
      pagefind: await createInstance({ noWorker: true }),
      words: prepare(lexicon),
      postings: new Map(),
      results: new Map(),
    };
  })();
  const loading = engine;
  loading.catch(() => {
    if (engine === loading) engine = undefined;
  });
  return loading;
}

/**
 * The sections that answer a query.
 *
 * @param exact whether the words are to be taken as they were typed
 * @throws {Error} where the engine or its index can't be fetched
 */
export async function ask(query: string, exact = false): Promise<Answer> {
  incomplete = false;
  try {
    const loaded = await load();
    const { concepts, mended } = understand(query, loaded.words, exact);
    const words = concepts.flatMap((concept) => concept.flatMap((variant) => variant.words));
    await Promise.all([...new Set(words)].map((word) => lookUp(word, loaded)));
    const ranked = rank(concepts, loaded.postings, loaded.words.total);
    const best = await Promise.all(
      ranked.slice(0, MOST_RESULTS).map((id) => loaded.results.get(id)?.data()),
    );
    if (incomplete) throw new Error('A piece of the index is missing.');
    const found = best.filter((result) => result !== undefined);
    const asked = mended.reduce(
      (text, { typed, word }) => text.replace(new RegExp(typed, 'iu'), word),
      query,
    );
    return {
      sections: found.filter(({ meta }) => !meta.kind).map((result) => toFound(result, asked)),
      beside: found
        .filter(({ meta }) => meta.kind)
        .slice(0, MOST_BESIDE)
        .map(({ url, meta }) => ({ href: url, title: meta.title ?? '', kind: meta.kind ?? '' })),
      asked,
      mended,
    };
  } catch (error) {
    // What has failed once stays broken: the next question begins anew.
    engine = undefined;
    throw error;
  }
}

/** Takes down where a word stands, once. */
async function lookUp(word: string, { pagefind, postings, results }: Engine): Promise<void> {
  if (postings.has(word)) return;
  const found = await pagefind.search(word);
  postings.set(
    word,
    new Map(
      found.results
        .filter(({ words }) => words.length > 0)
        .map((result) => {
          results.set(result.id, result);
          return [result.id, result.words.length];
        }),
    ),
  );
}

function toFound({ url, meta }: Awaited<ReturnType<PagefindResult['data']>>, query: string): Found {
  const address = new URL(url, location.href);
  address.searchParams.set('highlight', query);
  return {
    href: address.pathname + address.search + address.hash,
    title: meta.title ?? '',
    place: meta.place ?? '',
    point: meta.point ?? '',
    question: nearest((meta.questions ?? '').split('\n'), query),
  };
}

/** The question that has most of a query's words, where that is more than one of them, or all. */
function nearest(questions: string[], query: string): string | undefined {
  const asked = new Set(queryTokens(query).map(rootOf));
  const shared = (question: string) =>
    new Set(
      tokensOf(question)
        .map(rootOf)
        .filter((root) => asked.has(root)),
    ).size;
  const [best] = questions
    .map((question) => ({ question, count: shared(question) }))
    .sort((a, b) => b.count - a.count);
  return best && best.count >= Math.min(2, asked.size) && best.count > 0
    ? best.question
    : undefined;
}
