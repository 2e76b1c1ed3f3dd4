import { describe, expect, it } from 'vitest';
import { createPrintout } from '../../src/handbook/printout.ts';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the whole book of $name on one page', ({ site, book }) => {
  const pages = readPages(site);
  const { $ } = pageAt(pages, '/print/');
  const { numbers, backMatter } = createPrintout(book);
  const titleOf = (id: string) => plain($(`#${id}`).text());

  it('has its parts, chapters and sections in order, by their numbers', () => {
    const wanted = book.parts
      .filter(({ chapters }) => chapters.length > 0)
      .flatMap((part) => [
        `Part ${part.number}: ${part.title}`,
        ...part.chapters.flatMap((chapter) => [
          `${numbers.get(`/chapters/${chapter.id}/`)} ${chapter.title}`,
          ...chapter.sections.map(
            ({ id, title }) => `${numbers.get(`/chapters/${chapter.id}/#${id}`)} ${title}`,
          ),
        ]),
      ]);
    const headings = $(
      '.book-part :is(h2, h3, h4, h5):is(.book-part > *, .book-chapter > *, .text *)',
    );
    expect(headings.toArray().map((heading) => plain($(heading).text()))).toEqual(wanted);
  });

  it('has the words of every chapter, with its sources and what to talk about', () => {
    for (const chapter of book.chapters) {
      const own = pageAt(pages, `/chapters/${chapter.id}/`);
      const paragraphs = own.$('article .text > p, .cited li, .talk li').toArray();
      const bound = $('.book-chapter').filter(`[aria-labelledby="${chapter.id}"]`).clone();
      bound.find('.at').remove();
      const text = plain(bound.text());
      for (const paragraph of paragraphs) {
        expect(text).toContain(plain(own.$(paragraph).text()));
      }
      expect(paragraphs).not.toEqual([]);
    }
  });

  it('has the lists behind the chapters, down to the last term and claim', () => {
    expect(
      $('.back-matter > h2')
        .toArray()
        .map((title) => plain($(title).text())),
    ).toEqual(backMatter.map(({ title }) => title));
    const ids = new Set(
      $('[id]')
        .toArray()
        .map(({ attribs }) => attribs.id),
    );
    const wanted = [
      ...book.glossary.map(({ id }) => `_glossary.${id}`),
      ...[...book.disagreements.keys()].map((id) => `_disagreements.${id}`),
      ...book.comparison.rows.map(({ id }) => `_compare.${id}`),
      ...book.pathways.map(({ id }) => `_pathways.${id}`),
      ...book.careers.map(({ id }) => `_careers.${id}`),
      ...book.literature.flatMap(({ works }) => works).map(({ id }) => `_reading.${id}`),
      ...book.sources.flatMap(({ key, claims }) => claims.map(({ id }) => `_sources.${key}.${id}`)),
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    expect(titleOf('_about')).toBe('About');
  });

  it('leads to nothing of the site that it holds itself', () => {
    const held = new Set(createPrintout(book).pages);
    const outward = $('.book a[href]')
      .toArray()
      .map(({ attribs }) => attribs.href ?? '')
      .filter((href) => !href.startsWith('#'))
      .map((href) => href.replace(`${site.origin ?? ''}${site.base.slice(0, -1)}`, ''));
    expect(outward).not.toEqual([]);
    expect(outward.filter((href) => held.has(href.replace(/#.*/, '')))).toEqual([]);
  });

  it('has no buttons', () => {
    expect($('main button').length).toBe(0);
  });

  it('is found from the foot of every page', () => {
    for (const page of pages) {
      const link = page.$(`footer a[href="${site.base}print/"]`);
      expect(plain(link.text()), page.path).toBe('The whole book');
    }
  });
});
