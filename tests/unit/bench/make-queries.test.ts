import { describe, expect, it } from 'vitest';
import { makeQueries } from '../../bench/make-queries.ts';

type Chapters = Parameters<typeof makeQueries>[0]['chapters'];

/** A chapter of which only what queries are made of is told. */
const chapter = (...sections: { title: string; questions: string[] }[]) =>
  ({ sections }) as Chapters[number];

const LONG = {
  title: 'The second shift',
  questions: ['Why code at night?', 'Who mends tests, builds and pipelines?'],
};
const SHORT = { title: 'What it is', questions: ['Why?'] };

describe('the queries of a handbook', () => {
  it('are words of titles and six words of questions, fillers left out', () => {
    expect(makeQueries({ chapters: [chapter(LONG)] }, 5)).toEqual({
      one: ['second'],
      six: ['code night mends tests builds pipelines'],
    });
  });

  it('come from sections with so many words, all over the book', () => {
    const sections = ['alpha', 'beta', 'gamma', 'delta'].map((title) => ({ ...LONG, title }));
    const chapters = [chapter(SHORT, ...sections.slice(0, 2)), chapter(...sections.slice(2))];
    expect(makeQueries({ chapters }, 2).one).toEqual(['alpha', 'gamma']);
    expect(makeQueries({ chapters }, 9).six).toHaveLength(4);
  });
});
