import { TRACKS } from '../schema.ts';
import type { MapDrawing, Point, Routes } from './drawing.ts';
import {
  around,
  type Box,
  beside,
  createGround,
  type Face,
  type Lettering,
  NAME,
  TITLE,
  wrap,
} from './lettering.ts';
import { layLegs, layRoutes, type Side, WIDTH } from './routes.ts';

/** The room around waymarks and lettering, up to the edge. */
const MARGIN = 28;
/** A single trail would make a thin strip: the land around it makes a map of it. */
const LEAST_HEIGHT = 280;

/** How far from a trail names may stand, and how far beyond its hit area a waymark's title. */
const [NEAREST, FARTHEST, TITLE_FARTHEST] = [14, 120, 40];

/** The map from left to right, with the craft trail above and the people trail below. */
export function drawWide(book: Routes): MapDrawing {
  const { routes, links, fork } = layRoutes(book);
  const order = new Map(book.parts.map((part, index) => [part, index]));
  const legs = routes
    .flatMap(layLegs)
    .sort((a, b) => (order.get(a.part) ?? 0) - (order.get(b.part) ?? 0));
  const marks = legs.flatMap((leg) => leg.marks);
  const reach = Math.floor(reachOf(marks));

  const ground = createGround();
  const trails = [...routes.map(({ trail }) => trail), ...links];
  const walked = trails.flatMap(({ points }) => points.map((point) => around(point, 3)));
  const blazes = marks.map((mark) => around(mark, 11)).concat(fork ? around(fork, 16) : []);
  ground.take(walked, 1);
  ground.take(blazes, 100);

  // Names and signs stay, so each takes its room; titles come and go, and keep clear of all of them.
  const named = legs.map((leg) => {
    const shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
    const spots = shares.map((share) => leg.route.trail.at(leg.from + (leg.to - leg.from) * share));
    const name = ground.choose(
      places(leg.part.title, NAME, spots, [leg.route.outside], NEAREST, FARTHEST),
    );
    ground.take([name.box], 1000);
    return { ...leg, name };
  });
  const signs = routes.flatMap(({ track, trail, outside }) => {
    if (track === 'both') return [];
    const end = [trail.at(trail.length)];
    const name = ground.choose(
      places(TRACKS[track], TITLE, end, [opposite(outside)], NEAREST, FARTHEST),
    );
    ground.take([name.box], 1000);
    return { track, name };
  });
  const stretches = named.map(({ part, route, from, to, marks, name }) => ({
    track: part.track,
    planned: marks.length === 0,
    path: route.trail.path(from, to),
    name,
    waymarks: marks.map(({ title, ...mark }) => {
      const sides = [opposite(route.outside), route.outside];
      return {
        ...mark,
        title: ground.choose(places(title, TITLE, [mark], sides, reach, reach + TITLE_FARTHEST)),
        hit: around(mark, reach),
      };
    }),
  }));

  const texts = stretches.flatMap(({ waymarks }) => waymarks.map(({ title }) => title));
  texts.push(...named.map(({ name }) => name), ...signs.map(({ name }) => name));
  return {
    viewBox: frame([...walked, ...blazes, ...texts.map(({ box }) => box)]),
    stretches,
    links: links.map((way) => ({
      path: way.path(0, way.length),
      planned: book.later[0]?.chapters.length === 0,
    })),
    fork,
    signs,
    ends: routes
      .filter(({ track }) => track !== 'both' || !fork)
      .map(({ trail }) => trail.at(trail.length)),
  };
}

/** Places beside the spots, the nearest first, that leave the drawing's sides free. */
function places(
  text: string,
  face: Face,
  spots: Point[],
  sides: Side[],
  nearest: number,
  farthest: number,
): Lettering[] {
  const lines = wrap(text, face, 240);
  const result: Lettering[] = [];
  for (let gap = nearest; gap <= farthest; gap += 4) {
    for (const spot of spots) {
      for (const side of sides) result.push(...beside(lines, face, spot, gap, side));
    }
  }
  return result.filter(({ box }) => box.x >= MARGIN / 2 && box.x + box.width <= WIDTH - MARGIN / 2);
}

/** How far each point may reach, up to 20, so that the boxes around them stay apart. */
function reachOf(points: Point[]): number {
  const sorted = points.toSorted((a, b) => a.x - b.x);
  let reach = 20;
  sorted.forEach((a, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const b = sorted[next] ?? a;
      if (b.x - a.x >= reach * 2) break;
      reach = Math.min(reach, Math.max(b.x - a.x, Math.abs(b.y - a.y)) / 2);
    }
  });
  return reach;
}

/** The view box that takes in every box, and land enough around them. */
function frame(boxes: Box[]): Box {
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN;
  const height = Math.max(LEAST_HEIGHT, Math.ceil(bottom - top));
  return { x: 0, y: Math.round((top + bottom - height) / 2), width: WIDTH, height };
}

function opposite(side: Side): Side {
  return side === 1 ? -1 : 1;
}
