import { subjectOf } from '../../../src/handbook/search/tokens.ts';
import type { PlainChapter } from '../systems/plain-book.ts';

/** What somebody types who looks for a section. */
export interface Query {
  words: string;
  /** The id of the chapter that it is in. */
  chapter: string;
}

/** As many words as people type. */
const WORDS = 3;

/**
 * Takes queries from a book, the same ones each time: from sections all over it the words of the title
 * that say something, up to three.
 *
 * @param most how many; fewer where the book has fewer sections
 */
export function makeQueries(chapters: PlainChapter[], most: number): Query[] {
  const all = chapters
    .flatMap(({ id, sections }) => sections.map((title) => ({ chapter: id, title })))
    .map(({ chapter, title }) => ({ chapter, words: subjectOf(title).map(({ word }) => word) }))
    .filter(({ words }) => words.length >= WORDS)
    .map(({ chapter, words }) => ({ chapter, words: words.slice(0, WORDS).join(' ') }));
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => index % step < 1).slice(0, most);
}
