import { createHash } from 'node:crypto';
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { type Card, cardsOf } from '../../handbook/card.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { createPainter } from './draw.ts';

/** Where drawn cards wait for the next build, by what they depend on. */
const CACHE = path.resolve('node_modules/.cache/waymark/cards');
/** The files that say how a card is drawn: with a change to one of them, all are drawn anew. */
const RECIPE = [
  'package-lock.json',
  'src/handbook/blaze.ts',
  'src/handbook/map/terrain.ts',
  'src/integrations/cards/cards.ts',
  'src/integrations/cards/draw.ts',
  'src/styles/tokens.css',
];
/** Cards that no build has asked for in so many days are thrown away. */
const KEPT_DAYS = 30;
/** As many are drawn at once; more only wait for each other. */
const AT_ONCE = 4;

/** Flat colors and the steps between them need no more, and a third of the bytes. */
const PNG = { palette: true, colours: 16, dither: 0 };

/**
 * Draws the card of every section, chapter and pathway into the built site, as PNG. A card that says
 * the same in the same look as in an earlier build is taken from there.
 *
 * @param folder where the built site lies
 * @returns how many cards were drawn, and how many there are
 * @throws {Error} where a title is too long to fit
 */
export async function writeCards(
  book: Handbook,
  folder: string,
): Promise<{ drawn: number; all: number }> {
  await mkdir(CACHE, { recursive: true });
  const recipe = createHash('sha256').update(book.title);
  for (const file of RECIPE) recipe.update(await readFile(file));
  const look = recipe.digest('hex');
  const painter = await createPainter(book.title, await readFile('src/styles/tokens.css', 'utf8'));
  const cards = cardsOf(book);
  for (const card of cards) {
    await mkdir(path.join(folder, path.dirname(card.path)), { recursive: true });
  }

  const now = new Date();
  let drawn = 0;
  async function write(card: Card): Promise<void> {
    const { path: _, ...says } = card;
    const key = createHash('sha256').update(look).update(JSON.stringify(says)).digest('hex');
    const cached = path.join(CACHE, `${key.slice(0, 24)}.png`);
    const target = path.join(folder, card.path);
    try {
      await copyFile(cached, target);
      await utimes(cached, now, now);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const svg = await painter.draw(card);
    const png = await sharp(Buffer.from(svg)).flatten().png(PNG).toBuffer();
    await writeFile(target, png);
    // Renamed into place, so that a build beside this one never reads half a card.
    await writeFile(`${cached}.${process.pid}`, png);
    await rename(`${cached}.${process.pid}`, cached);
    drawn += 1;
  }

  const waiting = cards.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const card of waiting) await write(card);
    }),
  );
  await prune(now);
  return { drawn, all: cards.length };
}

/** Throws away what no build has asked for lately. */
async function prune(now: Date): Promise<void> {
  const oldest = now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of await readdir(CACHE)) {
    const file = path.join(CACHE, name);
    // Another build may have thrown it away meanwhile.
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: oldest }));
    if (mtimeMs < oldest) await rm(file, { force: true });
  }
}
