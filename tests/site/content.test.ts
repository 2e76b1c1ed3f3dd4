import { describe, expect, it } from 'vitest';
import type { Chapter, Section } from '../../src/handbook/handbook.ts';
import { BASES } from '../../src/handbook/schema.ts';
import { MODELED } from '../support/models.ts';
import { type Page, pageAt, plain, readPages } from '../support/pages.ts';

/** The text of a page as a reader has it, the words of two blocks apart. */
function textOf({ $ }: Page, selector: string): string[] {
  return $(selector)
    .toArray()
    .map((node) => {
      const copy = $(node).clone();
      copy.find('p, li, td, th, dt, dd, pre, h2, h3, h4').after('\n');
      return plain(copy.text());
    })
    .filter((text) => text !== '');
}

const written = ({ title, text }: Section) => plain(`${title}\n${text}`);

describe.each(MODELED)('the content of $name', ({ site, book }) => {
  const pages = readPages(site);
  const chapterPage = ({ id }: Chapter) => pageAt(pages, `/chapters/${id}/`);
  const sections = [...book.sections.values()];

  it('is in the page of each chapter: the opening and every section, whole and in order', () => {
    for (const chapter of book.chapters) {
      const opening = plain(chapter.opening);
      expect(textOf(chapterPage(chapter), 'article .text')).toEqual([
        ...(opening ? [opening] : []),
        ...chapter.sections.map(written),
      ]);
    }
    expect(book.chapters).not.toEqual([]);
  });

  it('is introduced and talked about in the page of each chapter', () => {
    for (const chapter of book.chapters) {
      const page = chapterPage(chapter);
      const [text] = textOf(page, 'main');
      for (const part of [chapter.summary, ...chapter.talk.reader, ...chapter.talk.mentor]) {
        expect(text).toContain(part);
      }
      expect(textOf(page, 'h1')).toEqual([chapter.title]);
    }
  });

  it('is in share pages, each of which holds its passage and no other', () => {
    for (const section of sections) {
      expect(textOf(pageAt(pages, `/s/${section.id}/`), 'article .text')).toEqual(
        [section, ...section.subsections].map(written),
      );
    }
  });

  it('leads from each share page into the chapter, to the section', () => {
    for (const { id, chapter } of sections) {
      const { $ } = pageAt(pages, `/s/${id}/`);
      const address = `${site.base}chapters/${chapter.id}/#${id}`;
      expect($(`article a[href="${address}"]`).length, address).toBe(1);
    }
  });

  it('names with each section the places that it draws on, or says that it draws on none', () => {
    for (const { id, chapter, claims, basis } of sections) {
      for (const path of [`/chapters/${chapter.id}/`, `/s/${id}/`]) {
        const { $ } = pageAt(pages, path);
        const around = $(`#${id}`).closest('section');
        for (const { source, where } of claims) {
          const link = around.find(`a[href^="${site.base}sources/${source.key}/#"]`);
          expect(around.text(), path).toContain(source.author);
          expect(plain(link.text()), path).toContain(plain(where));
        }
        if (basis !== 'essays') expect(around.text(), path).toContain(BASES[basis]);
      }
    }
  });

  it('has every claim on the page of its source, by its id and in its words', () => {
    for (const { key, claims } of book.sources) {
      const { $ } = pageAt(pages, `/sources/${key}/`);
      for (const { id, text } of claims) {
        expect(plain($(`#${id}`).text()), `#${id} of ${key}`).toContain(plain(text));
      }
      expect(claims).not.toEqual([]);
    }
  });

  it('says of a claim that no section cites why it does not', () => {
    for (const { key, claims } of book.sources) {
      const { $ } = pageAt(pages, `/sources/${key}/`);
      for (const { id, omit } of claims) {
        expect($(`#${id}`).text().includes('In no section'), id).toBe(omit !== undefined);
        if (omit) expect(plain($(`#${id}`).text())).toContain(`In no section: ${plain(omit)}.`);
      }
    }
    expect(sections).not.toEqual([]);
  });

  it('leads from every claim back to the sections that draw on it, or to five of them', () => {
    for (const source of book.sources) {
      const { $ } = pageAt(pages, `/sources/${source.key}/`);
      for (const { id, sections } of source.claims) {
        const citing = sections.map(
          (section) => `${site.base}chapters/${section.chapter.id}/#${section.id}`,
        );
        const links = $(`#${id}`)
          .find('a[href*="/chapters/"]')
          .toArray()
          .map((link) => $(link).attr('href'));
        expect(citing, id).toEqual(expect.arrayContaining(links));
        expect(links.length, id).toBeGreaterThanOrEqual(Math.min(5, citing.length));
      }
    }
  });
});
