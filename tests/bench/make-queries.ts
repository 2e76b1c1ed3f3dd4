import { subjectOf } from '../../src/handbook/search/tokens.ts';
import type { Catalog } from './site.ts';

/** Queries of as many words as are asked for, none of which a search skips. */
export interface Queries {
  one: string[];
  six: string[];
}

/**
 * Takes queries from a handbook, the same ones each time: from sections all over the book a word of the
 * title, and six words of what its readers ask.
 *
 * @param most how many of each; fewer where the book has fewer sections with so many words
 */
export function makeQueries({ chapters }: Pick<Catalog, 'chapters'>, most: number): Queries {
  const sections = chapters.flatMap((chapter) => chapter.sections);
  const queries = (words: number, textOf: (section: (typeof sections)[number]) => string) => {
    const all = sections
      .map((section) => [...new Set(subjectOf(textOf(section)).map(({ word }) => word))])
      .filter((one) => one.length >= words)
      .map((one) => one.slice(0, words).join(' '));
    const step = Math.max(1, all.length / most);
    return Array.from(
      { length: Math.min(most, all.length) },
      (_, index) => all[Math.floor(index * step)] ?? '',
    );
  };
  return {
    one: queries(1, ({ title }) => title),
    six: queries(6, ({ questions }) => questions.join(' ')),
  };
}
