import { describe, expect, it } from 'vitest';
import { drawMap, isMappable } from '../../src/handbook/map/draw.ts';
import type { MapDrawing, MapPart, Point, Stretch } from '../../src/handbook/map/drawing.ts';
import type { Box } from '../../src/handbook/map/lettering.ts';
import { drawContours } from '../../src/handbook/map/terrain.ts';
import type { Track } from '../../src/handbook/schema.ts';

const TITLES = [
  'Hiring',
  'Two paths',
  'Letting go of the code',
  'When you are asked to manage again',
];

function book(...parts: [title: string, track: Track, chapters: number][]): MapPart[] {
  return parts.map(([title, track, count], part) => ({
    title,
    track,
    chapters: Array.from({ length: count }, (_, index) => ({
      id: `chapter-${part}-${index}`,
      title: TITLES[index % TITLES.length] ?? '',
      track,
    })),
  }));
}

function bookOf(fork: number, shift: number, staying: number, leading: number, learning: number) {
  return book(
    ['The fork', 'both', fork],
    ['The shift', 'people', shift],
    ['Staying technical', 'craft', staying],
    ['Leading', 'people', leading],
    ['Learning and talking', 'both', learning],
  );
}

const BOOKS = {
  'the book of today': bookOf(2, 0, 0, 0, 0),
  'the coming book': bookOf(8, 8, 6, 5, 6),
  'a book of one part': book(['The fork', 'both', 3]),
  'a book of one chapter': book(['The fork', 'both', 1]),
  'a book for both tracks only': book(['The fork', 'both', 8], ['Going on together', 'both', 4]),
  'a book without craft': book(['The fork', 'both', 4], ['The shift', 'people', 6]),
  'a book that begins at the fork': book(['To make', 'craft', 1], ['To lead', 'people', 12]),
  'a book of sixty chapters': bookOf(12, 12, 12, 12, 12),
  'sixty chapters in one part': book(['All of it', 'both', 60]),
};

const DRAWINGS = Object.entries(BOOKS).flatMap(([name, parts]) =>
  (['wide', 'upright'] as const).map((shape) => ({
    name,
    shape,
    parts,
    drawing: drawMap(parts, shape),
  })),
);

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside(outer: Box, { x, y, width, height }: Box): boolean {
  return (
    x >= outer.x &&
    y >= outer.y &&
    x + width <= outer.x + outer.width &&
    y + height <= outer.y + outer.height
  );
}

/** The points of a path that consists of one M and any number of absolute Cs, a few units apart. */
function pointsOf(path: string): Point[] {
  const [start = [0, 0], ...curves] = path
    .slice(1)
    .split('C')
    .map((run) => run.split(' ').map(Number));
  const points = [{ x: start[0] ?? Number.NaN, y: start[1] ?? Number.NaN }];
  for (const [ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0] of curves) {
    const from = points.at(-1) ?? { x: 0, y: 0 };
    for (let step = 1; step <= 24; step++) {
      const t = step / 24;
      const mix = (p: number, q: number, r: number, s: number) =>
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
      points.push({ x: mix(from.x, ax, bx, x), y: mix(from.y, ay, by, y) });
    }
  }
  return points;
}

/** The boxes of blazes as they are drawn, the fork's among them. */
function blazesOf({ stretches, fork }: MapDrawing): Box[] {
  const box = ({ x, y }: Point, reach: number) => ({
    x: x - reach,
    y: y - reach,
    width: reach * 2,
    height: reach * 2,
  });
  const blazes = stretches.flatMap(({ waymarks }) => waymarks.map((mark) => box(mark, 8)));
  return fork ? [...blazes, box(fork, 13)] : blazes;
}

function trailsOf({ stretches, links }: MapDrawing): Box[] {
  return [...stretches, ...links]
    .flatMap(({ path }) => pointsOf(path))
    .map(({ x, y }) => ({ x: x - 1, y: y - 1, width: 2, height: 2 }));
}

/** How far along its part's path each waymark stands, and how far beside it. */
function placesOf({ path, waymarks }: Stretch) {
  const points = pointsOf(path);
  return waymarks.map((mark) => {
    const distances = points.map(({ x, y }) => Math.hypot(x - mark.x, y - mark.y));
    const beside = Math.min(...distances);
    return { along: distances.indexOf(beside) / points.length, beside };
  });
}

describe.each(DRAWINGS)('the $shape map of $name', ({ shape, parts, drawing }) => {
  const { viewBox, stretches, signs } = drawing;
  const waymarks = stretches.flatMap((stretch) => stretch.waymarks);
  const labels = [...stretches, ...signs].map(({ name }) => name.box);

  it('has one waymark inside its edges for every chapter, in the order of the book', () => {
    const ids = parts.flatMap(({ chapters }) => chapters.map(({ id }) => id));
    expect(waymarks.map(({ id }) => id)).toEqual(ids);
    for (const { hit } of waymarks) expect(isInside(viewBox, hit)).toBe(true);
  });

  it('lays the chapters of a part along its trail in order', () => {
    for (const stretch of stretches) {
      const places = placesOf(stretch);
      const along = places.map((place) => place.along);
      expect(along).toEqual(along.toSorted((a, b) => a - b));
      for (const { beside } of places) expect(beside).toBeLessThan(2.5);
    }
  });

  it('keeps names clear of each other, of waymarks, of trails and of the edge', () => {
    labels.forEach((label, index) => {
      const others = [...labels.slice(index + 1), ...blazesOf(drawing), ...trailsOf(drawing)];
      expect(others.filter((other) => meet(label, other))).toEqual([]);
      expect(isInside(viewBox, label)).toBe(true);
    });
  });

  it('clips no title', () => {
    for (const { title } of waymarks) expect(isInside(viewBox, title.box)).toBe(true);
  });

  it('gives every waymark an area of its own to point at', () => {
    const least = shape === 'upright' ? 44 : 24;
    waymarks.forEach(({ hit }, index) => {
      expect(Math.min(hit.width, hit.height)).toBeGreaterThanOrEqual(least);
      const others = waymarks.slice(index + 1);
      expect(others.filter((other) => meet(hit, other.hit))).toEqual([]);
    });
  });

  it('is the same for the same book', () => {
    expect(drawMap(structuredClone(parts), shape)).toEqual(drawing);
    expect(drawContours(drawMap(parts, shape))).toBe(drawContours(drawing));
  });
});

describe('the map', () => {
  it('is there for as many chapters as can be pointed at, and for no more', () => {
    for (const parts of Object.values(BOOKS)) expect(isMappable(parts)).toBe(true);
    expect(isMappable(book(['All of it', 'both', 61]))).toBe(false);
    expect(isMappable(bookOf(13, 12, 12, 12, 12))).toBe(false);
  });

  it('shows a part without chapters as planned, and the link to one', () => {
    const { stretches, links } = drawMap(BOOKS['the book of today'], 'wide');
    expect(stretches.map(({ planned }) => planned)).toEqual([false, true, true, true, true]);
    expect(links.map(({ planned }) => planned)).toEqual([true, true]);
  });

  it('parts where there are a craft and a people trail, and links both to a later part', () => {
    for (const shape of ['wide', 'upright'] as const) {
      expect(drawMap(BOOKS['the coming book'], shape)).toMatchObject({
        fork: expect.anything(),
        signs: [{ track: 'craft' }, { track: 'people' }],
        links: [expect.anything(), expect.anything()],
      });
      expect(drawMap(BOOKS['a book without craft'], shape)).toMatchObject({
        fork: undefined,
        signs: [],
        links: [],
      });
    }
  });

  it('keeps shown and hidden titles clear of names and waymarks in the coming book', () => {
    for (const shape of ['wide', 'upright'] as const) {
      const drawing = drawMap(BOOKS['the coming book'], shape);
      const { stretches, signs } = drawing;
      const taken = [...stretches, ...signs].map(({ name }) => name.box).concat(blazesOf(drawing));
      for (const { title } of stretches.flatMap((stretch) => stretch.waymarks)) {
        expect(taken.filter((box) => meet(title.box, box))).toEqual([]);
      }
    }
  });

  it('takes about two screens of a phone for the coming book', () => {
    expect(drawMap(BOOKS['the coming book'], 'upright').viewBox.height).toBeLessThan(1700);
  });

  it('has contour lines of less than 12 KB for both shapes together', () => {
    for (const parts of Object.values(BOOKS)) {
      const lines = drawContours(drawMap(parts, 'wide')) + drawContours(drawMap(parts, 'upright'));
      expect(lines.length).toBeLessThan(12_000);
      expect(lines).toMatch(/^[Mqz\d -]+$/);
    }
  });
});
