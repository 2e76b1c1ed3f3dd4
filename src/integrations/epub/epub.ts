import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { type Location, PAGES } from '../../handbook/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { keepPictures } from '../cards/pictures.ts';
import { contentsOf, type Entry, filesOf } from './contents.ts';
import { type Cover, drawCover } from './cover.ts';
import { bindPage, type Picture } from './document.ts';
import {
  landmarksOf,
  writeContents,
  writeCoverPage,
  writePartPage,
  writeTitlePage,
} from './front.ts';
import { openPack, type Pack } from './pack.ts';
import { writePackage } from './package.ts';
import { CONTENTS_FILE, COVER_FILE, COVER_PICTURE, STYLE_FILE, TITLE_FILE } from './xhtml.ts';

/** The files that say how the cover is drawn. */
const COVER_RECIPE = ['src/integrations/epub/cover.ts'];

/** What an EPUB is made from, beside the built pages. */
export interface Edition {
  book: Handbook;
  location: Location;
  /** The day on which the content last changed. */
  changed: Date;
  /** Whether it has a cover, which takes a while to draw. */
  cover: boolean;
}

/**
 * Writes the whole book as an EPUB 3 into the built site, from the site's own pages: chapters in the book's
 * order, then the pages that list things. It holds one page at a time.
 *
 * @param folder where the built site lies
 * @returns how many texts it holds
 * @throws {Error} where the title or the tagline is too long for the cover
 */
export async function writeEpub(edition: Edition, folder: string): Promise<number> {
  const { book, location, changed, cover } = edition;
  const { parts, lists } = contentsOf(book);
  const texts = filesOf([...parts, ...lists]);
  const pack = await openPack(path.join(folder, PAGES.epub));
  if (cover) await addCover(pack, book);
  await addText(pack, TITLE_FILE, writeTitlePage(book, changed, location));
  const contents = writeContents([...parts, ...lists], landmarksOf(parts, lists, cover));
  await addText(pack, CONTENTS_FILE, contents, 'nav');
  await pack.add(
    { file: STYLE_FILE, type: 'text/css' },
    await readFile('src/styles/epub.css', 'utf8'),
  );
  await addTexts(pack, texts, location, folder);
  await pack.close(writePackage({ book, location, changed, items: pack.items }));
  return texts.length;
}

async function addText(
  pack: Pack,
  file: string,
  xhtml: string,
  properties?: string,
): Promise<void> {
  await pack.add({ file, type: 'application/xhtml+xml', properties, read: true }, xhtml);
}

async function addCover(pack: Pack, { title, tagline, edition }: Handbook): Promise<void> {
  const says: Cover = { title, tagline, edition: `Edition ${edition}` };
  const tokens = await readFile('src/styles/tokens.css', 'utf8');
  const pictures = await keepPictures(COVER_RECIPE);
  const drawn = await pictures.get(['cover', says], () => drawCover(says, tokens));
  await addText(pack, COVER_FILE, writeCoverPage(says));
  await pack.add(
    { file: COVER_PICTURE, type: 'image/png', properties: 'cover-image' },
    new Uint8Array(await readFile(drawn.file)),
  );
}

/** Adds the texts of a book in their order, each with the pictures that it shows for the first time. */
async function addTexts(
  pack: Pack,
  texts: readonly Entry[],
  location: Location,
  folder: string,
): Promise<void> {
  const pages = new Set(texts.flatMap(({ page }) => page ?? []));
  const shown = new Set<string>();
  for (const { page, file, part, kind } of texts) {
    if (part) await addText(pack, file, writePartPage(part, file));
    if (page === undefined) continue;
    const html = await readFile(path.join(folder, page, 'index.html'), 'utf8');
    const { xhtml, pictures, drawings } = bindPage(html, page, kind, { location, pages });
    await addText(pack, file, xhtml, drawings ? 'svg' : undefined);
    for (const picture of pictures.filter((one) => !shown.has(one.file))) {
      shown.add(picture.file);
      const bytes = await readPicture(picture, folder);
      await pack.add({ file: picture.file, type: picture.type }, bytes);
    }
  }
}

async function readPicture(
  { source, foreign }: Picture,
  folder: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFile(path.join(folder, decodeURI(source)));
  return new Uint8Array(foreign ? await sharp(bytes).png().toBuffer() : bytes);
}
