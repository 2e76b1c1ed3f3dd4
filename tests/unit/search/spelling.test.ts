import { describe, expect, it } from 'vitest';
import { distance, isKnown, mendWord } from '../../../src/handbook/search/spelling.ts';

/** A vocabulary with the sections that each word stands in. */
const vocabulary = new Map(
  Object.entries({ manager: 40, manage: 20, feedback: 12, lead: 9, load: 30, road: 30, ic: 50 }),
);

describe('a word that is misspelled', () => {
  it.each([
    { mistake: 'a wrong letter', typed: 'manafer', word: 'manager' },
    { mistake: 'a missing letter', typed: 'managr', word: 'manager' },
    { mistake: 'a letter too many', typed: 'mannager', word: 'manager' },
    { mistake: 'two swapped letters', typed: 'mangaer', word: 'manager' },
    { mistake: 'a wrong first letter', typed: 'nanager', word: 'manager' },
    { mistake: 'two wrong letters of a long word', typed: 'feetbakk', word: 'feedback' },
    { mistake: 'two missing letters of a long word', typed: 'fedback', word: 'feedback' },
    { mistake: 'two pairs of swapped letters', typed: 'efedbakc', word: 'feedback' },
  ])('is mended: $mistake', ({ typed, word }) => {
    expect(mendWord(typed, vocabulary)).toBe(word);
  });

  it.each([
    { why: 'two mistakes in one of six letters', typed: 'leaddd' },
    { why: 'three mistakes in a long one', typed: 'feetbakkk' },
    { why: 'nothing near', typed: 'zzzzzzzz' },
    { why: 'three letters', typed: 'lea' },
    { why: 'a digit', typed: 'manag3r' },
    { why: 'no letter', typed: '' },
    { why: 'a thousand letters', typed: 'm'.repeat(1_000) },
  ])('is left as it is: $why', ({ typed }) => {
    expect(mendWord(typed, vocabulary)).toBeUndefined();
  });

  it('is taken for the nearest word, even if another stands in more sections', () => {
    const words = new Map([
      ['planning', 90],
      ['planting', 1],
    ]);
    expect(mendWord('plantimg', words)).toBe('planting');
  });

  it('is taken for the word of most sections where two are as near, whichever comes first', () => {
    const words: [string, number][] = [
      ['boats', 3],
      ['boots', 8],
    ];
    expect(mendWord('bouts', new Map(words))).toBe('boots');
    expect(mendWord('bouts', new Map(words.reverse()))).toBe('boots');
  });

  it('is taken for a word with the same first letter rather than for one of more sections', () => {
    expect(mendWord('leod', vocabulary)).toBe('lead');
    expect(
      mendWord(
        'loaf',
        new Map([
          ['load', 1],
          ['leaf', 1],
          ['goaf', 99],
        ]),
      ),
    ).not.toBe('goaf');
  });
});

describe('a known word', () => {
  const roots = new Set(['delegat', 'boots']);
  it('is one of the book, or one of its family', () => {
    expect(isKnown('feedback', vocabulary, roots)).toBe(true);
    expect(isKnown('delegates', vocabulary, roots)).toBe(true);
    expect(isKnown('delegating', vocabulary, roots)).toBe(true);
  });

  it('is none that the book only has something like', () => {
    expect(isKnown('feedbak', vocabulary, roots)).toBe(false);
    expect(isKnown('', vocabulary, roots)).toBe(false);
  });
});

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['boots', 'boots', 0],
    ['', 'boot', 4],
    ['boot', '', 4],
    ['boot', 'boots', 1],
    ['boot', 'bot', 1],
    ['boot', 'boat', 1],
    ['boot', 'obot', 1],
    ['boot', 'obto', 2],
    ['boot', 'laces', 5],
  ])('counts what has to be changed: %s, %s', (one, other, count) => {
    expect(distance(one, other)).toBe(count);
    expect(distance(other, one)).toBe(count);
  });
});
