/** Curves of the map that know how long they are, so that waymarks can stand evenly along them. */

import type { MapPart, Mark, Point } from './drawing.ts';

export interface Trail {
  length: number;
  points: Point[];
  /** The point that far along the trail. */
  at(distance: number): Point;
  /** How far along the trail the first such point is; the whole length if there is none. */
  reach(is: (point: Point) => boolean): number;
  /** The `d` of an SVG path over the stretch between two distances. */
  path(from: number, to: number): string;
}

/** How far apart the knots of a drawn path are: far for little markup, near enough to be exact. */
const KNOT_DISTANCE = 36;
/** How many points a trail is measured at. */
const SAMPLES = 400;

/** A trail from a function of the way along it, from 0 to 1. */
export function trace(point: (along: number) => Point): Trail {
  const points = Array.from({ length: SAMPLES + 1 }, (_, index) => point(index / SAMPLES));
  let length = 0;
  const walked = points.map((here, index) => {
    const previous = points[index - 1] ?? here;
    length += Math.hypot(here.x - previous.x, here.y - previous.y);
    return length;
  });

  function at(distance: number): Point {
    const next = walked.findIndex((total) => total > distance);
    const index = next === -1 ? SAMPLES : Math.max(1, next);
    const [start = 0, end = 0] = [walked[index - 1], walked[index]];
    const share = Math.min(1, Math.max(0, (distance - start) / (end - start)));
    return point((index - 1 + share) / SAMPLES);
  }

  function path(from: number, to: number): string {
    const count = Math.max(1, Math.ceil((to - from) / KNOT_DISTANCE));
    const step = (to - from) / count;
    // The trail's own direction at each knot, so that stretches drawn apart join without a bend.
    const handle = (distance: number): Point => {
      const [before, after] = [at(distance - 1), at(distance + 1)];
      const scale = step / 3 / (Math.hypot(after.x - before.x, after.y - before.y) || 1);
      return { x: (after.x - before.x) * scale, y: (after.y - before.y) * scale };
    };
    let d = `M${write(at(from))}`;
    for (let knot = 0; knot < count; knot++) {
      const [start, end] = [from + step * knot, from + step * (knot + 1)];
      const [a, b, leaving, arriving] = [at(start), at(end), handle(start), handle(end)];
      d += `C${write({ x: a.x + leaving.x, y: a.y + leaving.y })} `;
      d += `${write({ x: b.x - arriving.x, y: b.y - arriving.y })} ${write(b)}`;
    }
    return d;
  }

  const reach = (is: (point: Point) => boolean) => walked[points.findIndex(is)] ?? length;

  return { length, points, at, reach, path };
}

/** From one point to another, leaving and arriving in the given direction. */
export function link(from: Point, to: Point, direction: Point): Trail {
  const a = { x: from.x + direction.x, y: from.y + direction.y };
  const b = { x: to.x - direction.x, y: to.y - direction.y };
  return trace((t) => {
    const mix = (p: number, q: number, r: number, s: number) =>
      (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
    return { x: mix(from.x, a.x, b.x, to.x), y: mix(from.y, a.y, b.y, to.y) };
  });
}

/** Chapters at even distances along a stretch, half a distance from its ends. */
export function spread(
  chapters: MapPart['chapters'],
  trail: Trail,
  from: number,
  to: number,
): Mark[] {
  const space = (to - from) / chapters.length;
  return chapters.map(({ id, title, track }, index) => {
    const { x, y } = trail.at(from + space * (index + 0.5));
    return { id, title, track, x: Math.round(x), y: Math.round(y) };
  });
}

/** Lets the bends of a trail fade towards its ends, so that it leaves and arrives straight. */
export function calm(along: number): number {
  return Math.sqrt(Math.sin(Math.PI * Math.min(1, Math.max(0, along))));
}

function write({ x, y }: Point): string {
  return `${Number(x.toFixed(1))} ${Number(y.toFixed(1))}`;
}
