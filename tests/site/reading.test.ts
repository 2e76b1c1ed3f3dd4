import { describe, expect, it } from 'vitest';
import { STANCES } from '../../src/handbook/schema.ts';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the further reading of $name', ({ site, book }) => {
  const pages = readPages(site);
  const { $ } = pageAt(pages, '/reading/');
  const works = book.literature.flatMap((group) => group.works);
  const entryOf = (id: string) => $(`main li#${id}`);
  const hrefsIn = (id: string, ahead: string) =>
    entryOf(id)
      .find(`a[href^="${site.base}${ahead}"]`)
      .toArray()
      .map(({ attribs }) => attribs.href ?? '');

  it('lists every work once, at its address, under the question that it answers', () => {
    const listed = $('main section')
      .toArray()
      .map((group) => [
        plain($(group).find('h2').text()),
        $(group)
          .find('li[id]')
          .toArray()
          .map(({ attribs }) => attribs.id),
      ]);
    expect(listed).toEqual(
      book.literature.map((group) => [plain(group.question), group.works.map(({ id }) => id)]),
    );
    expect(listed).not.toEqual([]);
    expect(readCatalog(site).literature.map(({ url }) => url)).toEqual(
      works.map(({ id }) => `${site.origin ?? ''}${site.base}reading/#${id}`),
    );
  });

  it('says of each work who wrote it, and what it says or that nothing is claimed of it', () => {
    for (const { id, author, title, year, says } of works) {
      const text = plain(entryOf(id).text());
      for (const part of [author, title, year ?? '']) expect(text, id).toContain(plain(part));
      expect(text, id).toContain(says ? plain(says) : 'we make no claim about it');
    }
    expect(works.filter(({ says }) => says).length).toBeLessThan(works.length);
  });

  it('says where a work agrees or argues with the sources, and leads to the claims', () => {
    for (const { id, stances } of works) {
      const text = plain(entryOf(id).text());
      for (const stance of stances) {
        expect(text, id).toContain(plain(`${STANCES[stance.stance]} ${stance.with}.`));
      }
      const claims = stances.flatMap((stance) => stance.claims);
      const hrefs = hrefsIn(id, 'sources/');
      expect(
        claims.map((claim) => `${site.base}sources/${claim.source.key}/#${claim.id}`),
        id,
      ).toEqual(expect.arrayContaining(hrefs));
      for (const { where } of claims) expect(text, id).toContain(plain(where));
      expect(hrefs.length > 0, id).toBe(claims.length > 0);
    }
    expect(works.flatMap(({ stances }) => stances)).not.toEqual([]);
  });

  it('stands at the end of the chapters that name it, and leads back to them', () => {
    for (const { id, reading } of book.chapters) {
      const chapter = pageAt(pages, `/chapters/${id}/`);
      const listed = chapter
        .$(`section[aria-labelledby="_reading"] a[href^="${site.base}reading/#"]`)
        .toArray()
        .map(({ attribs }) => attribs.href?.split('#')[1]);
      expect(listed, id).toEqual(reading.map((work) => work.id));
      for (const work of reading) {
        expect(hrefsIn(work.id, 'chapters/')).toContain(`${site.base}chapters/${id}/`);
      }
    }
    expect(book.chapters.flatMap(({ reading }) => reading)).not.toEqual([]);
  });

  it('leads to the sections that refer to a work', () => {
    for (const { id, sections } of works) {
      const linked = hrefsIn(id, 'chapters/').flatMap((href) => href.split('#')[1] ?? []);
      expect(linked, id).toEqual(sections.map((section) => section.id));
    }
    expect(works.flatMap(({ sections }) => sections)).not.toEqual([]);
  });
});
