import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { catalogSchema } from '../support/catalog-schema.ts';
import { fileAt, pageAt, plain, readFile, readPages, resolve, SITES } from '../support/pages.ts';

describe.each(SITES)('handbook.json of $name', ({ site }) => {
  const pages = readPages(site);
  const home = pageAt(pages, '/');
  const catalog = readCatalog(site);
  const sections = catalog.chapters.flatMap((chapter) => chapter.sections);
  const claims = catalog.sources.flatMap((source) => source.claims);
  const entries = [
    catalog,
    ...catalog.chapters,
    ...sections,
    ...catalog.topics,
    ...catalog.sources,
    ...claims,
  ];
  const pageOf = (url: string) => {
    const file = fileAt(site, resolve(site, home, url)) ?? `nothing at ${url}`;
    return pageAt(pages, file.replace(/index\.html$/, ''));
  };

  it('keeps to its schema', () => {
    expect(catalogSchema.safeParse(JSON.parse(readFile(site, '/handbook.json'))).error).toBe(
      undefined,
    );
  });

  it('gives absolute addresses where the site is known, and else paths with the base path', () => {
    const ahead = `${site.origin ?? ''}${site.base}`;
    const urls = [...entries.map(({ url }) => url), ...sections.map(({ share }) => share)];
    expect(urls.filter((url) => !url.startsWith(ahead))).toEqual([]);
  });

  it('gives addresses at which there are pages that have the ids', () => {
    for (const { url } of entries) {
      const { hash } = resolve(site, home, url);
      const page = pageOf(url);
      if (hash) expect(page.$(hash).length, `${hash} on ${page.path}`).toBe(1);
    }
  });

  it('gives share addresses at which there are pages that have the passage', () => {
    for (const { id, share } of sections) {
      expect(pageOf(share).$(`#${id}`).length, `#${id} on ${share}`).toBe(1);
    }
  });

  it('lists the sections that are headings of the chapters, in order', () => {
    for (const { url, sections } of catalog.chapters) {
      const { $ } = pageOf(url);
      const headings = $('main :is(h2, h3)[id]:not([id^="_"])').toArray();
      expect(
        headings.map((node) => ({
          id: $(node).attr('id'),
          level: Number(node.tagName.slice(1)),
          title: plain($(node).text()),
        })),
      ).toEqual(sections.map(({ id, level, title }) => ({ id, level, title })));
    }
  });

  it('holds together: whatever an entry names is in it', () => {
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    const named = (list: string[][]) => [...new Set(list.flat())].sort();
    const chapters = ids(catalog.chapters);
    expect(catalog.parts.flatMap((part) => part.chapters)).toEqual(chapters);
    expect(ids(catalog.parts)).toEqual(
      expect.arrayContaining(catalog.chapters.map(({ part }) => part)),
    );
    expect(ids(catalog.topics)).toEqual(
      expect.arrayContaining(named([...catalog.chapters, ...sections].map(({ topics }) => topics))),
    );
    expect(ids(claims)).toEqual(
      expect.arrayContaining(named(sections.map((section) => section.claims))),
    );
    for (const claim of claims) {
      const citing = sections.filter((section) => section.claims.includes(claim.id));
      expect(claim.sections, claim.id).toEqual(ids(citing));
    }
  });
});
