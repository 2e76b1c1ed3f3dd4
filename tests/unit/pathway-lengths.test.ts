import { describe, expect, it } from 'vitest';
import type { Pathway, Section } from '../../src/handbook/handbook.ts';
import { lengthsOf } from '../../src/handbook/pathway-lengths.ts';

/** A pathway whose sections take so many minutes each. */
const taking = (...minutes: number[]): Pick<Pathway, 'steps'> => ({
  steps: minutes.map((each) => ({
    section: { minutes: each } as Section,
    reader: 'What now?',
    mentor: 'What then?',
  })),
});

describe('the lengths of a pathway', () => {
  it('are the longest beginnings that fit 5, 15 and 60 minutes', () => {
    expect(lengthsOf(taking(2, 2, 2, 4, 4, 4, 50, 9))).toEqual([
      { within: 5, steps: 2, minutes: 4 },
      { within: 15, steps: 5, minutes: 14 },
      { within: 60, steps: 6, minutes: 18 },
    ]);
  });

  it('take in a step that fits exactly', () => {
    expect(lengthsOf(taking(2, 3, 1))[0]).toEqual({ within: 5, steps: 2, minutes: 5 });
  });

  it('never skip a step that is too long for a later one that fits', () => {
    expect(lengthsOf(taking(2, 20, 1))).toEqual([{ within: 5, steps: 1, minutes: 2 }]);
  });

  it('are not offered where no step fits', () => {
    expect(lengthsOf(taking(6, 6, 6))).toEqual([{ within: 15, steps: 2, minutes: 12 }]);
  });

  it('are not offered where a shorter one takes in as much', () => {
    expect(lengthsOf(taking(4, 12, 50))).toEqual([
      { within: 5, steps: 1, minutes: 4 },
      { within: 60, steps: 2, minutes: 16 },
    ]);
  });

  it('are not offered where they would be the whole', () => {
    expect(lengthsOf(taking(2, 2))).toEqual([]);
    expect(lengthsOf(taking(4, 4, 4))).toEqual([{ within: 5, steps: 1, minutes: 4 }]);
  });
});
