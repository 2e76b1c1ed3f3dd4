import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/handbook/search/rank.ts';
import type { Concept } from '../../../src/handbook/search/understand.ts';

/** A concept that only one word stands for. */
const word = (one: string): Concept => [{ words: [one], weight: 1 }];

/** Where words stand: by the word, how often in which section. */
const standing = (words: Record<string, Record<string, number>>) =>
  new Map(Object.entries(words).map(([one, sections]) => [one, new Map(Object.entries(sections))]));

/** So many sections that have a word once. */
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`other-${index}`, 1]));

describe('sections', () => {
  it('come first where they mention a word more often', () => {
    const postings = standing({ boots: { some: 2, one: 1, most: 4 } });
    expect(rank([word('boots')], postings, 20)).toEqual(['most', 'some', 'one']);
  });

  it('come first with a rare word rather than with a common one', () => {
    const postings = standing({ common: { a: 1, ...many(10) }, rare: { b: 1 } });
    expect(rank([word('common'), word('rare')], postings, 20)[0]).toBe('b');
    expect(rank([word('rare'), word('common')], postings, 20)[0]).toBe('b');
  });

  it('come first with two things once rather than with one of them many times', () => {
    const postings = standing({ boots: { both: 1, one: 2 }, laces: { both: 1, other: 2 } });
    expect(rank([word('boots'), word('laces')], postings, 20)[0]).toBe('both');
  });

  it('gain little by very many mentions', () => {
    const postings = standing({
      boots: { both: 6, one: 1_000, x: 1 },
      laces: { both: 6, y: 1, z: 1 },
    });
    expect(rank([word('boots'), word('laces')], postings, 20)[0]).toBe('both');
  });

  it('come first with the word itself rather than with its synonym', () => {
    const walk: Concept = [
      { words: ['walk'], weight: 1 },
      { words: ['hike'], weight: 0.4 },
    ];
    const postings = standing({ walk: { word: 1 }, hike: { synonym: 2 } });
    expect(rank([walk], postings, 20)).toEqual(['word', 'synonym']);
  });

  it('count a word and its synonyms as one thing', () => {
    const walk: Concept = [
      { words: ['walk'], weight: 1 },
      { words: ['hike'], weight: 0.4 },
    ];
    const postings = standing({
      walk: { synonyms: 1, two: 1 },
      hike: { synonyms: 1 },
      boots: { two: 1 },
    });
    expect(rank([walk, word('boots')], postings, 20)).toEqual(['two', 'synonyms']);
  });

  it('need not have all words', () => {
    const postings = standing({ boots: { a: 1 }, laces: { b: 1 }, maps: { c: 1 } });
    const concepts = [word('boots'), word('laces'), word('maps')];
    expect(new Set(rank(concepts, postings, 20))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('have all words of a phrase, or do not have it', () => {
    const phrase: Concept = [{ words: ['walking', 'shoe'], weight: 1 }];
    const postings = standing({ walking: { both: 2, one: 9 }, shoe: { both: 1, other: 9 } });
    expect(rank([phrase], postings, 20)).toEqual(['both']);
  });

  it('mention a phrase as often as the rarest of its words', () => {
    const phrase: Concept = [{ words: ['walking', 'shoe'], weight: 1 }];
    const postings = standing({ walking: { once: 9, twice: 2 }, shoe: { once: 1, twice: 2 } });
    expect(rank([phrase], postings, 20)).toEqual(['twice', 'once']);
  });

  it('are those of the index, also where a word stands in all of them', () => {
    const postings = standing({ boots: { a: 2, b: 1 } });
    expect(rank([word('boots')], postings, 2)).toEqual(['a', 'b']);
    expect(rank([word('boots')], postings, 1)).toEqual(['a', 'b']);
  });

  it('are none for words that stand nowhere, and for no words', () => {
    expect(rank([word('boots')], new Map(), 20)).toEqual([]);
    expect(rank([word('boots')], standing({ boots: {} }), 20)).toEqual([]);
    expect(rank([[{ words: [], weight: 1 }], []], standing({ boots: { a: 1 } }), 20)).toEqual([]);
    expect(rank([], standing({ boots: { a: 1 } }), 20)).toEqual([]);
  });
});
