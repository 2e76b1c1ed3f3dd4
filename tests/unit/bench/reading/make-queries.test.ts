import { describe, expect, it } from 'vitest';
import { makeQueries } from '../../../bench/reading/make-queries.ts';

/** A chapter of which only what queries are made of is told. */
const chapter = (id: string, ...sections: string[]) => ({
  ...{ id, title: 'Any', summary: 'Any.', text: 'Any.' },
  sections,
});

describe('the queries of a book', () => {
  it('are up to three words of titles, fillers left out, with the chapters that they lead to', () => {
    expect(makeQueries([chapter('nights', 'The second shift of an engineering lead')], 5)).toEqual([
      { words: 'second shift engineering', chapter: 'nights' },
    ]);
  });

  it('come from sections with so many words, all over the book', () => {
    const titles = ['alpha', 'beta', 'gamma', 'delta'].map((word) => `${word} shifts nights`);
    const chapters = [
      chapter('first', 'What it is', ...titles.slice(0, 2)),
      chapter('last', ...titles.slice(2)),
    ];
    expect(makeQueries(chapters, 2)).toEqual([
      { words: titles[0], chapter: 'first' },
      { words: titles[2], chapter: 'last' },
    ]);
    expect(makeQueries(chapters, 3)).toHaveLength(3);
    expect(makeQueries(chapters, 9)).toHaveLength(4);
  });
});
