import { describe, expect, it } from 'vitest';
import { distance, mendWord } from '../../../src/handbook/search/spelling.ts';

/** Words of a book, those that it has most often first. */
const book = ['ic', 'manager', 'load', 'road', 'manage', 'feedback', 'lead'];

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
    expect(mendWord(typed, book)).toBe(word);
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
    expect(mendWord(typed, book)).toBeUndefined();
  });

  it('is taken for the nearest word, even if the book has another more often', () => {
    expect(mendWord('plantimg', ['planning', 'planting'])).toBe('planting');
  });

  it('is taken for the first of words that are as near', () => {
    expect(mendWord('bouts', ['boots', 'boats'])).toBe('boots');
    expect(mendWord('bouts', ['boats', 'boots'])).toBe('boats');
  });

  it('is taken for a word with the same first letter rather than for one that the book has more often', () => {
    expect(mendWord('leod', book)).toBe('lead');
    expect(mendWord('loaf', ['goaf', 'load', 'leaf'])).toBe('load');
  });

  it('is left as it is where the book has no words', () => {
    expect(mendWord('manafer', [])).toBeUndefined();
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
