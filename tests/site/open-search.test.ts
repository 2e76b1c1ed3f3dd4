import { load } from 'cheerio';
import { describe, expect, inject, it } from 'vitest';
import { filesOf, readFile, readPages } from '../support/pages.ts';

const book = inject('book');
const fixture = inject('fixture');
const linking = (site: typeof book) =>
  readPages(site)
    .filter(({ $ }) => $('link[rel=search]').length > 0)
    .map(({ path }) => path)
    .sort();

describe('the description of the search', () => {
  it('tells browsers the address to ask, whole, with a place for the words', () => {
    const $ = load(readFile(book, '/opensearch.xml'), { xml: true });
    expect($('OpenSearchDescription > Url').attr('template')).toBe(
      `${book.origin}/search/?q={searchTerms}`,
    );
    expect($('ShortName').text()).toBe('Waymark');
    expect($('ShortName').text().length).toBeLessThanOrEqual(16);
    expect($('Description').text()).toMatch(/\w/);
  });

  it('is linked where people begin, and nowhere else', () => {
    expect(linking(book)).toEqual(['/', '/search/']);
    const [home] = readPages(book).filter(({ path }) => path === '/');
    const link = home?.$('link[rel=search]');
    expect(link?.attr('type')).toBe('application/opensearchdescription+xml');
    expect(link?.attr('href')).toBe('/opensearch.xml');
  });

  it('is left out where the site does not know its own address', () => {
    expect(filesOf(fixture)).not.toContain('/opensearch.xml');
    expect(linking(fixture)).toEqual([]);
  });
});
