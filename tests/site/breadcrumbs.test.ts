import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { fileAt, type Page, pageAt, plain, readPages, resolve, SITES } from '../support/pages.ts';

describe.each(SITES)('breadcrumbs in $name', ({ site }) => {
  const pages = readPages(site);
  const catalog = readCatalog(site);
  const others = pages.filter(({ path }) => path !== '/');
  const crumbsOf = ({ $ }: Page) =>
    $('nav[aria-label=Breadcrumb] a')
      .toArray()
      .map((link) => ({ title: plain($(link).text()), href: $(link).attr('href') ?? '' }));

  it.each([
    { which: 'every page but the first and the share pages', shared: false },
    { which: 'every share page', shared: true },
  ])('stand on $which, once and ahead of the title', ({ shared }) => {
    const wanted = others.filter(({ path }) => path.startsWith('/s/') === shared);
    const lacking = wanted
      .filter(({ $ }) => $('nav[aria-label=Breadcrumb] ~ h1').length !== 1)
      .map(({ path }) => path);
    expect(wanted.length).toBeGreaterThan(3);
    expect(lacking).toEqual([]);
    expect(crumbsOf(pageAt(pages, '/'))).toEqual([]);
  });

  it('begin with the handbook', () => {
    const crumbed = others.filter((page) => crumbsOf(page).length > 0);
    for (const page of crumbed) {
      expect(crumbsOf(page)[0], page.path).toEqual({ title: catalog.title, href: site.base });
    }
    expect(crumbed).not.toEqual([]);
  });

  it('lead to pages and places that are there, and never to the page itself', () => {
    const lost = others.flatMap((page) =>
      crumbsOf(page)
        .map(({ href }) => resolve(site, page, href))
        .filter((address) => {
          const file = fileAt(site, address);
          if (!file) return true;
          const target = pageAt(pages, file.replace(/(?<=\/)index\.html$/, ''));
          if (target === page) return true;
          return address.hash !== '' && target.$(address.hash).length !== 1;
        })
        .map(({ href }) => `${page.path} leads up to ${href}`),
    );
    expect(lost).toEqual([]);
  });

  it('lead up from a topic and a source through the list that it is in', () => {
    const lists = [
      ...catalog.topics.map(({ id }) => ({ path: `/topics/${id}/`, list: '/topics/' })),
      ...catalog.sources.map(({ key }) => ({ path: `/sources/${key}/`, list: '/sources/' })),
    ];
    for (const { path, list } of lists) {
      const [, ...rest] = crumbsOf(pageAt(pages, path));
      const title = plain(pageAt(pages, list).$('h1').text());
      expect(rest, path).toEqual([{ title, href: `${site.base.slice(0, -1)}${list}` }]);
    }
    expect(lists).not.toEqual([]);
  });

  it('lead up from a chapter through its part, and say which chapter of it this is', () => {
    for (const { id, title, chapters } of catalog.parts) {
      expect(plain(pageAt(pages, '/').$(`#_part-${id}`).text())).toBe(title);
      chapters.forEach((chapter, index) => {
        const page = pageAt(pages, `/chapters/${chapter}/`);
        const [, ...rest] = crumbsOf(page);
        expect(rest, chapter).toEqual([{ title, href: `${site.base}#_part-${id}` }]);
        expect(plain(page.$('nav[aria-label=Breadcrumb] li').last().text()), chapter).toBe(
          `Chapter ${index + 1} of ${chapters.length}`,
        );
      });
    }
    expect(catalog.chapters).not.toEqual([]);
  });
});
