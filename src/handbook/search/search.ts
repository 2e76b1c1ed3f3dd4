import { FACETS, type Facet, type SectionFacts } from './facets.ts';
import { type IndexPieces, postingsOf } from './index-reader.ts';
import { RANKING, rank } from './rank.ts';
import type { Thesaurus } from './thesaurus.ts';
import { queryTokens } from './tokens.ts';
import { conceptsOf, stemsOf, type Understanding, understand } from './understand.ts';

/** What a reader narrows a search down to, by the values' ids. What is left out is not narrowed. */
export type Filter = Partial<Record<Facet, string>>;

/** How many of the sections that a search found have each value, by the value's id. */
export type FacetCounts = Record<Facet, ReadonlyMap<string, number>>;

/** What a search found. */
export interface Findings {
  /** The numbers of sections, best first. */
  sections: number[];
  /** Those of what isn't a section; none where the search is narrowed down. */
  beside: number[];
  /** Of each facet: what the sections would be if the filter didn't narrow it. */
  counts: FacetCounts;
  /** Words that were taken for others. */
  mended: Understanding['mended'];
  /** The stems of the words that were looked for, synonyms and all. */
  stems: ReadonlySet<string>;
}

/** What a section's score has to be beside the best one's for it to be said to answer. */
const ANSWERS = 0.3;

interface SearchOptions {
  /** What the reader narrows it down to. */
  filter?: Filter;
  /** Whether the words are to be taken as they were typed. */
  exact?: boolean;
  ranking?: typeof RANKING;
}

/** Finds the sections that answer a query. */
export async function search(
  query: string,
  pieces: IndexPieces,
  thesaurus: Thesaurus,
  { filter = {}, exact = false, ranking = RANKING }: SearchOptions = {},
): Promise<Findings> {
  // Nearly always the words are what they seem to be: what holds them is fetched while that is found out.
  for (const stem of stemsOf(conceptsOf(queryTokens(query), thesaurus))) {
    postingsOf(stem, pieces).catch(() => {});
  }
  const { concepts, mended } = await understand(query, pieces, thesaurus, exact);
  const stems = stemsOf(concepts);
  const postings = new Map(
    await Promise.all(
      [...stems].map(async (stem) => [stem, await postingsOf(stem, pieces)] as const),
    ),
  );
  const { head } = pieces;
  const isSourced = (record: number) => head.sections[record]?.sourced ?? true;
  const ranked = rank(concepts, postings, head.records, isSourced, ranking);
  const isSection = ({ record }: { record: number }) => record < head.sections.length;
  const sections = ranked.filter(isSection);
  const least = ANSWERS * (sections[0]?.score ?? 0);
  const answers = sections.filter(({ score }) => score >= least).map(({ record }) => record);
  const those = (narrowed: Filter) =>
    answers.filter((record) => fits(head.sections[record], narrowed));
  const count = (facet: Facet) =>
    tally(
      those({ ...filter, [facet]: undefined }).flatMap(
        (record) => head.sections[record]?.facets[facet] ?? [],
      ),
    );
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return {
    sections: those(filter),
    beside: isNarrowed ? [] : ranked.filter((one) => !isSection(one)).map(({ record }) => record),
    counts: { part: count('part'), track: count('track'), topic: count('topic') },
    mended,
    stems,
  };
}

function fits(section: SectionFacts | undefined, filter: Filter): boolean {
  return FACETS.every((facet) => {
    const value = filter[facet];
    return value === undefined || section?.facets[facet].includes(value);
  });
}

function tally(values: string[]): Map<string, number> {
  const groups = Map.groupBy(values, (value) => value);
  return new Map([...groups].map(([value, group]) => [value, group.length]));
}
