import { afterAll, describe, expect, inject, it } from 'vitest';
import { removeTemporaryFolders } from '../support/build.ts';
import { unpackEpub } from '../support/epub.ts';
import { startBrowser } from '../support/visit.ts';

afterAll(removeTemporaryFolders);

const open = await startBrowser();

/** The narrowest screen that books are read on. */
const PHONE = { width: 320, height: 640 };

describe.each([
  { name: 'the book', site: inject('book') },
  { name: 'the fixture', site: inject('fixture') },
])('a text of the EPUB of $name', async ({ site }) => {
  const { folder, documents, texts } = await unpackEpub(site.folder);

  it('is well-formed to a parser that forgives nothing, and so is what lists it', async () => {
    const page = await open({});
    const errors = await page.evaluate(
      (all) =>
        all.flatMap(({ name, text }) => {
          const parsed = new DOMParser().parseFromString(text, 'application/xml');
          const error = parsed.querySelector('parsererror');
          return error ? [`${name}: ${error.textContent}`] : [];
        }),
      documents,
    );
    expect(documents.length).toBeGreaterThan(texts.length);
    expect(errors).toEqual([]);
  });

  it('fits a narrow screen', async () => {
    const page = await open({ viewport: PHONE });
    const wide: string[] = [];
    for (const text of texts) {
      await page.goto(`file://${folder}/EPUB/${text}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > PHONE.width) wide.push(`${text} is ${width} pixels wide`);
    }
    expect(texts).not.toEqual([]);
    expect(wide).toEqual([]);
  });
});
