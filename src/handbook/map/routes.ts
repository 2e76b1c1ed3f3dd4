/** How the trails of the wide map run, before anything is written on it. */

import type { Track } from '../schema.ts';
import type { MapPart, Mark, Point, Routes } from './drawing.ts';
import { NAME, widthOfLines } from './lettering.ts';
import { calm, link, spread, type Trail, trace } from './trail.ts';

export const WIDTH = 1080;
/** Where trails begin and end. */
const [LEFT, RIGHT] = [40, WIDTH - 40];
/** The distance between waymarks: what is wanted, and what trails wind for if they must. */
const [STEP, LEAST_STEP] = [44, 34];
/** The least length of a part, for those with few chapters or none, in steps. */
const LEAST_STEPS = 4;
/** How far above and below the fork the craft and the people trail come to run. */
const SPREAD = 128;
/** How long a bend to the one side and a bend to the other are together. */
const BENDS = 250;
/** How deep bends may get. Beyond about a hundred chapters, waymarks rather crowd. */
const DEEPEST = 180;

/** Above or below. */
export type Side = -1 | 1;

/** A trail, the parts that share it, and the side on which there is room for their names. */
export interface Route {
  track: Track;
  trail: Trail;
  parts: MapPart[];
  outside: Side;
}

/** A part's stretch of a trail, from one distance to another, and its waymarks. */
export interface Leg {
  part: MapPart;
  route: Route;
  from: number;
  to: number;
  marks: Mark[];
}

/** Every trail, the links to the third one, and the fork, if there is one. */
export function layRoutes({ trunk, craft, people, later }: Routes): {
  routes: Route[];
  links: Trail[];
  fork: Point | undefined;
} {
  if (craft.length === 0) {
    const trail = wind(trunk, LEFT, RIGHT, (along) => {
      return 80 * (0.5 - along) + 24 * Math.sin(along * 2 * Math.PI);
    });
    return {
      routes: [{ track: 'both', trail, parts: trunk, outside: 1 }],
      links: [],
      fork: undefined,
    };
  }

  const ahead = Math.max(need(craft), need(people), later.length && need(later) + 260);
  const share = Math.min(0.4, need(trunk) / (need(trunk) + ahead));
  const fork = { x: Math.round(LEFT + (RIGHT - LEFT) * share), y: 0 };
  const meeting = { x: RIGHT - Math.min(need(later), (RIGHT - fork.x) * 0.6), y: 6 };
  const third = later.length > 0 && wind(later, meeting.x, RIGHT, () => meeting.y);
  const room = third ? 36 + Math.max(...third.points.map(({ y }) => Math.abs(y))) : 0;
  const branch = (parts: MapPart[], side: Side) =>
    wind(parts, fork.x, RIGHT, (along, swing) => {
      return side * (SPREAD + room + swing) * (1 - (1 - along) ** 2.2);
    });

  const branches: Route[] = [
    { track: 'craft', trail: branch(craft, -1), parts: craft, outside: -1 },
    { track: 'people', trail: branch(people, 1), parts: people, outside: 1 },
  ];
  const routes = [...branches];
  const links: Trail[] = [];
  if (trunk.length > 0) {
    const trail = wind(trunk, LEFT, fork.x, (along) => 36 * (1 - along) ** 2);
    routes.push({ track: 'both', trail, parts: trunk, outside: 1 });
  }
  if (third) {
    routes.push({ track: 'both', trail: third, parts: later, outside: -1 });
    for (const route of branches) {
      const start = turnoff(route, fork, meeting);
      links.push(link(start, meeting, { x: (meeting.x - start.x) * 0.55, y: 0 }));
    }
  }
  return { routes, links, fork };
}

/** The parts of a route share its length as their chapters need it. */
export function layLegs(route: Route): Leg[] {
  const scale = route.trail.length / need(route.parts);
  let from = 0;
  return route.parts.map((part) => {
    const to = from + need([part]) * scale;
    const space = (to - from) / (part.chapters.length + 1) / 2;
    const marks = spread(part.chapters, route.trail, from + space, to - space);
    const leg = { part, route, from, to, marks };
    from = to;
    return leg;
  });
}

/** The length that parts ask for. */
function need(parts: MapPart[]): number {
  return parts.reduce((sum, { title, chapters }) => {
    const steps = Math.max(LEAST_STEPS, chapters.length + 1);
    return sum + Math.max(steps * STEP, widthOfLines([title], NAME) + 40);
  }, 0);
}

/**
 * A trail from left to right around a base line, with bends only as deep as the chapters need.
 *
 * @param base the height of the line at a share of the way, for bends of the given depth
 */
function wind(
  parts: MapPart[],
  from: number,
  to: number,
  base: (along: number, swing: number) => number,
): Trail {
  const turns = Math.max(1, Math.round((to - from) / BENDS)) * 2 * Math.PI;
  const bent = (swing: number) =>
    trace((along) => {
      const bend = Math.sin(along * turns) * swing * calm(along);
      return { x: from + (to - from) * along, y: base(along, swing) + bend };
    });
  const least = (need(parts) * LEAST_STEP) / STEP;
  let swing = 6;
  while (swing < DEEPEST && bent(swing).length < least) swing += 6;
  return bent(swing);
}

/** Where a link leaves the route for the meeting of the two: midway between two waymarks. */
function turnoff(route: Route, fork: Point, meeting: Point): Point {
  const { trail } = route;
  const marks = layLegs(route).flatMap((leg) => leg.marks);
  const candidates = trail.points.filter(
    (point) =>
      point.x > fork.x + 70 &&
      point.x < meeting.x - 80 &&
      marks.every((mark) => Math.hypot(mark.x - point.x, mark.y - point.y) > STEP / 3) &&
      // From here on the trail bends away from the link, which so never crosses it.
      trail.points.every(
        ({ x, y }) => x < point.x || x > meeting.x || Math.abs(y) > Math.abs(point.y) - 1,
      ),
  );
  const cost = ({ x }: Point) => Math.abs(meeting.x - 190 - x);
  const [best] = candidates.sort((a, b) => cost(a) - cost(b));
  return best ?? trail.at(trail.length / 2);
}
