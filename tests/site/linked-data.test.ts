import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { DATA_SCRIPT, fileAt, type Page, pageAt, plain, readPages } from '../support/pages.ts';

const site = inject('book');

type Thing = Record<string, unknown> & { '@type': string };

/** What a page tells programs of, of some type. */
function readData({ $ }: Page, type: string): Thing {
  const { '@context': context, '@graph': graph } = JSON.parse($(DATA_SCRIPT).text());
  expect(context).toBe('https://schema.org');
  return graph.find((thing: Thing) => thing['@type'] === type) ?? expect.fail(type);
}

describe('linked data', () => {
  const pages = readPages(site);
  const { title, chapters, glossary, sources } = readCatalog(site);

  it('stands on chapters, in the glossary and on the first page, once and in the body', () => {
    const having = pages.filter(({ $ }) => $(DATA_SCRIPT).length > 0).map(({ path }) => path);
    expect(having.sort()).toEqual(
      ['/', '/glossary/', ...chapters.map(({ id }) => `/chapters/${id}/`)].sort(),
    );
    for (const path of having)
      expect(pageAt(pages, path).$(`body > ${DATA_SCRIPT}`).length).toBe(1);
  });

  it('says of a chapter what the page says', () => {
    for (const { id, url } of chapters) {
      const page = pageAt(pages, `/chapters/${id}/`);
      const { $ } = page;
      const article = readData(page, 'Article');
      expect(article).toMatchObject({
        headline: plain($('h1').text()),
        description: $('meta[name=description]').attr('content'),
        url: $('link[rel=canonical]').attr('href'),
        datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        isPartOf: { '@type': 'Book', name: title, url: `${site.origin}/` },
      });
      expect(article.url).toBe(url);
      const crumbs = $('nav[aria-label=Breadcrumb] a')
        .toArray()
        .map((node, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: plain($(node).text()),
          item: `${site.origin}${$(node).attr('href')}`,
        }));
      expect(readData(page, 'BreadcrumbList').itemListElement).toEqual([
        ...crumbs,
        { '@type': 'ListItem', position: crumbs.length + 1, name: plain($('h1').text()) },
      ]);
    }
  });

  it('defines the terms that the glossary shows, each at its address', () => {
    const page = pageAt(pages, '/glossary/');
    const terms = readData(page, 'DefinedTermSet').hasDefinedTerm as Thing[];
    expect(terms.map(({ url, name }) => [url, name])).toEqual(
      glossary.map(({ url, term }) => [url, term]),
    );
    expect(terms.map(({ description }) => description)).toEqual(
      page
        .$('[data-meaning]')
        .toArray()
        .map((node) => page.$(node).text()),
    );
  });

  it('says of the handbook where it can be searched, and what it is based on', () => {
    const home = pageAt(pages, '/');
    expect(readData(home, 'WebSite')).toMatchObject({ name: title, url: `${site.origin}/` });
    const essays = readData(home, 'Book').isBasedOn as Thing[];
    expect(essays.map(({ url }) => url)).toEqual(sources.map(({ original }) => original));
  });

  it('names only addresses of the book that are there', () => {
    const addresses = new Set<string>();
    for (const { $ } of pages) {
      const text = $(DATA_SCRIPT).text();
      if (text) {
        JSON.parse(text, (_, value) => {
          if (typeof value === 'string' && value.startsWith(`${site.origin}/`))
            addresses.add(value);
          return value;
        });
      }
    }
    const lost = [...addresses].filter((address) => {
      const url = new URL(address);
      const file = fileAt(site, url);
      const id = url.hash.slice(1);
      const page = pages.find(({ path }) => path === file?.replace(/(?<=\/)index\.html$/, ''));
      return !file || (id && page?.$(`[id="${id}"]`).length !== 1);
    });
    expect(addresses.size).toBeGreaterThan(chapters.length);
    expect(lost).toEqual([]);
  });

  it('is left out where the site does not know its own address', () => {
    const having = readPages(inject('fixture')).filter(({ $ }) => $(DATA_SCRIPT).length > 0);
    expect(having.map(({ path }) => path)).toEqual([]);
  });
});
