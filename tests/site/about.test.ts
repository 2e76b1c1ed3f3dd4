import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the page about $name', ({ site, book, content }) => {
  const pages = readPages(site);

  it('is there, since the content has one', () => {
    expect(existsSync(path.join(content, 'about.mdx'))).toBe(true);
    const { $ } = pageAt(pages, '/about/');
    expect(plain($('h1').text())).toContain(book.title);
    expect($('main .text p').length).toBeGreaterThan(1);
    expect($('main .text h2').length).toBeGreaterThan(0);
  });

  it('names the edition', () => {
    expect(plain(pageAt(pages, '/about/').$('main').text())).toContain(`Edition ${book.edition}.`);
  });

  it('is linked from the foot of every page', () => {
    const lacking = pages
      .filter(({ $ }) => $(`body > footer a[href="${site.base}about/"]`).length !== 1)
      .map((page) => page.path);
    expect(pages.length).toBeGreaterThan(10);
    expect(lacking).toEqual([]);
  });
});
