import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { CACHE_FOLDER } from '../../folders.ts';
import { type Card, cardsOf } from '../../handbook/card.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { keepFile } from '../keep-file.ts';
import { createPainter } from './draw.ts';

/** Where drawn cards wait for the next build, by what they depend on. */
const CACHE = path.join(CACHE_FOLDER, 'cards');
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
    const made = await keepFile(cached, async () => {
      const svg = await painter.draw(card);
      return sharp(Buffer.from(svg)).flatten().png(PNG).toBuffer();
    });
    await utimes(cached, now, now);
    await copyFile(cached, path.join(folder, card.path));
    drawn += Number(made);
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
