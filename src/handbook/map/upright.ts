import { TRACKS } from '../schema.ts';
import type { MapDrawing, MapPart, Routes, Stretch } from './drawing.ts';
import { type Face, letter, NAME, TITLE, wrap } from './lettering.ts';
import { calm, link, spread, type Trail, trace } from './trail.ts';

const WIDTH = 360;
const MARGIN = 20;
/** The least height of a chapter's row: a finger's 44 and a little slack for slopes. */
const ROW = 45;
/** Between a trail and what is written beside it. */
const GAP = 20;
/** The height of the way from the fork into the columns, and of that from them to the third trail. */
const LEAD = 76;
/** What is left of the single trail between its last row and the fork. */
const FOOT = 20;
/** Lettering is a little smaller than on the wide map: two trails stand side by side. */
const SMALL_NAME: Face = { ...NAME, size: 18, leading: 22 };
const SMALL_TITLE: Face = { ...TITLE, size: 14, leading: 17 };

/** A strip with a trail on its left and the lettering beside it. */
interface Column {
  /** Where the trail comes to run. */
  x: number;
  /** How wide the lettering may be. */
  width: number;
}
const COLUMNS = { craft: { x: 26, width: 126 }, people: { x: 200, width: 136 } };
const TRAILS = ['craft', 'people'] as const;
/** The single trail wanders between its column and the middle of the two, where it forks. */
const SINGLE: Column = { x: 40, width: 220 };
const MIDDLE = 112;

/** Parts laid along a trail from one height to another. */
interface Strip {
  parts: MapPart[];
  column: Column;
  trail: Trail;
  top: number;
  height: number;
}

/** The map from top to bottom, with the craft trail on the left and each title at its waymark. */
export function drawUpright(book: Routes): MapDrawing {
  const strips: Strip[] = [];
  const links: Trail[] = [];
  const parted = book.craft.length > 0;
  let y = MARGIN;

  if (book.trunk.length > 0) {
    const height = heightOf(book.trunk, SINGLE);
    const start = parted ? MIDDLE - drift(height) : SINGLE.x;
    const end = parted ? MIDDLE : SINGLE.x + drift(height) / 3;
    const trail = descend(y, height + FOOT, (along) => start + (end - start) * ease(along));
    strips.push({ parts: book.trunk, column: SINGLE, trail, top: y, height });
    y += height + FOOT;
  }
  const fork = parted ? { x: MIDDLE, y } : undefined;
  if (fork) {
    const height = Math.max(...TRAILS.map((track) => heightOf(book[track], COLUMNS[track])));
    for (const track of TRAILS) {
      const column = COLUMNS[track];
      const trail = descend(y, LEAD + height, (along) => {
        const lead = Math.min(1, (along * (LEAD + height)) / LEAD);
        return MIDDLE + (column.x - MIDDLE) * ease(lead);
      });
      strips.push({ parts: book[track], column, trail, top: y + LEAD, height });
    }
    y += LEAD + height;
  }
  if (book.later.length > 0) {
    for (const { trail } of strips.slice(-2)) {
      links.push(
        link(trail.at(trail.length), { x: MIDDLE, y: y + LEAD }, { x: 0, y: LEAD * 0.55 }),
      );
    }
    y += LEAD;
    const height = heightOf(book.later, SINGLE);
    const trail = descend(y, height, (along) => MIDDLE - drift(height) * ease(along));
    strips.push({ parts: book.later, column: SINGLE, trail, top: y, height });
    y += height;
  }

  const stretches = new Map(strips.flatMap(layParts));
  // Each trail's sign stands above the name of its first part.
  const signs = TRAILS.flatMap((track) => {
    const first = book[track][0];
    const name = first && stretches.get(first)?.name;
    if (!name || !fork) return [];
    const top = name.box.y - SMALL_TITLE.leading - 4;
    return { track, name: letter([TRACKS[track]], SMALL_TITLE, name.x, top, 'start') };
  });
  return {
    viewBox: { x: 0, y: 0, width: WIDTH, height: Math.ceil(y + MARGIN) },
    stretches: book.parts.flatMap((part) => stretches.get(part) ?? []),
    links: links.map((way) => ({
      path: way.path(0, way.length),
      planned: book.later[0]?.chapters.length === 0,
    })),
    fork,
    signs,
    ends: strips.map(({ trail }) => trail.at(trail.length)),
  };
}

/** Lays each part's name and then its chapters along the strip; spare height goes to the chapters. */
function layParts({ parts, column, trail, top, height }: Strip): [MapPart, Stretch][] {
  const rows = parts.reduce((sum, { chapters }) => sum + Math.max(1, chapters.length), 0);
  const spare = (height - heightOf(parts, column)) / rows;
  let y = top;
  let from = 0;
  return parts.map((part, index) => {
    const { name, head, body } = measure(part, column);
    const bottom = y + head + body + spare * Math.max(1, part.chapters.length);
    const reach = (height: number) => trail.reach((point) => point.y >= height);
    const to = index === parts.length - 1 ? trail.length : reach(bottom);
    const besideHead = Math.max(trail.at(reach(y)).x, trail.at(reach(y + head)).x) + GAP;
    const marks = spread(part.chapters, trail, reach(y + head), reach(bottom));
    const stretch: Stretch = {
      track: part.track,
      planned: marks.length === 0,
      path: trail.path(from, to),
      name: letter(name, SMALL_NAME, besideHead, y + 12, 'start'),
      waymarks: marks.map(({ title, ...mark }) => {
        const lines = wrap(title, SMALL_TITLE, column.width);
        const titleTop = mark.y - (lines.length * SMALL_TITLE.leading) / 2;
        return {
          ...mark,
          title: letter(lines, SMALL_TITLE, mark.x + GAP, titleTop, 'start'),
          hit: { x: mark.x - 22, y: mark.y - 22, width: column.width + GAP + 22, height: 44 },
        };
      }),
    };
    y = bottom;
    from = to;
    return [part, stretch];
  });
}

/** The lines of a part's name, and the heights of the name and of the chapters under it. */
function measure({ title, chapters }: MapPart, { width }: Column) {
  const name = wrap(title, SMALL_NAME, width);
  const lines = chapters.map((chapter) => wrap(chapter.title, SMALL_TITLE, width).length);
  // A title of three lines may reach into the rows of shorter neighbors.
  const rows = lines.map((count, index) => {
    const both = count + (lines[index + 1] ?? 1);
    return (both / 2) * SMALL_TITLE.leading + 6;
  });
  return {
    name,
    head: name.length * SMALL_NAME.leading + 20,
    body: Math.max(1, chapters.length) * Math.max(ROW, ...rows),
  };
}

function heightOf(parts: MapPart[], column: Column): number {
  return parts.reduce((sum, part) => {
    const { head, body } = measure(part, column);
    return sum + head + body;
  }, 0);
}

/** How far a single trail of that height strays from the middle: never at a steep slant. */
function drift(height: number): number {
  return Math.min(MIDDLE - SINGLE.x, height / 5);
}

/** A trail downwards, around the line that is given by a share of the way. */
function descend(top: number, height: number, line: (along: number) => number): Trail {
  const bends = Math.max(1, Math.round(height / 200)) * 2 * Math.PI;
  return trace((along) => {
    const bend = Math.sin(along * bends) * 3 * calm(along);
    return { x: line(along) + bend, y: top + height * along };
  });
}

/** From 0 to 1, gently at both ends. */
function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
