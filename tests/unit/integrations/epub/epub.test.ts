import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { PUBLIC_FOLDER } from '../../../../src/folders.ts';
import { loadHandbook } from '../../../../src/handbook/load.ts';
import { contentsOf, filesOf } from '../../../../src/integrations/epub/contents.ts';
import { writeEpub } from '../../../../src/integrations/epub/epub.ts';
import { FIXTURE, removeTemporaryFolders, temporaryFolder } from '../../../support/build.ts';
import { readEpub } from '../../../support/epub.ts';

afterAll(removeTemporaryFolders);

const book = await loadHandbook(FIXTURE, PUBLIC_FOLDER);

/** Writes the EPUB of a site whose pages all say the same. */
async function write(main: string) {
  const folder = await temporaryFolder();
  const { parts, lists } = contentsOf(book);
  for (const { page } of filesOf([...parts, ...lists])) {
    if (!page) continue;
    await mkdir(path.join(folder, page), { recursive: true });
    await writeFile(path.join(folder, page, 'index.html'), `<main>${main}</main>`);
  }
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } });
  await writeFile(path.join(folder, 'a b.webp'), await picture.webp().toBuffer());
  const changed = new Date('2026-03-04');
  const location = { site: undefined, base: '/' };
  const written = await writeEpub({ book, location, changed, cover: false }, folder);
  return { written, ...(await readEpub(folder)) };
}

describe('an EPUB', () => {
  it('holds a text for each part and page, beside its title and contents', async () => {
    const { written, package: opf } = await write('<h1>A</h1>');
    expect(opf('itemref')).toHaveLength(written + 2);
  });

  it('holds a picture once that many texts show, in a format that can be relied on', async () => {
    const { package: opf, files } = await write('<img src="/a b.webp" alt="Red">');
    const pictures = opf('item[media-type^="image/"]')
      .map((_, { attribs }) => attribs.href)
      .get();
    expect(pictures).toEqual(['images/a_20b.webp.png']);
    const { bytes } = files.get('EPUB/images/a_20b.webp.png') ?? expect.fail('no such file');
    expect((await sharp(bytes).metadata()).format).toBe('png');
  });

  it('says of the texts alone that have drawings that they do', async () => {
    const drawn = async (main: string) => (await write(main)).package('item[properties=svg]');
    expect(await drawn('<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>')).not.toHaveLength(0);
    expect(await drawn('<p>A</p>')).toHaveLength(0);
  });
});
