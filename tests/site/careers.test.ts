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

  it('are drawn for eye and pointer, each station by the blaze of its track, leading to its words', () => {
    for (const { id, stations } of book.careers) {
      const drawing = $(`#${id} > div > svg`);
      expect(drawing.attr('aria-hidden')).toBe('true');
      const links = drawing.find('a').toArray();
      expect(links.map((link) => $(link).attr('href'))).toEqual(
        stations.map((_, index) => `#_${id}-${index + 1}`),
      );
      for (const link of links) expect($(link).attr('tabindex')).toBe('-1');
      const shapes = drawing
        .find('g[transform]')
        .toArray()
        .map((blaze) => [$(blaze).find('circle').length, $(blaze).find('path').length]);
      const shapeOf = { craft: [0, 1], people: [1, 0], both: [1, 1] };
      expect(shapes).toEqual(stations.map(({ track }) => shapeOf[track]));
    }
  });

  it('lie on a dotted line where nobody dates them', () => {
    for (const { id, stations } of book.careers) {
      const dotted = $(`#${id} > div > svg > path`)
        .toArray()
        .map((line) => $(line).attr('stroke-dasharray') !== undefined);
      expect(dotted).toEqual(
        stations.slice(1).map(({ from }, index) => !from || !stations[index]?.from),
      );
    }
  });

  it('show what nobody dates without a year, and a year that is about right as that', () => {
    for (const { id, stations } of book.careers) {
      const years = $(`#${id} svg g[text-anchor=end] text`)
        .toArray()
        .map((year) => $(year).text());
      expect(years).toEqual(
        stations.flatMap(({ from }) => (from ? `${from.about ? '~' : ''}${from.year}` : [])),
      );
    }
  });
});
