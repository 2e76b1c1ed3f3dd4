import { load } from 'cheerio';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { fileAt, filesOf, readFile } from '../support/pages.ts';

describe('the sitemap', () => {
  const book = inject('book');
  const locations = (file: string) =>
    load(readFile(book, file), { xml: true })('loc')
      .toArray()
      .map((node) => new URL(load(node).text()));
  const listed = () =>
    locations('/sitemap-index.xml').flatMap((part) => locations(fileAt(book, part) ?? ''));

  it('lists every chapter, topic and source', () => {
    const { chapters, topics, sources } = readCatalog(book);
    expect(listed().map(String)).toEqual(
      expect.arrayContaining([...chapters, ...topics, ...sources].map(({ url }) => url)),
    );
  });

  it('lists only pages that are there', () => {
    expect(listed().filter((url) => !fileAt(book, url))).toEqual([]);
  });

  it('lists no share page and not the whole book, for which chapters stand, no error, and nothing that is no page', () => {
    const strange = listed().filter(({ pathname }) =>
      /^\/s\/|^\/print\/|404|\.\w+$/.test(pathname),
    );
    expect(strange).toEqual([]);
  });

  it('is left out where the address of the site is unknown', () => {
    expect(filesOf(inject('fixture')).filter((file) => file.includes('sitemap'))).toEqual([]);
  });
});
