import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { coverText, drawCover, HEIGHT, WIDTH } from '../../../../src/integrations/epub/cover.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const cover = { title: 'Waymark', tagline: 'Two paths.', edition: 'Edition 1' };

/** How many pixels left and right of the margins are darker than a line of the terrain. */
async function darkAtSides(says: typeof cover): Promise<number> {
  const { data, info } = await sharp(Buffer.from(await drawCover(says, tokens)))
    .flatten()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([WIDTH, HEIGHT]);
  return data.filter((value, index) => {
    const x = index % WIDTH;
    return value < 190 && (x < 120 || x >= WIDTH - 120);
  }).length;
}

describe('the cover', () => {
  it.each([
    ['a short title', cover],
    [
      'a long title',
      { ...cover, title: 'Why the answer that you want is long & <odd> '.repeat(4) },
    ],
    ['a long word', { ...cover, title: 'Verantwortungsbewusstsein' }],
    ['a long tagline', { ...cover, tagline: 'What lies down each of the paths. '.repeat(8) }],
  ])(
    'keeps to its margins with %s',
    async (_, says) => {
      expect(await darkAtSides(says)).toBe(0);
    },
    30_000,
  );

  it('says that a title is too long rather than cutting it', async () => {
    await expect(drawCover({ ...cover, title: 'endless '.repeat(250) }, tokens)).rejects.toThrow(
      /doesn't fit on its picture\. Expected a text that fits in \d+ px: shorten it\./,
    );
  }, 60_000);

  it('says what it shows', () => {
    expect(coverText(cover)).toMatch(/^Waymark\. Two paths\. Edition 1\. A trail forks/);
  });
});
