import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/handbook/search/rank.ts';
import type { Concept } from '../../../src/handbook/search/understand.ts';

/** A concept that only one word stands for. */
const word = (one: string): Concept => [{ stems: [one], weight: 1 }];

/** Ranks sections by names that are given to them, for postings that are given by those names. */
function ranked(
  concepts: Concept[],
  words: Record<string, Record<string, number>>,
  total: number,
  isSourced = (_section: string) => true,
): string[] {
  const names = [...new Set(Object.values(words).flatMap(Object.keys))];
  const postings = new Map(
    Object.entries(words).map(([one, sections]) => [
      one,
      new Map(Object.entries(sections).map(([name, count]) => [names.indexOf(name), count])),
    ]),
  );
  const found = rank(concepts, postings, total, (record) => isSourced(names[record] ?? ''));
  return found.map(({ record }) => names[record] ?? '');
}

/** So many sections that have a word once. */
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`other-${index}`, 1]));

describe('sections', () => {
  it('come first where they mention a word more often', () => {
    const words = { boots: { some: 2, one: 1, most: 4 } };
    expect(ranked([word('boots')], words, 20)).toEqual(['most', 'some', 'one']);
  });

  it('come first with a rare word rather than with a common one', () => {
    const words = { common: { a: 1, ...many(10) }, rare: { b: 1 } };
    expect(ranked([word('common'), word('rare')], words, 20)[0]).toBe('b');
    expect(ranked([word('rare'), word('common')], words, 20)[0]).toBe('b');
  });

  it('come first with two things once rather than with one of them many times', () => {
    const words = { boots: { both: 1, one: 2 }, laces: { both: 1, other: 2 } };
    expect(ranked([word('boots'), word('laces')], words, 20)[0]).toBe('both');
  });

  it('gain little by very many mentions', () => {
    const words = {
      boots: { both: 20, one: 1_000, x: 1 },
      laces: { both: 20, y: 1, z: 1 },
    };
    expect(ranked([word('boots'), word('laces')], words, 20)[0]).toBe('both');
  });

  it('come first with the word itself rather than with its synonym', () => {
    const walk: Concept = [
      { stems: ['walk'], weight: 1 },
      { stems: ['hike'], weight: 0.4 },
    ];
    const words = { walk: { word: 1 }, hike: { synonym: 2 } };
    expect(ranked([walk], words, 20)).toEqual(['word', 'synonym']);
  });

  it('count a word and its synonyms as one thing', () => {
    const walk: Concept = [
      { stems: ['walk'], weight: 1 },
      { stems: ['hike'], weight: 0.4 },
    ];
    const words = {
      walk: { synonyms: 1, two: 1 },
      hike: { synonyms: 1 },
      boots: { two: 1 },
    };
    expect(ranked([walk, word('boots')], words, 20)).toEqual(['two', 'synonyms']);
  });

  it('come first with a rare word, though its synonym is common', () => {
    const walk: Concept = [
      { stems: ['walk'], weight: 1 },
      { stems: ['hike'], weight: 0.4 },
    ];
    const words = { walk: { rare: 1 }, hike: many(8), boots: { boots: 1, x: 1, y: 1, z: 1 } };
    expect(ranked([walk, word('boots')], words, 20)[0]).toBe('rare');
  });

  it('need not have all words', () => {
    const words = { boots: { a: 1 }, laces: { b: 1 }, maps: { c: 1 } };
    const concepts = [word('boots'), word('laces'), word('maps')];
    expect(new Set(ranked(concepts, words, 20))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('have all words of a phrase, or do not have it', () => {
    const phrase: Concept = [{ stems: ['walking', 'shoe'], weight: 1 }];
    const words = { walking: { both: 2, one: 9 }, shoe: { both: 1, other: 9 } };
    expect(ranked([phrase], words, 20)).toEqual(['both']);
  });

  it('mention a phrase as often as the rarest of its words', () => {
    const phrase: Concept = [{ stems: ['walking', 'shoe'], weight: 1 }];
    const words = { walking: { once: 9, twice: 2 }, shoe: { once: 1, twice: 2 } };
    expect(ranked([phrase], words, 20)).toEqual(['twice', 'once']);
  });

  it('are those of the index, also where a word stands in all of them', () => {
    const words = { boots: { a: 2, b: 1 } };
    expect(ranked([word('boots')], words, 2)).toEqual(['a', 'b']);
    expect(ranked([word('boots')], words, 1)).toEqual(['a', 'b']);
  });

  it('are none for words that stand nowhere, and for no words', () => {
    expect(ranked([word('boots')], {}, 20)).toEqual([]);
    expect(ranked([word('boots')], { boots: {} }, 20)).toEqual([]);
    expect(ranked([[{ stems: [], weight: 1 }], []], { boots: { a: 1 } }, 20)).toEqual([]);
    expect(ranked([], { boots: { a: 1 } }, 20)).toEqual([]);
  });

  it('come behind those that are as good and state what a source says', () => {
    const words = { boots: { unsourced: 3, sourced: 3, poor: 1 } };
    const isSourced = (section: string) => section !== 'unsourced';
    expect(ranked([word('boots')], words, 20, isSourced)).toEqual(['sourced', 'unsourced', 'poor']);
  });

  it('are in the order of the book where they are as good', () => {
    const postings = new Map([['boots', new Map([9, 2, 5].map((record) => [record, 1]))]]);
    const found = rank([word('boots')], postings, 20, () => true);
    expect(found.map(({ record }) => record)).toEqual([2, 5, 9]);
  });

  it('have a score each, the best one the highest', () => {
    const postings = new Map([['boots', new Map([9, 2, 5].map((record) => [record, record]))]]);
    const scores = rank([word('boots')], postings, 20, () => true).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
    for (const score of scores) expect(score).toBeGreaterThan(0);
  });
});
