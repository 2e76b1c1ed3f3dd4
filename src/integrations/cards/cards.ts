import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Card, cardsOf } from '../../handbook/card.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { createPainter } from './draw.ts';
import { keepPictures, prunePictures } from './pictures.ts';

/** The files that say how a card is drawn. */
const RECIPE = ['src/integrations/cards/cards.ts', 'src/integrations/cards/draw.ts'];
/** As many are drawn at once; more only wait for each other. */
const AT_ONCE = 4;

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
  const painter = await createPainter(book.title, await readFile('src/styles/tokens.css', 'utf8'));
  const pictures = await keepPictures(RECIPE);
  const cards = cardsOf(book);
  for (const card of cards) {
    await mkdir(path.join(folder, path.dirname(card.path)), { recursive: true });
  }

  let drawn = 0;
  async function write(card: Card): Promise<void> {
    const { path: place, ...says } = card;
    const picture = await pictures.get([book.title, says], () => painter.draw(card));
    await copyFile(picture.file, path.join(folder, place));
    drawn += Number(picture.drawn);
  }

  const waiting = cards.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const card of waiting) await write(card);
    }),
  );
  await prunePictures();
  return { drawn, all: cards.length };
}
