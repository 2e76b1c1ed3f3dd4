/** Answers queries. The index is fetched with the first question, not before, and only what holds its words. */
import type { IndexPieces } from '../../handbook/search/index-reader.ts';
import { type FacetCounts, type Filter, search } from '../../handbook/search/search.ts';
import type { IndexHead } from '../../handbook/search/search-index.ts';
import { createThesaurus, type Thesaurus } from '../../handbook/search/thesaurus.ts';
import { subjectOf } from '../../handbook/search/tokens.ts';
import type { Understanding } from '../../handbook/search/understand.ts';
import { openIndex } from './index-files.ts';
import { link } from './link.ts';

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
  /** Best first, as many as were asked for. */
  sections: Found[];
  /** How many sections answer in all. */
  total: number;
  beside: FoundBeside[];
  /** How many sections each value of a facet would leave, and what the values are called. */
  counts: FacetCounts;
  values: IndexHead['values'];
  /** The query with its mistakes mended. */
  asked: string;
  /** Words that were taken for others. */
  mended: Understanding['mended'];
}

interface Engine {
  index: IndexPieces;
  thesaurus: Thesaurus;
}

let engine: Promise<Engine> | undefined;

/** Fetches what every search needs, once. After a failure the next call tries again. */
export function load(): Promise<Engine> {
  engine ??= openIndex().then((index) => ({ index, thesaurus: createThesaurus(index.head) }));
  const loading = engine;
  loading.catch(() => {
    if (engine === loading) engine = undefined;
  });
  return loading;
}

/**
 * The sections that answer a query.
 *
 * @param most how many sections to show at most
 * @param filter what they are narrowed down to
 * @param exact whether the words are to be taken as they were typed
 * @throws {Error} where the index or a piece of it can't be fetched
 */
export async function ask(
  query: string,
  most: number,
  filter: Filter,
  exact = false,
): Promise<Answer> {
  try {
    const { index, thesaurus } = await load();
    const { sections, beside, counts, mended, stems } = await search(query, index, thesaurus, {
      filter,
      exact,
    });
    const asked = mended.reduce(
      (text, { typed, word }) =>
        text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${typed}(?![\\p{L}\\p{N}])`, 'giu'), word),
      query,
    );
    const [shown, others] = await Promise.all([
      Promise.all(sections.slice(0, most).map(index.record)),
      Promise.all(beside.slice(0, MOST_BESIDE).map(index.record)),
    ]);
    return {
      sections: shown.map(({ path, title, place = '', point = '', questions = [] }) => ({
        href: addressOf(path, asked),
        title,
        place,
        point,
        question: nearest(questions, asked, stems),
      })),
      total: sections.length,
      beside: others.map(({ path, title, kind = '' }) => ({
        href: link(path),
        title,
        kind,
      })),
      counts,
      values: index.head.values,
      asked,
      mended,
    };
  } catch (error) {
    // What has failed once stays broken: the next question begins anew.
    engine = undefined;
    throw error;
  }
}

/** The address of a section, with the words to highlight. */
function addressOf(path: string, query: string): string {
  const address = new URL(link(path), location.href);
  address.searchParams.set('highlight', query);
  return address.pathname + address.search + address.hash;
}

/** The question that has most of what was looked for, where that is as much as two words of the query, or all of it. */
function nearest(
  questions: string[],
  query: string,
  stems: ReadonlySet<string>,
): string | undefined {
  const asked = new Set(subjectOf(query).map(({ stem }) => stem));
  const shared = (question: string) => {
    const words = new Set(subjectOf(question).map(({ stem }) => stem));
    return [...words].filter((stem) => stems.has(stem)).length;
  };
  const [best] = questions
    .map((question) => ({ question, count: shared(question) }))
    .sort((a, b) => b.count - a.count);
  const enough = Math.max(1, Math.min(2, asked.size));
  return best && best.count >= enough ? best.question : undefined;
}
