import { describe, expect, it } from 'vitest';
import { lengthsOf, OFFERED } from '../../src/handbook/pathway-lengths.ts';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the pathways of $name', ({ site, book }) => {
  const pages = readPages(site);
  const pageOf = (id: string) => pageAt(pages, `/pathways/${id}/`).$;

  it.each(['/', '/pathways/'])('are all offered by their situations on %s', (path) => {
    const { $ } = pageAt(pages, path);
    const offered = $(`main a[href^="${site.base}pathways/"]`)
      .toArray()
      .map(({ attribs }) => attribs.href)
      .filter((href) => href !== `${site.base}pathways/`);
    expect(offered).toEqual(book.pathways.map(({ id }) => `${site.base}pathways/${id}/`));
    for (const { situation } of book.pathways) expect($('main').text()).toContain(situation);
    expect(offered).not.toEqual([]);
  });

  it('lead to their sections in order, with a question for each of the two who talk', () => {
    for (const { id, steps } of book.pathways) {
      const $ = pageOf(id);
      const shown = $('.pathway ol > li').toArray();
      expect(shown.length).toBe(steps.length);
      steps.forEach(({ section, reader, mentor }, index) => {
        const step = $(shown[index]);
        expect(step.find('h2 a').attr('href')).toBe(
          `${site.base}chapters/${section.chapter.id}/#${section.id}`,
        );
        const text = plain(step.text());
        for (const part of [section.title, reader, mentor]) expect(text).toContain(plain(part));
      });
    }
  });

  it('offer the lengths that make sense, each at an address of its own', () => {
    for (const pathway of book.pathways) {
      const $ = pageOf(pathway.id);
      const offered = $('nav a[data-within]:not([data-within=all])')
        .toArray()
        .map(({ attribs }) => attribs.href);
      expect(offered).toEqual(lengthsOf(pathway).map(({ within }) => `#_within-${within}`));
      for (const href of offered) expect($(String(href)).length, href).toBe(1);
    }
  });

  it('have a rule of style for each length, which hides the steps that lie beyond it', () => {
    const { html } = pageAt(pages, `/pathways/${book.pathways[0]?.id}/`);
    for (const within of OFFERED) {
      expect(html).toMatch(
        new RegExp(`#_within-${within}:target\\) \\[data-beyond~="?${within}"?\\]`),
      );
    }
  });

  it('agree with handbook.json', () => {
    expect(readCatalog(site).pathways).toEqual(
      book.pathways.map(({ id, situation, minutes, steps, formerly }) => ({
        id,
        situation,
        url: `${site.origin ?? ''}${site.base}pathways/${id}/`,
        minutes,
        sections: steps.map(({ section }) => section.id),
        formerly,
      })),
    );
  });
});
