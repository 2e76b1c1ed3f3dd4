import type { Career } from './handbook.ts';
import { type Lettering, letter, TITLE, wrap } from './map/lettering.ts';

/** Where everything on the drawing of a career is: time runs down, in units that are about CSS pixels. */
export interface Timeline {
  width: number;
  height: number;
  /** The line of time, from its first to its last point. */
  axis: { x: number; from: number; to: number };
  /** The years that sources name, beside the line. */
  years: { text: string; x: number; y: number }[];
  /** In the order of the stations. */
  stations: TimelineStation[];
}

export interface TimelineStation {
  y: number;
  /** Whether a source says when it began. A date that is only about right counts, and is told apart by its year's text. */
  dated: boolean;
  title: Lettering;
}

const WIDTH = 328;
const AXIS = 58;
/** From the line to the titles. */
const INDENT = 22;
/** The least room between two stations, for the first line of a title and what lies below it. */
const STEP = 44;
/** The height of a year, where stations are far enough apart for time to be to scale. */
const YEAR = 9;
const EDGE = 22;

/**
 * Draws a career as a line of time. Two stations whose years are known lie at least as far apart as
 * their years do, and never so near that their titles touch; stations between them whose time no source tells share the
 * stretch evenly.
 */
export function drawTimeline({ stations }: Pick<Career, 'stations'>): Timeline {
  const titles = stations.map(({ title }) => wrap(title, TITLE, WIDTH - AXIS - INDENT));
  const tops: number[] = [];
  let y = EDGE;
  stations.forEach((_, index) => {
    tops.push(y);
    const next = stations.findIndex(({ from }, later) => later > index && from);
    const last = stations.findLastIndex(({ from }, earlier) => earlier <= index && from);
    const years = (stations[next]?.from?.year ?? 0) - (stations[last]?.from?.year ?? 0);
    const known = next > 0 && last >= 0;
    const toScale = known ? (years * YEAR) / (next - last) : 0;
    y += Math.max(STEP, (titles[index]?.length ?? 1) * TITLE.leading + EDGE, Math.round(toScale));
  });
  return {
    width: WIDTH,
    height: y,
    axis: { x: AXIS, from: tops[0] ?? 0, to: tops.at(-1) ?? 0 },
    years: stations.flatMap(({ from }, index) => {
      if (!from) return [];
      return {
        text: `${from.about ? '~' : ''}${from.year}`,
        x: AXIS - INDENT / 2 - 6,
        y: tops[index] ?? 0,
      };
    }),
    stations: stations.map(({ from }, index) => ({
      y: tops[index] ?? 0,
      dated: from !== undefined,
      title: letter(
        titles[index] ?? [],
        TITLE,
        AXIS + INDENT,
        (tops[index] ?? 0) - TITLE.leading / 2,
        'start',
      ),
    })),
  };
}
