import { chapterPath, sectionPath } from './address.ts';
import type { Place } from './handbook.ts';

/** Where a passage is, a section's or a chapter's opening, as a path from the site's root. */
export function placePath(place: Place): string {
  return 'chapter' in place ? sectionPath(place.chapter.id, place.id) : chapterPath(place.id);
}
