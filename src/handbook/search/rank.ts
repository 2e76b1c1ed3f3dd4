import type { Postings } from './search-index.ts';
import type { Concept } from './understand.ts';

/** Found by the experiment in `tests/bench/search-weights.ts`. */
export const RANKING = {
  /** From how many mentions on more of them say little (k1 of BM25). */
  saturation: 10,
  /** How far the records with a synonym count when it is judged how rare a concept is. */
  synonymRarity: 0.4,
  /** How much a section counts that states nothing that a source says, such as an exercise, beside one that does. */
  unsourced: 0.6,
};

/**
 * Ranks records for a query: each concept adds to those that speak of it, the rarer it is in the book and
 * the more often it is mentioned, the more (BM25, with all the words for a concept counted as one
 * word). So nothing has to hold every word, and what holds most of the rare ones comes first.
 *
 * @param postings where each stem of the concepts stands
 * @param total how many records the index has
 * @param isSourced whether a record states something that a source says
 * @returns the records' numbers with their scores, best first
 */
export function rank(
  concepts: Concept[],
  postings: ReadonlyMap<string, Postings>,
  total: number,
  isSourced: (record: number) => boolean,
  { saturation, synonymRarity, unsourced } = RANKING,
): { record: number; score: number }[] {
  const scores = new Map<number, number>();
  for (const concept of concepts) {
    const mentions = new Map<number, number>();
    let holding = 0;
    for (const { stems, weight } of concept) {
      const together = withAll(stems.map((stem) => postings.get(stem) ?? new Map()));
      holding += together.size * (weight === 1 ? 1 : synonymRarity * weight);
      for (const [record, count] of together) {
        mentions.set(record, (mentions.get(record) ?? 0) + weight * count);
      }
    }
    const known = Math.min(holding, total);
    const rarity = Math.log(1 + (total - known + 0.5) / (known + 0.5));
    for (const [record, count] of mentions) {
      const weight = (count * (saturation + 1)) / (count + saturation);
      scores.set(record, (scores.get(record) ?? 0) + rarity * weight);
    }
  }
  return [...scores]
    .map(([record, score]) => ({ record, score: isSourced(record) ? score : score * unsourced }))
    .sort((a, b) => b.score - a.score || a.record - b.record);
}

/** Where all of some words stand, and how often the rarest of them does. */
function withAll([first = new Map(), ...others]: Postings[]): Postings {
  const together = new Map<number, number>();
  for (const [record, count] of first) {
    const counts = others.map((other) => other.get(record));
    if (counts.every((other) => other !== undefined)) {
      together.set(record, Math.min(count, ...(counts as number[])));
    }
  }
  return together;
}
