/** The whole book on one page, to be read on paper: what it holds, how that is numbered, and where a link then leads. */
import { ABOUT, chapterPath, PAGES, parseAddress, pathwayPath, sourcePath } from './address.ts';
import type { Handbook } from './handbook.ts';
import { passagePath } from './passage.ts';
import { type WayIn, waysIn } from './ways-in.ts';

/** What the book on one page is made from. */
export interface Printout {
  /** The paths of the pages that it holds. */
  pages: Set<string>;
  /** The numbers of chapters and sections by their addresses: `4`, `4.2`, and `4.2.1` for what is below that. */
  numbers: Map<string, string>;
  /** What follows the chapters. */
  backMatter: WayIn[];
}

/** The pages that follow the chapters, in the order in which paper holds them. Questions and topics are ways to chapters, not more to read. */
const BACK_MATTER: string[] = [
  PAGES.pathways,
  PAGES.compare,
  PAGES.disagreements,
  PAGES.careers,
  PAGES.glossary,
  PAGES.reading,
  PAGES.sources,
  ABOUT,
];

/** Says what the book on one page is made from, as far as the handbook has something for it. */
export function createPrintout(book: Handbook): Printout {
  const backMatter = waysIn(book)
    .filter(({ path }) => BACK_MATTER.includes(path))
    .sort((a, b) => BACK_MATTER.indexOf(a.path) - BACK_MATTER.indexOf(b.path));
  return {
    pages: new Set([
      ...book.chapters.map(({ id }) => chapterPath(id)),
      ...backMatter.map(({ path }) => path),
      ...book.pathways.map(({ id }) => pathwayPath(id)),
      ...book.sources.map(({ key }) => sourcePath(key)),
    ]),
    numbers: new Map(book.chapters.flatMap(numberChapter)),
    backMatter,
  };
}

function numberChapter(chapter: Handbook['chapters'][number], index: number): [string, string][] {
  const number = `${index + 1}`;
  const sections = chapter.sections.filter(({ level }) => level === 2);
  return [
    [passagePath(chapter), number],
    ...sections.flatMap((section, s): [string, string][] => [
      [passagePath(section), `${number}.${s + 1}`],
      ...section.subsections.map((subsection, t): [string, string] => [
        passagePath(subsection),
        `${number}.${s + 1}.${t + 1}`,
      ]),
    ]),
  ];
}

/**
 * The id that an address has where all of the book is one page. Chapters and sections, whose ids are
 * unique in the book, keep theirs; everything else gets its whole address, since a term may be called
 * what a section is: `_glossary.em`, `_sources.on-walking.rest-often`. No id of the book holds a dot.
 *
 * @param address from the site's root: of a page, or of an id on one. `/chapters/letting-go/#second-shift`
 */
export function anchorOf(address: string): string {
  const { path, fragment } = parseAddress(address);
  const segments = path.split('/').filter(Boolean);
  const [, chapter] = segments;
  if (chapter && path === chapterPath(chapter) && !fragment.startsWith('_')) {
    return fragment || chapter;
  }
  return `_${[...segments, fragment].filter(Boolean).join('.')}`;
}
