import { describe, expect, it } from 'vitest';
import { fileAt, isOwn, type Page, readPages, resolve, SITES } from '../support/pages.ts';

describe.each(SITES)('links within $name', ({ site }) => {
  const pages = readPages(site);
  const pageOf = new Map(pages.map((page) => [page.path.replace(/\/$/, '/index.html'), page]));
  const ids = new Map(
    pages.map(({ path, $ }) => [
      path,
      new Set(
        $('[id]')
          .toArray()
          .map(({ attribs }) => attribs.id),
      ),
    ]),
  );
  const idsOf = ({ path }: Page) => ids.get(path) ?? new Set();

  const links = pages.flatMap((page) =>
    page
      .$('[href], [src], [action], [data-copy-link]')
      .toArray()
      .flatMap(({ attribs: { href, src, action, 'data-copy-link': copied } }) =>
        [href, src, action, copied].filter((link) => link !== undefined),
      )
      .map((link) => ({ page, link, address: resolve(site, page, link) }))
      .filter(({ address }) => isOwn(site, address)),
  );

  it('lead to a file that is there', () => {
    const lost = links
      .filter(({ address }) => !fileAt(site, address))
      .map(({ page, link }) => `${page.path} links to ${link}, where no file is`);
    expect(links.length).toBeGreaterThan(pages.length);
    expect([...new Set(lost)]).toEqual([]);
  });

  it('lead to an id that is on the page', () => {
    const lost = links.flatMap(({ page, link, address }) => {
      const target = pageOf.get(fileAt(site, address) ?? '');
      const id = decodeURIComponent(address.hash.slice(1));
      if (!id || !target || idsOf(target).has(id)) return [];
      return [`${page.path} links to ${link}, where the ids are ${[...idsOf(target)].join(', ')}`];
    });
    expect(lost).toEqual([]);
  });

  it('are written as the address that the host serves, without a redirect', () => {
    const loose = links
      .filter(({ address }) => !/\/$|\.\w+$/.test(address.pathname))
      .map(({ page, link }) => `${page.path} links to ${link}, without a slash at its end`);
    const named = links
      .filter(({ address }) => address.pathname.endsWith('/index.html'))
      .map(({ page, link }) => `${page.path} links to ${link}, with the file's name`);
    expect([...loose, ...named]).toEqual([]);
  });

  it('say "https" where they leave it', () => {
    const outgoing = pages.flatMap((page) =>
      page
        .$('a[href]')
        .toArray()
        .map(({ attribs }) => resolve(site, page, attribs.href ?? ''))
        .filter((address) => !isOwn(site, address)),
    );
    expect(outgoing).not.toEqual([]);
    expect(outgoing.filter(({ protocol }) => !/^(https|mailto):$/.test(protocol))).toEqual([]);
  });

  it('lead from the error page to the same place, however deep the address that it stands in for', () => {
    const relative = links
      .filter(({ page, link }) => page.path === '/404.html' && !/^([/#]|https:)/.test(link))
      .map(({ link }) => link);
    expect(pageOf.has('/404.html')).toBe(true);
    expect(relative).toEqual([]);
  });
});
