import { describe, expect, it } from 'vitest';
import { countWords, minutesFor, typeset } from '../../src/handbook/words.ts';

describe('counting words', () => {
  it('counts what stands between white space', () => {
    expect(countWords('Three short words')).toBe(3);
  });

  it('counts a compound, a contraction and a ratio as one word each', () => {
    expect(countWords("It's a 1:1 with a well-kept agenda")).toBe(7);
  });

  it('passes over dashes and bullets that stand alone', () => {
    expect(countWords('One — two • three')).toBe(3);
  });

  it('finds no words in an empty text', () => {
    expect(countWords(' \n ')).toBe(0);
  });
});

describe('minutes', () => {
  it('are words over 220, rounded up', () => {
    expect([220, 221, 1540].map(minutesFor)).toEqual([1, 2, 7]);
  });

  it('are never less than one', () => {
    expect(minutesFor(0)).toBe(1);
  });
});

describe('typesetting', () => {
  it('turns quotes toward what they enclose', () => {
    expect(typeset('She said "yes" (or "maybe").')).toBe('She said “yes” (or “maybe”).');
  });

  it('turns apostrophes within and at the end of words', () => {
    expect(typeset("It isn't the engineers' fault")).toBe('It isn’t the engineers’ fault');
  });

  it('nests single quotes in double ones', () => {
    expect(typeset(`"'No' is an answer"`)).toBe('“‘No’ is an answer”');
  });
});
