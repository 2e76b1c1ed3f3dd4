import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { SEARCH_BYTES } from '../../src/handbook/budgets.ts';
import { filesOf, readFile } from '../support/pages.ts';

const book = inject('book');
const files = filesOf(book);

/** As many records as a first page of results shows, sections and what is found beside them. */
const RECORDS = 15;

/** The bytes of the files whose paths fit, compressed, the largest first. */
const sizesOf = (pattern: RegExp) =>
  files
    .filter((file) => pattern.test(file))
    .map((file) => brotliCompressSync(readFile(book, file)).length)
    .sort((a, b) => b - a);
const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

describe('a first search of the book', () => {
  const always =
    sum(sizesOf(/^\/_astro\/.+\.js$/)) +
    sum(sizesOf(/^\/search\/index\.json$/)) +
    sum(sizesOf(/^\/_search\/.+\/record-/).slice(0, RECORDS));
  const shards = sizesOf(/^\/_search\/.+\/shard-/);
  const spellings = sizesOf(/^\/_search\/.+\/spellings-/);

  it('fetches no more for any word than it may, were all of its synonyms apart', () => {
    expect(shards.length).toBeGreaterThan(3);
    // A word, and a dozen that may stand for it.
    const most = always + sum(shards.slice(0, 13)) + sum(spellings.slice(0, 2));
    expect(most).toBeLessThanOrEqual(SEARCH_BYTES.word);
  });

  it('fetches no more for any sentence than half of the queries may, were its words everywhere', () => {
    expect(always + sum(shards) + sum(spellings)).toBeLessThanOrEqual(SEARCH_BYTES.median);
  });
});
