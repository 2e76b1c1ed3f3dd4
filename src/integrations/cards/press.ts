import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { formatHex } from 'culori';
import satori from 'satori';
import { BLAZES } from '../../handbook/blaze.ts';
import type { Track } from '../../handbook/schema.ts';

/** How high a line is beside its letters, of titles and of everything else. */
const LEADING = { title: 1.08, other: 1.3 };

/** The height of one line of a size, for a text that may have no more. */
export const oneLine = (size: number) => Math.ceil(size * LEADING.other);

/** A text in the size that fits: its letters as shapes, and how high it is. */
export interface SetText {
  svg: string;
  size: number;
  height: number;
}

/** What a text may take. */
export interface TextRoom {
  /** The sizes that it is tried in, in pixels, the largest first. */
  sizes: readonly number[];
  /** How high it may become in a size, in pixels. */
  height: (size: number) => number;
  width: number;
  color?: string;
  title?: boolean;
}

/** What every picture in the look of the site is drawn with. */
export interface Press {
  colors: Colors;
  /**
   * Sets a text in the largest size in which it is no higher than it may be.
   *
   * @throws {Error} where it doesn't fit even in the smallest
   */
  set(text: string, room: TextRoom): Promise<SetText>;
  /** @returns the SVG of a track's blaze, so many pixels wide, with its upper left corner at a place */
  drawBlaze(track: Track, x: number, y: number, size: number): string;
}

/** @param tokens the CSS that names the colors, `src/styles/tokens.css` */
export async function createPress(tokens: string): Promise<Press> {
  const fonts = await Promise.all([loadFont(400), loadFont(600)]);
  const colors = readColors(tokens);

  async function set(
    text: string,
    { sizes, height: most, width, color = colors.quiet, title = false }: TextRoom,
  ): Promise<SetText> {
    for (const size of sizes) {
      const svg = await satori(
        {
          type: 'div',
          props: {
            style: {
              display: 'flex',
              width,
              color,
              fontFamily: 'Literata',
              fontSize: size,
              fontWeight: color === colors.ink ? 600 : 400,
              lineHeight: title ? LEADING.title : LEADING.other,
              letterSpacing: title ? '-0.015em' : '0',
              textWrap: 'balance',
              wordBreak: 'break-word',
            },
            children: text,
          },
        },
        { width, fonts },
      );
      const [, height] = /^<svg[^>]* height="([\d.]+)"/.exec(svg) ?? [];
      if (Number(height) <= most(size)) return { svg, size, height: Number(height) };
    }
    throw new Error(
      `"${text}" doesn't fit on its picture. Expected a text that fits in ${sizes.at(-1)} px: shorten it.`,
    );
  }

  function drawBlaze(track: Track, x: number, y: number, size: number): string {
    const { ring, diamond } = BLAZES[track];
    return [
      `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="0 0 12 12">`,
      ring &&
        `<circle cx="6" cy="6" r="${ring.radius}" fill="none" stroke="${colors.people}" stroke-width="${ring.width}"/>`,
      diamond && `<path d="${diamond}" fill="${colors.craft}"/>`,
      '</svg>',
    ]
      .filter(Boolean)
      .join('');
  }

  return { colors, set, drawBlaze };
}

/** Puts a text at a place; its letters may reach beyond their lines. */
export function put({ svg }: SetText, x: number, y: number): string {
  return svg.replace('<svg', `<svg x="${x}" y="${y}" overflow="visible"`);
}

/** A static face of the reading font: satori spaces the letters of a variable one wrongly. */
async function loadFont(weight: 400 | 600) {
  const file = `@fontsource/literata/files/literata-latin-${weight}-normal.woff`;
  const data = await readFile(createRequire(import.meta.url).resolve(file));
  return { name: 'Literata', data, weight, style: 'normal' } as const;
}

export type Colors = Record<'paper' | 'ink' | 'quiet' | 'contour' | Exclude<Track, 'both'>, string>;

/** The colors that a picture needs, light, in the form that drawing programs know. */
function readColors(tokens: string): Colors {
  const color = (name: string) => {
    const [, oklch] =
      new RegExp(`--color-${name}: light-dark\\((oklch\\([^)]*\\))`).exec(tokens) ?? [];
    const hex = oklch && formatHex(oklch);
    if (!hex)
      throw new Error(`The look has no color "${name}" in OKLCH: see src/styles/tokens.css.`);
    return hex;
  };
  return {
    paper: color('paper'),
    ink: color('ink'),
    quiet: color('quiet'),
    contour: color('contour'),
    craft: color('craft'),
    people: color('people'),
  };
}
