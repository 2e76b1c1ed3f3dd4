/** Text on the map: how much room it takes, judged without a browser, and where it may stand. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece of text, set: each line with the given anchor at `x`, the first baseline at `y`. */
export interface Lettering {
  lines: string[];
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  size: number;
  leading: number;
  /** What it covers, rather more than less. */
  box: Box;
}

/** A way of lettering; `em` is how wide a letter is on average in the widest font that may be used. */
export interface Face {
  size: number;
  leading: number;
  em: number;
}

/** Names of parts: the italic serif. */
export const NAME: Face = { size: 21, leading: 24, em: 0.53 };
/** Titles of chapters and names of trails: the sans. */
export const TITLE: Face = { size: 15, leading: 18, em: 0.6 };

/** What lettering keeps free around itself. */
const AIR = 3;

/** Breaks text into as few lines as fit the width, and makes those about equally long. */
export function wrap(text: string, face: Face, width: number): string[] {
  const count = fill(text, face, width).length;
  for (let tighter = width / 2; tighter < width; tighter += face.size / 2) {
    const lines = fill(text, face, tighter);
    if (lines.length === count && lines.every((line) => widthOf(line, face) <= width)) return lines;
  }
  return fill(text, face, width);
}

function fill(text: string, face: Face, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, face) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function widthOf(line: string, face: Face): number {
  return line.length * face.size * face.em;
}

/** The width of the widest line. */
export function widthOfLines(lines: string[], face: Face): number {
  return Math.max(...lines.map((line) => widthOf(line, face)));
}

/** Sets lines with their block's top at `top`. */
export function letter(
  lines: string[],
  face: Face,
  x: number,
  top: number,
  anchor: Lettering['anchor'],
): Lettering {
  const width = widthOfLines(lines, face);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  const { size, leading } = face;
  const y = top + (leading + size * 0.7) / 2;
  const height = lines.length * leading;
  const box = { x: left - AIR, y: top - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
  return { lines, x: Math.round(x), y: Math.round(y), anchor, size, leading, box };
}

/** Whether two boxes have more than an edge in common. */
export function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The box around a point. */
export function around({ x, y }: { x: number; y: number }, reach: number): Box {
  return { x: x - reach, y: y - reach, width: reach * 2, height: reach * 2 };
}

/** Lines above (-1) or below (1) a point, set in each way that keeps them near it. */
export function beside(
  lines: string[],
  face: Face,
  point: { x: number; y: number },
  gap: number,
  side: -1 | 1,
): Lettering[] {
  const top = side === 1 ? point.y + gap : point.y - gap - lines.length * face.leading;
  return [
    letter(lines, face, point.x, top, 'middle'),
    letter(lines, face, point.x + 8, top, 'end'),
    letter(lines, face, point.x - 8, top, 'start'),
  ];
}

/** What already stands on the map, found by where it is: a long book has thousands of things. */
export interface Ground {
  /** Takes boxes, and says how bad it would be to write over one of them. */
  take(boxes: Box[], cost: number): void;
  /** The first candidate on free ground, or the one that does the least harm. */
  choose(candidates: Lettering[]): Lettering;
}

export function createGround(): Ground {
  const squares = new Map<string, { box: Box; cost: number }[]>();
  const side = 64;
  function squaresOf({ x, y, width, height }: Box): string[] {
    const keys: string[] = [];
    for (let column = Math.floor(x / side); column <= (x + width) / side; column++) {
      for (let row = Math.floor(y / side); row <= (y + height) / side; row++) {
        keys.push(`${column} ${row}`);
      }
    }
    return keys;
  }
  /** What lies across a border of squares counts more than once, which harms no choice. */
  function costOf({ box }: Lettering): number {
    let cost = 0;
    for (const key of squaresOf(box)) {
      for (const thing of squares.get(key) ?? []) if (meet(box, thing.box)) cost += thing.cost;
    }
    return cost;
  }

  return {
    take(boxes, cost) {
      for (const box of boxes) {
        const thing = { box, cost };
        for (const key of squaresOf(box)) {
          const square = squares.get(key);
          if (square) square.push(thing);
          else squares.set(key, [thing]);
        }
      }
    },
    choose(candidates) {
      let best: { text: Lettering; cost: number } | undefined;
      for (const text of candidates) {
        const cost = costOf(text);
        if (!best || cost < best.cost) best = { text, cost };
        if (cost === 0) break;
      }
      if (!best) throw new Error('text on the map needs at least one place to stand');
      return best.text;
    },
  };
}
