import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { pageAt, plain, readPages, SITES } from '../support/pages.ts';

describe.each(SITES)('headings in $name', ({ site }) => {
  const pages = readPages(site);
  const outlines = pages.map(({ path, $ }) => ({
    path,
    levels: $('h1, h2, h3, h4, h5, h6')
      .toArray()
      .map(({ tagName }) => Number(tagName.slice(1))),
  }));

  it('are one of level 1 on each page', () => {
    for (const { path, levels } of outlines) {
      expect(levels.filter((level) => level === 1).length, `h1 on ${path}`).toBe(1);
    }
  });

  it('skip no level on the way down', () => {
    for (const { path, levels } of outlines) {
      levels.forEach((level, index) => {
        const before = levels[index - 1] ?? 0;
        expect(level, `levels on ${path}: ${levels}`).toBeLessThanOrEqual(before + 1);
      });
    }
  });

  it('are followed by a button that copies the address of the share page, where they head a section', () => {
    for (const { id: chapter, sections } of readCatalog(site).chapters) {
      for (const { id, title } of sections) {
        for (const path of [`/chapters/${chapter}/`, `/s/${id}/`]) {
          const { $ } = pageAt(pages, path);
          const heading = $(`:is(h2, h3)#${id}`);
          const button = heading.next('button[type=button]');
          const where = `after #${id} on ${path}`;
          expect(button.attr('data-copy-link'), where).toBe(`${site.base}s/${id}/`);
          expect(button.attr('aria-label'), where).toContain(title);
          expect(plain(heading.text())).toBe(title);
        }
      }
    }
  });
});
