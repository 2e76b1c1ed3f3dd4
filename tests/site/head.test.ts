import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { fileAt, pageAt, readPages, resolve, SITES } from '../support/pages.ts';

describe.each(MODELED)('the head of every page of $name', ({ site, book }) => {
  const pages = readPages(site);
  const former = book.formerPages.map(({ address }) => address);
  /** What stands at an old address has the head of another page. */
  const current = pages.filter(({ path }) => !former.includes(path));

  it('has a title that no other page has', () => {
    const titles = new Map<string, string>();
    for (const { path, $ } of current) {
      const title = $('head > title').text().trim();
      expect(title, path).not.toBe('');
      expect(titles.get(title), `the page with the title of ${path}`).toBe(undefined);
      titles.set(title, path);
    }
    expect(titles.size).toBe(current.length);
  });

  it('has a description, and the same for previews', () => {
    for (const { path, $ } of pages) {
      const description = $('meta[name=description]').attr('content');
      expect(description, path).toMatch(/\w/);
      expect($('meta[property="og:description"]').attr('content'), path).toBe(description);
      const title = $('meta[property="og:title"]').attr('content');
      const handbook = $('meta[property="og:site_name"]').attr('content');
      expect($('title').text(), path).toBe(`${title} · ${handbook}`);
    }
  });

  it('says its language, its characters and how wide it is', () => {
    for (const { path, $ } of pages) {
      expect($('html').attr('lang'), path).toBe('en');
      expect($('head').children().first().attr('charset'), path).toBe('utf-8');
      expect($('meta[name=viewport]').attr('content'), path).toContain('width=device-width');
      expect($('meta[name=viewport]').attr('content'), path).not.toMatch(/scal/);
    }
  });

  it('colors the browser in light and in dark', () => {
    for (const { path, $ } of pages) {
      const colors = $('meta[name="theme-color"]').toArray();
      expect(
        colors.map(({ attribs }) => attribs.media),
        path,
      ).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
      for (const { attribs } of colors) expect(attribs.content, path).toMatch(/^(oklch\(|#)/);
    }
  });

  it('names icons that are there', () => {
    const icons = pages.flatMap((page) =>
      page
        .$('link[rel=icon], link[rel="apple-touch-icon"]')
        .toArray()
        .map(({ attribs }) => resolve(site, page, attribs.href ?? '')),
    );
    const lost = icons.filter((icon) => !fileAt(site, icon)).map(({ pathname }) => pathname);
    expect(icons.length).toBeGreaterThanOrEqual(pages.length);
    expect([...new Set(lost)]).toEqual([]);
  });

  it('says where the page lives if the site knows it, and else nothing', () => {
    for (const { path, $ } of current) {
      // What stands in for a missing page has no address of its own.
      const known = path === '/404.html' ? undefined : site.origin;
      const address = known && `${known}${site.base.slice(0, -1)}${path}`;
      expect($('meta[property="og:url"]').attr('content'), path).toBe(address);
      expect($('link[rel=canonical]').length, path).toBe(address ? 1 : 0);
      if (!path.startsWith('/s/')) {
        expect($('link[rel=canonical]').attr('href'), path).toBe(address);
      }
    }
  });
});

describe.each(MODELED)('the head of a page at an old address of $name', ({ site, book }) => {
  const pages = readPages(site);

  it('keeps it from search engines, as it does the whole book, and no other is kept', () => {
    const hidden = pages.filter(({ $ }) => $('meta[name=robots][content=noindex]').length === 1);
    expect(hidden.map(({ path }) => path)).toEqual(
      ['/print/', ...book.formerPages.map(({ address }) => address)].sort(),
    );
  });

  it('previews as what took its place', () => {
    for (const { address, to } of book.formerPages) {
      const { $ } = pageAt(pages, address);
      expect($('title').text()).toBe(`${to.title} · ${book.title}`);
      expect($('meta[property="og:description"]').attr('content')).toBe(to.about);
    }
  });
});

describe('a share page', () => {
  const site = SITES[0]?.site ?? expect.fail();
  const pages = new Map(readPages(site).map((page) => [page.path, page]));

  it('names its chapter as the page to find', () => {
    for (const { url, sections } of readCatalog(site).chapters) {
      for (const { id } of sections) {
        const canonical = pages.get(`/s/${id}/`)?.$('link[rel=canonical]');
        expect(canonical?.attr('href'), id).toBe(url);
      }
    }
  });
});
