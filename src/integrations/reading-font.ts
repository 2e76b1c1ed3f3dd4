import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { CACHE_FOLDER } from '../folders.ts';
import { keepFile } from './keep-file.ts';

/** Latin with the accents of Western Europe, typographic punctuation, arrows: what an English text needs. */
const CHARACTERS = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...range(0x2010, 0x2027),
  ...range(0x2190, 0x2193),
  ...range(0xfb00, 0xfb04),
].join('');

/** The weights that the look uses; a narrower axis is a smaller file. */
export const WEIGHTS = { min: 400, max: 600 } as const;

const OPTIONS = {
  targetFormat: 'woff2',
  // Small capitals, old figures and the like are not used; the ligatures of f are, by their characters.
  noLayoutClosure: true,
  variationAxes: { wght: WEIGHTS },
} as const;

/**
 * Cuts the reading font (Literata, Open Font License) down to the characters and weights in use.
 *
 * @param style which of its two faces
 * @returns the path of the subset, a woff2 file
 */
export async function subsetReadingFont(style: 'normal' | 'italic'): Promise<string> {
  const file = `@fontsource-variable/literata/files/literata-latin-wght-${style}.woff2`;
  const font = await readFile(createRequire(import.meta.url).resolve(file));
  const recipe = createHash('sha256')
    .update(font)
    .update(CHARACTERS)
    .update(JSON.stringify(OPTIONS));
  const subset = path.join(
    CACHE_FOLDER,
    `literata-${style}-${recipe.digest('hex').slice(0, 12)}.woff2`,
  );
  await keepFile(subset, () => subsetFont(font, CHARACTERS, OPTIONS));
  return subset;
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
}
