import type { Chapter, Part } from '../handbook.ts';
import type { Track } from '../schema.ts';
import type { Box, Lettering } from './lettering.ts';

export interface Point {
  x: number;
  y: number;
}

/** What the map needs to know of a part. */
export interface MapPart extends Pick<Part, 'title' | 'track'> {
  chapters: Pick<Chapter, 'id' | 'title' | 'track'>[];
}

/** Where everything on the map is, in the units of its view box, which are about CSS pixels. */
export interface MapDrawing {
  viewBox: Box;
  /** The parts in the book's order. */
  stretches: Stretch[];
  /** The ways by which the craft and the people trail reach the third one. */
  links: { path: string; planned: boolean }[];
  /** Where the craft and the people trail part, if the book has both. */
  fork: Point | undefined;
  /** What the two trails are called. */
  signs: { track: Track; name: Lettering }[];
  /** Where trails end: the hills of the terrain stand there. */
  ends: Point[];
}

/** A part on the map: a stretch of a trail. */
export interface Stretch {
  track: Track;
  /** It has no chapters yet. */
  planned: boolean;
  /** The `d` of its SVG path. */
  path: string;
  name: Lettering;
  waymarks: Waymark[];
}

/** A chapter on the map. */
export interface Waymark extends Point {
  id: string;
  track: Track;
  title: Lettering;
  /** Where a pointer finds it. */
  hit: Box;
}

/** A chapter and where its waymark stands. */
export type Mark = MapPart['chapters'][number] & Point;

/** The parts by the trail that they lie on. */
export interface Routes {
  /** All of them in the book's order. */
  parts: MapPart[];
  trunk: MapPart[];
  craft: MapPart[];
  people: MapPart[];
  /** Parts for both tracks that come after the fork. */
  later: MapPart[];
}
