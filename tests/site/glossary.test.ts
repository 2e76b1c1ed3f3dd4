import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { type Page, pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the glossary of $name', ({ site, book }) => {
  const pages = readPages(site);
  const { glossary } = readCatalog(site);
  const page = pageAt(pages, '/glossary/');
  const entryOf = (id: string) => page.$(`#${id}`);
  const hrefsIn = (entry: ReturnType<typeof entryOf>, ahead: string) =>
    entry
      .find(`a[href^="${site.base}${ahead}"]`)
      .toArray()
      .map(({ attribs }) => attribs.href ?? '');

  /** The sections of a chapter's page in which a term is a link, as the glossary would link to them. */
  const markedOn = ({ $, path }: Page, id: string) =>
    $('article section')
      .toArray()
      .filter((section) => $(section).find(`.text a[href="${site.base}glossary/#${id}"]`).length)
      .map((section) => {
        const heading = $(section).find(':is(h2, h3)[id]').attr('id');
        return `${site.base.slice(0, -1)}${path}#${heading}`;
      });

  /** A chapter's own address if its opening makes a term a link. */
  const openedOn = ({ $, path }: Page, id: string) =>
    $(`article > .text a[href="${site.base}glossary/#${id}"]`).length > 0
      ? [`${site.base.slice(0, -1)}${path}`]
      : [];

  it('has every term of handbook.json, at its address, in alphabetical order', () => {
    const listed = page
      .$('main dl > div[id]')
      .toArray()
      .map(({ attribs }) => attribs.id);
    expect(listed).toEqual(glossary.map(({ id }) => id));
    expect(glossary.map(({ url }) => url)).toEqual(
      listed.map((id) => `${site.origin ?? ''}${site.base}glossary/#${id}`),
    );
    const terms = glossary.map(({ term }) => term);
    expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(terms).not.toEqual([]);
  });

  it('says of each term what it stands for and what it means', () => {
    for (const { id, term, expansion, meaning } of book.glossary) {
      const entry = entryOf(id);
      const heading = plain(entry.find('dt').text());
      expect(heading, id).toBe(expansion ? `${term}, ${expansion}` : term);
      expect(plain(entry.find('[data-meaning]').text()), id).toBe(plain(meaning));
    }
    expect(book.glossary.length).toBe(glossary.length);
  });

  it('leads from each term to what its meaning rests on, or says that it is general usage', () => {
    for (const { id, claims } of book.glossary) {
      const entry = entryOf(id);
      const hrefs = hrefsIn(entry, 'sources/');
      const places = new Set(claims.map(({ source, where }) => `${source.author}, ${where}`));
      expect(hrefs.length, id).toBe(places.size);
      for (const place of places) expect(plain(entry.text()), id).toContain(plain(place));
      expect(
        claims.map((claim) => `${site.base}sources/${claim.source.key}/#${claim.id}`),
        id,
      ).toEqual(expect.arrayContaining(hrefs));
      if (claims.length === 0) expect(entry.text(), id).toContain('General usage');
      else expect(entry.text(), id).not.toContain('General usage');
    }
    expect(book.glossary.flatMap(({ claims }) => claims)).not.toEqual([]);
  });

  it('leads from each term back to the chapters and sections that mark it', () => {
    const chapters = readCatalog(site).chapters.map(({ id }) => pageAt(pages, `/chapters/${id}/`));
    const marked = glossary.map(({ id }) => [
      ...chapters.flatMap((chapter) => openedOn(chapter, id)),
      ...chapters.flatMap((chapter) => markedOn(chapter, id)),
    ]);
    expect(marked.flat()).not.toEqual([]);
    glossary.forEach(({ id }, index) => {
      expect(hrefsIn(entryOf(id), 'chapters/'), id).toEqual(marked[index]);
    });
  });

  it('agrees with handbook.json on those sections', () => {
    for (const { id, sections } of glossary) {
      const linked = hrefsIn(entryOf(id), 'chapters/').flatMap((href) => href.split('#')[1] ?? []);
      expect(linked, id).toEqual(sections);
    }
    expect(glossary.flatMap(({ sections }) => sections)).not.toEqual([]);
  });
});
