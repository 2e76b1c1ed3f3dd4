import type { Concept } from './understand.ts';

/** How often a word stands in each section, by the sections' ids in the index. */
export type Postings = ReadonlyMap<string, number>;

/** From how many mentions on more of them say little (k1 of BM25). */
const SATURATION = 5;
/** How far the sections with a synonym count when it is judged how rare a concept is. */
const SYNONYM_RARITY = 0.5;

/**
 * Ranks sections for a query: each concept adds to those that speak of it, the rarer it is in the book and
 * the more often it is mentioned, the more (BM25, with all the words for a concept counted as one
 * word). So nothing has to hold every word, and what holds most of the rare ones comes first.
 *
 * @param postings where each word of the concepts stands
 * @param total how many sections the book has
 * @returns ids, best first
 */
export function rank(
  concepts: Concept[],
  postings: ReadonlyMap<string, Postings>,
  total: number,
): string[] {
  const scores = new Map<string, number>();
  for (const concept of concepts) {
    const mentions = new Map<string, number>();
    let holding = 0;
    for (const { words, weight } of concept) {
      const together = withAll(words.map((word) => postings.get(word) ?? new Map()));
      holding += together.size * (weight === 1 ? 1 : SYNONYM_RARITY * weight);
      for (const [id, count] of together)
        mentions.set(id, (mentions.get(id) ?? 0) + weight * count);
    }
    const known = Math.min(holding, total);
    const rarity = Math.log(1 + (total - known + 0.5) / (known + 0.5));
    for (const [id, count] of mentions) {
      const weight = (count * (SATURATION + 1)) / (count + SATURATION);
      scores.set(id, (scores.get(id) ?? 0) + rarity * weight);
    }
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

/** Where all of some words stand, and how often the rarest of them does. */
function withAll([first = new Map(), ...others]: Postings[]): Postings {
  const together = new Map<string, number>();
  for (const [id, count] of first) {
    const counts = others.map((other) => other.get(id));
    if (counts.every((other) => other !== undefined)) {
      together.set(id, Math.min(count, ...(counts as number[])));
    }
  }
  return together;
}
