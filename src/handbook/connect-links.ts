import { chapterPath, SHARE, termPath, workPath } from './address.ts';
import type { ChapterText } from './chapter-text.ts';
import type { Chapter, Place } from './handbook.ts';
import { get, type Known } from './known.ts';

/**
 * Makes everything that a chapter refers to know it: terms and works the places that mark them,
 * chapters and sections the places elsewhere in the book that lead to them. Called for the chapters in
 * the book's order, so that a second link from one place follows the first.
 */
export function connectLinks(links: ChapterText['links'], chapter: Chapter, known: Known): void {
  for (const { chapters } of chapter.reading) add(chapters, chapter);
  for (const { href, section } of links) {
    const place = section === undefined ? chapter : get(known.sections, section);
    const marked = markedBy(href, known);
    if (marked && 'chapter' in place) add(marked.sections, place);
    else if (marked && !('chapter' in place)) add(marked.chapters, place);
    const target = targetOf(href, known);
    if (target && chapterOf(target) !== chapter) add(target.backlinks, place);
  }
}

function add<P extends Place>(places: P[], place: P): void {
  if (places.at(-1) !== place) places.push(place);
}

const chapterOf = (place: Place): Chapter => ('chapter' in place ? place.chapter : place);

/** The term or the work that a link marks. */
function markedBy(href: string, { glossary, works }: Known) {
  if (href.startsWith(termPath(''))) return get(glossary, href.slice(termPath('').length));
  if (href.startsWith(workPath(''))) return get(works, href.slice(workPath('').length));
  return undefined;
}

const CHAPTERS = chapterPath('').slice(0, -1);

/** The section or the chapter that a link from the handbook's root leads to. */
function targetOf(href: string, { chapters, sections }: Known): Place | undefined {
  const [path = '', fragment] = href.split('#');
  if (path.startsWith(SHARE)) return sections.get(path.slice(SHARE.length, -1));
  if (!path.startsWith(CHAPTERS)) return undefined;
  return fragment ? sections.get(fragment) : chapters.get(path.slice(CHAPTERS.length, -1));
}
