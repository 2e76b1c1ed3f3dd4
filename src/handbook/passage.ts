import { chapterPath, sectionPath } from './address.ts';
import type { Chapter, Passage } from './handbook.ts';

/** The chapter that a passage belongs to, or is. */
export function chapterOf(passage: Passage): Chapter {
  return 'chapter' in passage ? passage.chapter : passage;
}

/** Where a passage is, a section's or a chapter's opening, as a path from the site's root. */
export function passagePath(passage: Passage): string {
  return 'chapter' in passage
    ? sectionPath(passage.chapter.id, passage.id)
    : chapterPath(passage.id);
}
