import type { SearchRecord } from './records.ts';
import type { IndexHead, Postings, SearchIndex, Shard } from './search-index.ts';

/** Where the pieces of an index come from: files of a host, or the index itself. */
export interface IndexPieces {
  head: IndexHead;
  /** By its number, counted from 0. */
  shard(number: number): Promise<Shard>;
  /** The words that begin with a letter, those that stand in most records first. */
  spellings(letter: string): Promise<string[]>;
  record(number: number): Promise<SearchRecord>;
}

/** An index that is at hand as a whole. */
export function wholeIndex({ head, shards, spellings, records }: SearchIndex): IndexPieces {
  return {
    head,
    shard: async (number) => shards[number] ?? {},
    spellings: async (letter) => spellings.get(letter) ?? [],
    record: async (number) => {
      const record = records[number];
      if (!record) throw new RangeError(`The index has no record ${number}.`);
      return record;
    },
  };
}

/**
 * Where a word stands.
 *
 * @param stem what all forms of the word have in common
 * @returns an empty map for a word that stands nowhere
 */
export async function postingsOf(stem: string, { head, shard }: IndexPieces): Promise<Postings> {
  const number = head.shards.findLastIndex((first) => first <= stem);
  if (number < 0) return new Map();
  const words = await shard(number);
  const pairs = Object.hasOwn(words, stem) ? (words[stem] ?? []) : [];
  const postings = new Map<number, number>();
  let record = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    record += pairs[i] ?? 0;
    postings.set(record, pairs[i + 1] ?? 0);
  }
  return postings;
}

/**
 * The words of the book that begin with the first letter of a word, and with its second, since people
 * swap the two; those that stand in most records first.
 */
export async function wordsNear(word: string, { head, spellings }: IndexPieces): Promise<string[]> {
  const letters = [...new Set([...word].slice(0, 2))].filter((one) => head.letters.includes(one));
  return (await Promise.all(letters.map(spellings))).flat();
}
