import type { MapDrawing, MapPart, Routes } from './drawing.ts';
import { drawUpright } from './upright.ts';
import { drawWide } from './wide.ts';

/** With more chapters, waymarks of the wide map stand closer than targets may: 24 px (WCAG 2.2, 2.5.8). */
const MOST_CHAPTERS = 60;

/** Whether a map of these parts is one to find something on. Longer books have their contents alone. */
export function isMappable(parts: MapPart[]): boolean {
  return parts.reduce((sum, { chapters }) => sum + chapters.length, 0) <= MOST_CHAPTERS;
}

/**
 * Draws the book as a map. A trunk of the first parts for both tracks leads to the fork; from there
 * the craft and the people trail run their own ways; later parts for both run on a third trail, to
 * which the two are linked. A book that lacks craft or people parts has a single trail.
 *
 * @param shape `wide` runs from left to right and shows a chapter's title when it is asked for;
 *   `upright` runs from top to bottom, for phones, and shows every title
 */
export function drawMap(parts: MapPart[], shape: 'wide' | 'upright'): MapDrawing {
  return shape === 'wide' ? drawWide(routesOf(parts)) : drawUpright(routesOf(parts));
}

function routesOf(parts: MapPart[]): Routes {
  const craft = parts.filter(({ track }) => track === 'craft');
  const people = parts.filter(({ track }) => track === 'people');
  if (craft.length === 0 || people.length === 0) {
    return { parts, trunk: parts, craft: [], people: [], later: [] };
  }
  const fork = parts.findIndex(({ track }) => track !== 'both');
  const later = parts.slice(fork).filter(({ track }) => track === 'both');
  return { parts, trunk: parts.slice(0, fork), craft, people, later };
}
