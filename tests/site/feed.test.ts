import { load } from 'cheerio';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { fileAt, filesOf, type Page, readFile, readPages } from '../support/pages.ts';

const site = inject('book');
const fixture = inject('fixture');
/** The pages that link to a feed, and how. */
const linking = (pages: Page[]) =>
  pages.flatMap(({ path, $ }) =>
    $('link[type="application/atom+xml"]')
      .toArray()
      .map(({ attribs: { rel, href } }) => [path, rel, href]),
  );

describe('the feed of the book', () => {
  const pages = readPages(site);
  const $ = load(readFile(site, '/feed.xml'), { xml: true });
  const book = MODELED.find(({ name }) => name === 'the book')?.book ?? expect.fail();

  it('has every chapter with the days of the ledger, those that changed last first', () => {
    const { chapters } = readCatalog(site);
    const entries = $('entry')
      .toArray()
      .map((node) => ({
        id: $(node).find('id').text(),
        title: $(node).find('title').text(),
        published: $(node).find('published').text(),
        updated: $(node).find('updated').text(),
      }));
    expect(entries.map(({ id }) => id).sort()).toEqual(chapters.map(({ url }) => url).sort());
    for (const { id, title, published } of book.chapters) {
      expect(entries).toContainEqual({
        id: `${site.origin}/chapters/${id}/`,
        title,
        published: `${published?.first}T00:00:00Z`,
        updated: `${published?.changed}T00:00:00Z`,
      });
    }
    const days = entries.map(({ updated }) => updated);
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('names only addresses that are there', () => {
    const inContent = $('content')
      .toArray()
      .flatMap((node) => load($(node).text())('a').toArray())
      .map(({ attribs }) => attribs.href ?? '');
    const addresses = [
      ...$('link')
        .toArray()
        .map(({ attribs }) => attribs.href ?? ''),
      ...inContent,
      $('icon').text(),
    ];
    expect(inContent).not.toEqual([]);
    expect(addresses.filter((address) => !fileAt(site, new URL(address)))).toEqual([]);
  });

  it('is found where people learn what the handbook is, and nowhere else', () => {
    expect(linking(pages)).toEqual([
      ['/about/', 'alternate', '/feed.xml'],
      ['/', 'alternate', '/feed.xml'],
    ]);
  });
});

describe('a feed', () => {
  it('is left out where the site does not know its own address', () => {
    expect(filesOf(fixture)).not.toContain('/feed.xml');
    expect(linking(readPages(fixture))).toEqual([]);
  });
});
