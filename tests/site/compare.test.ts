import { describe, expect, it } from 'vitest';
import { BASES } from '../../src/handbook/schema.ts';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the comparison of $name', ({ site, book }) => {
  const { $ } = pageAt(readPages(site), '/compare/');
  const { rows } = book.comparison;
  const cellsOf = (row: string) => $(`#${row} dl > div`).toArray();

  it('has every row at its address, under its title', () => {
    const listed = $('main section[id]')
      .toArray()
      .map(({ attribs }) => attribs.id);
    expect(listed).toEqual(rows.map(({ id }) => id));
    for (const { id, title } of rows) expect(plain($(`#${id} h2`).text())).toBe(title);
    expect(readCatalog(site).comparison.map(({ url }) => url)).toEqual(
      listed.map((id) => `${site.origin ?? ''}${site.base}compare/#${id}`),
    );
    expect(rows).not.toEqual([]);
  });

  it('says in each row something of each role, under the name of the role', () => {
    for (const { id, cells } of rows) {
      const told = cellsOf(id).map((cell) => [
        plain($(cell).find('dt').text()),
        plain($(cell).find('dd').text()),
      ]);
      expect(told.length).toBe(cells.length);
      cells.forEach(({ role, says }, index) => {
        expect(told[index]).toEqual([role.title, expect.stringContaining(plain(says))]);
      });
    }
  });

  it('names what each cell rests on, a source or our synthesis, and leads to it', () => {
    for (const { id, cells } of rows) {
      const shown = cellsOf(id);
      cells.forEach(({ claims, basis, section }, index) => {
        const cell = $(shown[index]);
        for (const { source } of claims) expect(cell.text(), id).toContain(source.author);
        if (basis !== 'essays') expect(cell.text(), id).toContain(BASES[basis]);
        const hrefs = cell
          .find('a')
          .toArray()
          .map(({ attribs }) => attribs.href);
        for (const key of new Set(claims.map(({ source }) => source.key))) {
          expect(hrefs).toContainEqual(expect.stringContaining(`/sources/${key}/#`));
        }
        if (section) {
          expect(hrefs).toContain(`${site.base}chapters/${section.chapter.id}/#${section.id}`);
        }
      });
    }
  });
});
