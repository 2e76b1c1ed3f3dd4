import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { type Page, pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the disagreements of $name', ({ site, book }) => {
  const pages = readPages(site);
  const catalog = readCatalog(site);
  const page = pageAt(pages, '/disagreements/');
  const disagreements = [...book.disagreements.values()];

  /** What stands in the rows of a list of positions: whose each is, and what they say. */
  const rowsOf = ({ $ }: Page, selector: string) =>
    $(`${selector} dl > div`)
      .toArray()
      .map((row) => {
        const says = $(row).find('dd').clone();
        says.find('ul').remove();
        return [plain($(row).find('dt').text()), plain(says.text())];
      });
  const expected = ({ positions, depends }: (typeof disagreements)[number]) => [
    ...positions.map(({ who, says }) => [plain(who), plain(says)]),
    ['It depends', plain(depends)],
  ];
  const box = (id: string) => `aside:has(> p > a[href="${site.base}disagreements/#${id}"])`;

  it('are all on their page, each at its address under its question', () => {
    const sections = page.$('main section[id]').toArray();
    expect(sections.map(({ attribs }) => attribs.id)).toEqual(
      catalog.disagreements.map(({ id }) => id),
    );
    for (const { id, question, url } of catalog.disagreements) {
      expect(plain(page.$(`#${id} h2`).text())).toBe(question);
      expect(url).toBe(`${site.origin ?? ''}${site.base}disagreements/#${id}`);
    }
    expect(catalog.disagreements).not.toEqual([]);
  });

  it('say who holds each position, what it is, and what a reader’s own depends on', () => {
    for (const disagreement of disagreements) {
      const rows = rowsOf(page, `#${disagreement.id}`);
      expect(rows, disagreement.id).toEqual(expected(disagreement));
      expect(rows.length, disagreement.id).toBeGreaterThanOrEqual(3);
    }
    expect(disagreements.length).toBe(catalog.disagreements.length);
  });

  it('name with each position the places in the sources that it is taken from', () => {
    for (const { id, positions } of disagreements) {
      const rows = page.$(`#${id} dl > div`).toArray();
      positions.forEach(({ claims }, index) => {
        const row = page.$(rows[index]);
        for (const { source, where } of claims) {
          const links = row.find(`a[href^="${site.base}sources/${source.key}/#"]`);
          expect(row.text(), id).toContain(source.author);
          expect(plain(links.text()), id).toContain(plain(where));
        }
        const named = row
          .find(`a[href^="${site.base}sources/"]`)
          .toArray()
          .map(({ attribs }) => attribs.href?.split('#')[1]);
        expect(named, id).not.toEqual([]);
        expect(claims.map((claim) => claim.id)).toEqual(expect.arrayContaining(named));
      });
    }
  });

  it('lead to the sections in which they stand, as handbook.json does', () => {
    for (const { id, sections } of catalog.disagreements) {
      const links = page
        .$(`#${id} a[href^="${site.base}chapters/"]`)
        .toArray()
        .map((link) => page.$(link).attr('href')?.split('#')[1]);
      expect(links, id).toEqual(sections);
    }
    expect(catalog.disagreements.flatMap(({ sections }) => sections)).not.toEqual([]);
  });

  it('stand in a box in those sections, and in no others', () => {
    for (const { id, question, sections } of catalog.disagreements) {
      const holding = catalog.chapters.flatMap((chapter) => {
        const { $ } = pageAt(pages, `/chapters/${chapter.id}/`);
        return $(box(id))
          .toArray()
          .map((aside) => {
            expect($(aside).attr('aria-label')).toBe(question);
            return $(aside).closest('section').find(':is(h2, h3)[id]').attr('id');
          });
      });
      expect(holding, id).toEqual(sections);
    }
  });

  it('are told in those boxes as they are on their page, on share pages too', () => {
    for (const disagreement of disagreements) {
      for (const { id, chapter } of disagreement.sections) {
        for (const path of [`/chapters/${chapter.id}/`, `/s/${id}/`]) {
          expect(rowsOf(pageAt(pages, path), box(disagreement.id)), path).toEqual(
            expected(disagreement),
          );
        }
      }
    }
    expect(disagreements.flatMap(({ sections }) => sections)).not.toEqual([]);
  });
});
