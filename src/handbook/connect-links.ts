import { chapterPath, PAGES, parseAddress, SHARE } from './address.ts';
import type { ChapterText } from './chapter-text.ts';
import type { Chapter, Passage } from './handbook.ts';
import type { Known } from './known.ts';
import { chapterOf } from './passage.ts';

/**
 * Makes everything that a chapter refers to know it: terms and works the passages that mark them,
 * chapters and sections the passages of other chapters that lead to them. Called for the chapters in
 * the book's order, so that a second link from one passage follows the first.
 */
export function connectLinks(links: ChapterText['links'], chapter: Chapter, known: Known): void {
  for (const { chapters } of chapter.reading) add(chapters, chapter);
  for (const { href, section } of links) {
    const from = (section !== undefined && known.sections.get(section)) || chapter;
    const marked = markedBy(href, known);
    if (marked && 'chapter' in from) add(marked.sections, from);
    else if (marked && !('chapter' in from)) add(marked.chapters, from);
    const target = targetOf(href, known);
    if (target && chapterOf(target) !== chapter) add(target.backlinks, from);
  }
}

function add<P extends Passage>(passages: P[], passage: P): void {
  if (passages.at(-1) !== passage) passages.push(passage);
}

/** The term or the work that a link marks. */
function markedBy(href: string, { glossary, works }: Known) {
  const { path, fragment } = parseAddress(href);
  if (path === PAGES.glossary) return glossary.get(fragment);
  if (path === PAGES.reading) return works.get(fragment);
  return undefined;
}

const CHAPTERS = chapterPath('').slice(0, -1);

/** The section or the chapter that a link from the handbook's root leads to. */
function targetOf(href: string, { chapters, sections }: Known): Passage | undefined {
  const { path, fragment } = parseAddress(href);
  if (path.startsWith(SHARE)) return sections.get(path.slice(SHARE.length, -1));
  if (!path.startsWith(CHAPTERS)) return undefined;
  return fragment ? sections.get(fragment) : chapters.get(path.slice(CHAPTERS.length, -1));
}
