import type { Track } from './schema.ts';

/** What the blaze of a track is made of, in a view box of 12 by 12. */
export interface Blaze {
  /** The people path's: how thick its line is, around the middle. */
  ring: { radius: number; width: number } | undefined;
  /** The craft path's: the `d` of its SVG path. */
  diamond: string | undefined;
}

const RADIUS = 4.8;

/** A diamond for the craft path, a ring for the people path, one in the other for both. */
export const BLAZES: Record<Track, Blaze> = {
  craft: { ring: undefined, diamond: 'M6 .8 11.2 6 6 11.2 .8 6z' },
  people: { ring: { radius: RADIUS, width: 2.4 }, diamond: undefined },
  both: { ring: { radius: RADIUS, width: 1.6 }, diamond: 'M6 3 9 6 6 9 3 6z' },
};
