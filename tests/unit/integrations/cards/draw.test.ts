import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../../../src/folders.ts';
import { type Card, cardsOf } from '../../../../src/handbook/card.ts';
import { loadHandbook } from '../../../../src/handbook/load.ts';
import { createPainter, HEIGHT, WIDTH } from '../../../../src/integrations/cards/draw.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const book = await loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER);
const painter = await createPainter(book.title, tokens);
const cards = cardsOf(book);
const longest = cards.reduce((a, b) => (b.title.length > a.title.length ? b : a));

/** Nothing but the faint lines of the terrain may stand in the outer part of the margins. */
const CLEAR = 40;
/** Darker than any such line, of 255. */
const DARK = 190;

/** How many pixels of the outer margins are dark. */
async function darkAtEdges(card: Card): Promise<number> {
  const { data, info } = await sharp(Buffer.from(await painter.draw(card)))
    .flatten()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([WIDTH, HEIGHT]);
  let dark = 0;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isEdge = x < CLEAR || x >= WIDTH - CLEAR || y < CLEAR || y >= HEIGHT - CLEAR;
      if (isEdge && (data[y * WIDTH + x] ?? 0) < DARK) dark += 1;
    }
  }
  return dark;
}

describe('a card', () => {
  it('has room for every title of the book, large enough to be read in a chat', async () => {
    for (const { title } of cards) {
      const { size } = await painter.setTitle(title);
      // A chat shows a card at about a third.
      expect(size / 3, title).toBeGreaterThanOrEqual(18);
    }
  }, 60_000);

  it('sets a short title larger than a long one', async () => {
    const [short, long] = [await painter.setTitle('Trust'), await painter.setTitle(longest.title)];
    expect(short.size).toBeGreaterThan(long.size);
  });

  it.each([
    ['the longest title of the book', longest],
    ['a very long title', { ...longest, title: 'Why the answer that you want is long '.repeat(6) }],
    ['a very long word', { ...longest, title: 'Verantwortungsbewusstsein'.repeat(4) }],
    ['a long place', { ...longest, place: 'A place whose name is long '.repeat(4) }],
    ['a trail that goes on', { ...longest, before: true, after: true }],
  ])('keeps to its margins with %s', async (_, card) => {
    expect(await darkAtEdges(card)).toBe(0);
  });

  it('says that a title is too long rather than cutting it', async () => {
    await expect(painter.setTitle('endless '.repeat(250))).rejects.toThrow(
      /doesn't fit on its picture\. Expected a text that fits in \d+ px: shorten it\./,
    );
  }, 60_000);

  it('has the color and the blaze of its track', async () => {
    const draw = (track: Card['track']) => painter.draw({ ...longest, track });
    const [craft, people] = [await draw('craft'), await draw('people')];
    expect(craft).not.toBe(people);
    const colors = (svg: string) => new Set(svg.match(/#[0-9a-f]{6}/g));
    expect(colors(craft)).toEqual(colors(people));
    // The logo has both shapes; the blaze adds the diamond to the one and the ring to the other.
    const diamonds = (svg: string) => svg.match(/<path d="M6/g)?.length;
    expect([diamonds(craft), diamonds(people)]).toEqual([2, 1]);
  });

  it('is the same each time', async () => {
    expect(await painter.draw(longest)).toBe(await painter.draw(longest));
  });

  it('names the color that the look lacks', async () => {
    await expect(
      createPainter('Name', tokens.replace('--color-ink:', '--color-tint:')),
    ).rejects.toThrow('The look has no color "ink"');
  });
});
