import { describe, expect, it } from 'vitest';
import { BACKLINKS_SHOWN } from '../../src/handbook/budgets.ts';
import type { Passage } from '../../src/handbook/handbook.ts';
import { passagePath } from '../../src/handbook/passage.ts';
import { MODELED } from '../support/models.ts';
import { pageAt, readPages } from '../support/pages.ts';

describe.each(MODELED)('what refers to a passage of $name', ({ site, book }) => {
  const pages = readPages(site);
  const hrefOf = (place: Passage) => `${site.base.slice(0, -1)}${passagePath(place)}`;
  const places: Passage[] = [...book.sections.values(), ...book.chapters];
  const chapterOf = (place: Passage) => ('chapter' in place ? place.chapter : place);

  /** The links of the sentence that says so, on the page of the chapter. */
  const shownFor = (place: Passage) => {
    const { $ } = pageAt(pages, `/chapters/${chapterOf(place).id}/`);
    const around = 'chapter' in place ? $(`#${place.id}`).closest('section') : $('article');
    return around
      .find('p')
      .filter((_, paragraph) => $(paragraph).text().trim().startsWith('Referred to in'))
      .filter((_, paragraph) => 'chapter' in place || !$(paragraph).closest('section').length)
      .find('a')
      .toArray()
      .map(({ attribs }) => String(attribs.href));
  };

  it('stands beside it, five places at most, and then a link to all of them', () => {
    for (const place of places) {
      const shown = place.backlinks.slice(0, BACKLINKS_SHOWN).map(hrefOf);
      const more = place.backlinks.length > BACKLINKS_SHOWN;
      expect(shownFor(place), place.id).toEqual([
        ...shown,
        ...(more ? [`${site.base}chapters/${chapterOf(place).id}/backlinks/`] : []),
      ]);
    }
    expect(places.flatMap(({ backlinks }) => backlinks)).not.toEqual([]);
  });

  it('is listed whole where a chapter can’t show all of it, and there alone', () => {
    for (const chapter of book.chapters) {
      const crowded = [chapter, ...chapter.sections].filter(
        ({ backlinks }) => backlinks.length > BACKLINKS_SHOWN,
      );
      const path = `/chapters/${chapter.id}/backlinks/`;
      expect(
        pages.some((page) => page.path === path),
        path,
      ).toBe(crowded.length > 0);
      for (const { backlinks } of crowded) {
        const hrefs = pageAt(pages, path)
          .$('main a')
          .toArray()
          .map(({ attribs }) => attribs.href);
        expect(hrefs).toEqual(expect.arrayContaining(backlinks.map(hrefOf)));
      }
    }
  });
});
