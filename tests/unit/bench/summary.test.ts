import { describe, expect, it } from 'vitest';
import { type Measured, median, summarize } from '../../bench/summary.ts';

const measured = (name: string, rank: number, wait: number, bytes: number): Measured => ({
  query: { query: 'anything', class: name, claims: ['some-claim'] },
  results: rank > 0 ? ['some-section'] : [],
  rank,
  wait,
  bytes,
});

describe('a median', () => {
  it('is the one in the middle, or halfway between the two there', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([40, 10, 20, 30])).toBe(25);
    expect(median([7])).toBe(7);
  });
});

describe('the summary of a list of queries', () => {
  const summary = summarize([
    measured('topic', 1, 10, 1024),
    measured('topic', 3, 20, 2048),
    measured('question', 4, 30, 3072),
    measured('question', 0, 40, 4096),
  ]);

  it('has a row for each class, and one for all', () => {
    expect(Object.keys(summary)).toEqual(['topic', 'question', 'all']);
    expect(Object.values(summary).map(({ queries }) => queries)).toEqual([2, 2, 4]);
  });

  it('counts answers in the first place, and in one of three', () => {
    expect(summary.topic).toMatchObject({ 'success at 1': 0.5, 'at 3': 1 });
    expect(summary.question).toMatchObject({ 'success at 1': 0, 'at 3': 0, 'no result': 1 });
    expect(summary.all).toMatchObject({ 'success at 1': 0.25, 'at 3': 0.5 });
  });

  it('gives a query without an answer no rank, and a later answer less of one', () => {
    expect(summary.topic?.['mean reciprocal rank']).toBe(0.67);
    expect(summary.question?.['mean reciprocal rank']).toBe(0.13);
  });

  it('takes the waits and the bytes in the middle', () => {
    expect(summary.all).toMatchObject({ 'median wait (ms)': 25, 'median cold (KB)': 3 });
  });
});
