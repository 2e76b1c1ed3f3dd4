import { describe, expect, it } from 'vitest';
import { firstSentence } from '../../src/handbook/prose.ts';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the topics of $name', ({ site, book }) => {
  const pages = readPages(site);

  it('list their sections by chapter, each with its first sentence', () => {
    for (const { id, sections } of book.topics) {
      const { $ } = pageAt(pages, `/topics/${id}/`);
      for (const section of sections) {
        const link = $(`main a[href="${site.base}chapters/${section.chapter.id}/#${section.id}"]`);
        expect(plain(link.parent().text()), id).toContain(plain(firstSentence(section.text)));
        expect(plain(link.closest('section').find('h3').text())).toBe(section.chapter.title);
      }
    }
    expect(book.topics.flatMap(({ sections }) => sections)).not.toEqual([]);
  });

  it('list the terms and the disagreements that belong to them', () => {
    for (const { id, terms, disagreements } of book.topics) {
      const { $ } = pageAt(pages, `/topics/${id}/`);
      const hrefs = (page: string) =>
        $(`main a[href^="${site.base}${page}/#"]`)
          .toArray()
          .map(({ attribs }) => attribs.href?.split('#')[1]);
      expect(hrefs('glossary'), id).toEqual(terms.map((term) => term.id));
      expect(hrefs('disagreements'), id).toEqual(disagreements.map((one) => one.id));
    }
    expect(book.topics.flatMap(({ terms }) => terms)).not.toEqual([]);
  });
});
