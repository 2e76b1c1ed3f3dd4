import { contours } from 'd3-contour';
import type { MapDrawing, Point } from './drawing.ts';

/** The terrain is known at points this far apart. */
const CELL = 20;
/** How many of them lie beyond each edge: there the lines close, out of sight. */
const BEYOND = 3;
/** The heights that get a line. */
const LEVELS = [0.14, 0.24, 0.36, 0.5, 0.66, 0.84];

/** A hill: its top, its height, and how far it spreads to the sides and up and down. */
interface Hill extends Point {
  height: number;
  width: number;
  depth: number;
}

/**
 * Contour lines for behind the map, as the `d` of one path: trails end near hills, and others lie
 * towards the corners. The same map always gets the same terrain.
 */
export function drawContours({ viewBox, ends }: Pick<MapDrawing, 'viewBox' | 'ends'>): string {
  const hills = hillsOf(viewBox, ends);
  const columns = Math.ceil(viewBox.width / CELL) + 2 * BEYOND;
  const rows = Math.ceil(viewBox.height / CELL) + 2 * BEYOND;
  const toMap = (column: number, row: number): Point => ({
    x: viewBox.x + (column - BEYOND) * CELL,
    y: viewBox.y + (row - BEYOND) * CELL,
  });
  // A value of the grid is the terrain at the middle of its cell.
  const heights = Array.from({ length: columns * rows }, (_, index) =>
    heightAt(hills, toMap((index % columns) + 0.5, Math.floor(index / columns) + 0.5)),
  );
  return contours()
    .size([columns, rows])
    .thresholds(LEVELS)(heights)
    .flatMap(({ coordinates }) => coordinates.flat())
    .map((ring) => draw(ring.slice(1).map(([column = 0, row = 0]) => toMap(column, row))))
    .join('');
}

/** Two gentle hills towards the start and a higher one where each trail ends, all with a shoulder. */
function hillsOf({ x, y, width, height }: MapDrawing['viewBox'], ends: Point[]): Hill[] {
  const size = Math.sqrt(width * height) / 6;
  const hill = (x: number, y: number, height: number, lean: number): Hill[] => [
    { x, y, height, width: size * 1.15, depth: size * 0.75 },
    {
      x: x - size * 1.1,
      y: y + size * lean,
      height: height * 0.45,
      width: size * 0.9,
      depth: size * 0.6,
    },
  ];
  return [
    ...hill(x + width * 0.24, y + height * 0.14, 0.6, 0.35),
    ...hill(x + width * 0.09, y + height * 0.92, 0.5, -0.5),
    ...ends.flatMap((end) => hill(end.x - size * 0.5, end.y, 0.8, -0.4)),
  ];
}

function heightAt(hills: Hill[], { x, y }: Point): number {
  return hills.reduce((sum, hill) => {
    const away = ((x - hill.x) / hill.width) ** 2 + ((y - hill.y) / hill.depth) ** 2;
    return sum + hill.height * Math.exp(-away);
  }, 0);
}

/** A closed curve led by about every third point, in relative whole numbers to keep it short. */
function draw(ring: Point[]): string {
  const count = Math.round(ring.length / 3);
  const guides = ring.filter(
    (_, index) =>
      Math.floor((index * count) / ring.length) !== Math.floor(((index - 1) * count) / ring.length),
  );
  const first = guides[0];
  const last = guides.at(-1);
  if (!first || !last || guides.length < 4) return '';
  let pen = middle(last, first);
  let d = `M${pen.x} ${pen.y}`;
  guides.forEach((guide, index) => {
    const to = middle(guide, guides[index + 1] ?? first);
    const numbers = [guide.x - pen.x, guide.y - pen.y, to.x - pen.x, to.y - pen.y];
    d += `q${numbers.map(Math.round).join(' ').replaceAll(' -', '-')}`;
    pen = to;
  });
  return `${d}z`;
}

function middle(a: Point, b: Point): Point {
  return { x: Math.round((a.x + b.x) / 2), y: Math.round((a.y + b.y) / 2) };
}
