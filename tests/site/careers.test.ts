import { describe, expect, it } from 'vitest';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the careers of $name', ({ site, book }) => {
  const { $ } = pageAt(readPages(site), '/careers/');

  it('say of each station what it was, when, and which sections tell of it', () => {
    for (const { id, name, stations } of book.careers) {
      const career = $(`main section#${id}`);
      expect(plain(career.find('h2').text())).toBe(name);
      const shown = career.find('ol > li').toArray();
      expect(shown.length).toBe(stations.length);
      stations.forEach(({ title, when, says, sections }, index) => {
        const station = $(shown[index]);
        const text = plain(station.text());
        for (const part of [title, when, says]) expect(text).toContain(plain(part));
        const told = station
          .find('a[href*="/chapters/"]')
          .toArray()
          .map(({ attribs }) => attribs.href);
        expect(told).toEqual(
          sections.map((section) => `${site.base}chapters/${section.chapter.id}/#${section.id}`),
        );
      });
    }
    expect(book.careers).not.toEqual([]);
  });

  it('are drawn, each station leading to its words, for the eye alone', () => {
    for (const { id, stations } of book.careers) {
      const drawing = $(`#${id} svg:has(a)`);
      expect(drawing.attr('aria-hidden')).toBe('true');
      const links = drawing.find('a').toArray();
      expect(links.map(({ attribs }) => attribs.href)).toEqual(
        stations.map((_, index) => `#_${id}-${index + 1}`),
      );
      for (const link of links) expect(link.attribs.tabindex).toBe('-1');
    }
  });

  it('show what nobody dates without a year, and a year that is about right as that', () => {
    for (const { id, stations } of book.careers) {
      const years = $(`#${id} svg:has(a) g[text-anchor=end] text`)
        .toArray()
        .map((year) => $(year).text());
      expect(years).toEqual(
        stations.flatMap(({ from }) => (from ? `${from.about ? '~' : ''}${from.year}` : [])),
      );
    }
  });
});
