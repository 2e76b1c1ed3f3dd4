import {
  careerPath,
  chapterPath,
  disagreementPath,
  PAGES,
  parseAddress,
  pathwayPath,
  sourcePath,
  topicPath,
} from '../../handbook/address.ts';
import type { Chapter, Handbook, Part, Section } from '../../handbook/handbook.ts';
import { waysIn } from '../../handbook/ways-in.ts';

/** The lists that books have a word for, by their paths from the site's root. */
const KINDS = new Map<string, string>([
  [PAGES.glossary, 'glossary'],
  [PAGES.sources, 'bibliography'],
]);

/** A line of the book's contents, with those below it. */
export interface Entry {
  title: string;
  /** The file in the EPUB, from the folder of its texts. `chapters/first-steps.xhtml` */
  file: string;
  /** The id that the line leads to within the file; the file itself has none. */
  fragment: string | undefined;
  /** The page of the site that the file is made from, as a path from the site's root; a part has none. */
  page: string | undefined;
  /** The part that the file opens. */
  part: Part | undefined;
  /** What it is in a book, as `epub:type` says it, where there is a word for it. */
  kind: string | undefined;
  inside: Entry[];
}

/**
 * What an EPUB of a handbook holds, in reading order: its parts with their chapters and sections, then
 * the pages that list things, as far as the handbook has something for them.
 */
export function contentsOf(book: Handbook): { parts: Entry[]; lists: Entry[] } {
  return {
    // A part that nothing is written of yet is no part of a book.
    parts: book.parts.filter(({ chapters }) => chapters.length > 0).map(partEntry),
    lists: waysIn(book).map(({ path, title }) => pageEntry(title, path, listed(book, path))),
  };
}

/** The files of some entries and all below them, in reading order. */
export function filesOf(entries: readonly Entry[]): Entry[] {
  return entries
    .filter(({ fragment }) => fragment === undefined)
    .flatMap((entry) => [entry, ...filesOf(entry.inside)]);
}

/** Where a page of the site stands in the EPUB, from the folder of its texts. */
export function fileOf(path: string): string {
  return `${path.replace(/^\/|\/$/g, '')}.xhtml`;
}

function partEntry(part: Part): Entry {
  return {
    title: part.title,
    file: `parts/${part.id}.xhtml`,
    fragment: undefined,
    page: undefined,
    part,
    kind: 'part',
    inside: part.chapters.map(chapterEntry),
  };
}

function chapterEntry({ id, title, sections }: Chapter): Entry {
  const path = chapterPath(id);
  const sectionEntry = (section: Section): Entry => ({
    ...pageEntry(section.title, path, section.subsections.map(sectionEntry)),
    fragment: section.id,
  });
  const inside = sections.filter(({ level }) => level === 2).map(sectionEntry);
  return { ...pageEntry(title, path, inside), kind: 'chapter' };
}

function pageEntry(title: string, page: string, inside: Entry[] = []): Entry {
  return {
    title,
    file: fileOf(page),
    fragment: undefined,
    page,
    part: undefined,
    kind: KINDS.get(page),
    inside,
  };
}

/** What stands below a list in the contents. */
function listed(book: Handbook, path: string): Entry[] {
  const page = (title: string, address: string): Entry => {
    const { path: own, fragment } = parseAddress(address);
    return { ...pageEntry(title, own), fragment: fragment || undefined };
  };
  switch (path) {
    case PAGES.pathways:
      return book.pathways.map(({ id, situation }) => page(situation, pathwayPath(id)));
    case PAGES.topics:
      return book.topics.map(({ id, title }) => page(title, topicPath(id)));
    case PAGES.sources:
      return book.sources.map(({ key, title }) => page(title, sourcePath(key)));
    case PAGES.careers:
      return book.careers.map(({ id, name }) => page(name, careerPath(id)));
    case PAGES.disagreements:
      return [...book.disagreements.values()].map(({ id, question }) =>
        page(question, disagreementPath(id)),
      );
    default:
      return [];
  }
}
