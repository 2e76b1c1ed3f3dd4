import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { CACHE_FOLDER } from '../../folders.ts';
import { keepFile } from '../keep-file.ts';

/** Where drawn pictures wait for the next build, by what they depend on. */
const CACHE = path.join(CACHE_FOLDER, 'cards');
/** The files that every picture is drawn with: with a change to one of them, all are drawn anew. */
const RECIPE = [
  'package-lock.json',
  'src/handbook/blaze.ts',
  'src/handbook/map/terrain.ts',
  'src/integrations/cards/pictures.ts',
  'src/integrations/cards/press.ts',
  'src/styles/tokens.css',
];
/** Pictures that no build has asked for in so many days are thrown away. */
const KEPT_DAYS = 30;

/** Flat colors and the steps between them need no more, and a third of the bytes. */
const PNG = { palette: true, colours: 16, dither: 0 };

/** Pictures of one kind, as PNG. One that says the same in the same look as in an earlier build is taken from there. */
export interface Pictures {
  /**
   * @param says all that the picture says, as JSON can hold it
   * @param draw the picture as SVG, asked for where it isn't there
   * @returns the path of the PNG, and whether it was drawn now
   */
  get(says: unknown, draw: () => Promise<string>): Promise<{ file: string; drawn: boolean }>;
}

/** @param recipe the files that say how pictures of this kind are drawn, beside those of every picture */
export async function keepPictures(recipe: readonly string[]): Promise<Pictures> {
  const hash = createHash('sha256');
  for (const file of [...RECIPE, ...recipe]) hash.update(await readFile(file));
  const look = hash.digest('hex');
  const now = new Date();
  return {
    async get(says, draw) {
      const key = createHash('sha256').update(look).update(JSON.stringify(says)).digest('hex');
      const file = path.join(CACHE, `${key.slice(0, 24)}.png`);
      const drawn = await keepFile(file, async () =>
        sharp(Buffer.from(await draw()))
          .flatten()
          .png(PNG)
          .toBuffer(),
      );
      await utimes(file, now, now);
      return { file, drawn };
    },
  };
}

/** Throws away the pictures that no build has asked for lately. */
export async function prunePictures(): Promise<void> {
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of await readdir(CACHE)) {
    const file = path.join(CACHE, name);
    // Another build may have thrown it away meanwhile.
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: oldest }));
    if (mtimeMs < oldest) await rm(file, { force: true });
  }
}
