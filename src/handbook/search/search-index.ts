import type { Handbook } from '../handbook.ts';
import { TRACKS } from '../schema.ts';
import type { Facet, SectionFacts } from './facets.ts';
import { type Findable, otherRecords, type SearchRecord, sectionRecord } from './records.ts';
import type { WEIGHTS } from './section-words.ts';
import { subjectOf } from './tokens.ts';

/** Where a word stands: how often in which record, by the records' numbers. */
export type Postings = ReadonlyMap<number, number>;

/** What every search needs to know, served as one file: a few bytes a section, compressed, and the synonyms. */
export interface IndexHead {
  /** The first stem of each shard, in alphabetical order. */
  shards: string[];
  /** The first letters of the words for which there is a list of them. */
  letters: string;
  /** How many records there are: the sections first, then what is found beside them. */
  records: number;
  /** By the sections' numbers. */
  sections: SectionFacts[];
  /** What the values of each facet are called, in their order. */
  values: Record<Facet, { id: string; title: string }[]>;
  /** Groups of words and phrases that readers use for one another. */
  synonyms: string[][];
  /** Abbreviations and what they stand for. */
  abbreviations: [short: string, full: string][];
}

/** Some of the words and where each stands: by the stem, pairs of the distance from the record before and how often. */
export type Shard = Record<string, number[]>;

/** A search index: its head, and pieces of which a search needs the few that hold its words. */
export interface SearchIndex {
  head: IndexHead;
  shards: Shard[];
  /** The words of the book by their first letters, those that stand in most records first. */
  spellings: Map<string, string[]>;
  records: SearchRecord[];
}

/**
 * How many characters of JSON make a shard: some 2 KB compressed, so that a search for a word fetches
 * little that it doesn't need, and one for a whole sentence doesn't ask for hundreds of files.
 */
const SHARD_SIZE = 8_000;

/** Indexes the sections of a book, and what can be found beside them. */
export function createSearchIndex(book: Handbook, weights?: typeof WEIGHTS): SearchIndex {
  const sections = [...book.sections.values()];
  const findable = [
    ...sections.map((section) => sectionRecord(section, weights)),
    ...otherRecords(book),
  ];
  const shards = createShards(findable);
  const spellings = createSpellings(book);
  return {
    head: {
      shards: shards.map(([first]) => first?.[0] ?? ''),
      letters: [...spellings.keys()].join(''),
      records: findable.length,
      sections: sections.map(({ chapter, topics, claims, subsections }) => ({
        facets: {
          part: [chapter.part.id],
          track: [chapter.track],
          topic: topics.map(({ id }) => id),
        },
        sourced: [claims, ...subsections.map((section) => section.claims)].flat().length > 0,
      })),
      values: {
        part: book.parts.map(({ id, title }) => ({ id, title })),
        track: Object.entries(TRACKS).map(([id, title]) => ({ id, title })),
        topic: book.topics.map(({ id, title }) => ({ id, title })),
      },
      synonyms: book.synonyms,
      abbreviations: book.glossary.flatMap(({ term, expansion = '' }) =>
        expansion
          .split(', or ')
          .filter((full) => full !== '')
          .map((full): [string, string] => [term, full]),
      ),
    },
    shards: shards.map((entries) => Object.fromEntries(entries)),
    spellings,
    records: findable.map(({ record }) => record),
  };
}

function createShards(findable: Findable[]): [stem: string, pairs: number[]][][] {
  const pairs = new Map<string, number[]>();
  const last = new Map<string, number>();
  for (const [number, { words }] of findable.entries()) {
    for (const [stem, count] of words) {
      const list = pairs.get(stem) ?? [];
      list.push(number - (last.get(stem) ?? 0), count);
      pairs.set(stem, list);
      last.set(stem, number);
    }
  }
  const shards: [string, number[]][][] = [];
  let size = SHARD_SIZE;
  for (const entry of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (size >= SHARD_SIZE) {
      shards.push([]);
      size = 0;
    }
    shards.at(-1)?.push(entry);
    size += JSON.stringify(entry).length;
  }
  return shards;
}

/** The words of the book as they are written, for words that are written otherwise. */
function createSpellings({ sections, glossary }: Handbook): Map<string, string[]> {
  const counts = new Map<string, number>();
  const texts = [
    ...[...sections.values()].map(({ title, questions, keywords, claims, text }) =>
      [title, ...questions, ...keywords, ...claims.map((claim) => claim.text), text].join('\n'),
    ),
    ...glossary.map(({ term, expansion, meaning }) => [term, expansion, meaning].join('\n')),
  ];
  for (const text of texts) {
    for (const word of new Set(subjectOf(text).map((token) => token.word))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const words = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
  const byLetter = Map.groupBy(words, ([letter = '']) => letter);
  return new Map([...byLetter].sort(([a], [b]) => (a < b ? -1 : 1)));
}
