import type { BuildCommand } from '../builds/measure-build.ts';
import type { PlainBook } from './plain-book.ts';

/** How a reader gets about in a site. */
export interface Ways {
  /** A chapter's path from the site's root. */
  pathOf(chapter: string): string;
  /** The link to the next chapter, as a selector. */
  next: string;
  /** Where a search that Ctrl+K opens is typed, and what lists its results; missing where there is none. */
  search: { input: string; results: string } | undefined;
}

/** What a site can be built from. */
export interface Made {
  /** The content folder of a handbook. */
  content: string;
  /** The same for systems that know nothing of handbooks. */
  book: PlainBook;
}

/** Something that builds sites. */
export interface System extends Ways {
  name: string;
  /**
   * Puts everything in its place for a build of its own.
   *
   * @returns how to build the site, and the folder that it will lie in
   */
  prepare(made: Made): Promise<BuildCommand & { site: string }>;
}
