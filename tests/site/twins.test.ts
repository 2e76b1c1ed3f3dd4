import { describe, expect, it } from 'vitest';
import { absolute } from '../../src/handbook/address.ts';
import { readCatalog } from '../support/catalog.ts';
import { readMarkdown, textOf } from '../support/markdown.ts';
import { MODELED } from '../support/models.ts';
import { filesOf, pageAt, plain, readFile, readPages } from '../support/pages.ts';

describe.each(MODELED)('the twins of $name', ({ site, book }) => {
  const pages = readPages(site);
  const { chapters, sources } = readCatalog(site);
  const claims = new Map(sources.flatMap((source) => source.claims).map((one) => [one.id, one]));
  const location = { site: site.origin, base: site.base };
  const twinOf = (id: string) => readFile(site, `/chapters/${id}.md`);

  it('are there for every chapter, under every id that it ever had, and for nothing else', () => {
    const former = book.formerPages.filter(({ kind }) => kind === 'chapter').map(({ id }) => id);
    const ids = [...book.chapters.map(({ id }) => id), ...former];
    expect(filesOf(site).filter((file) => file.endsWith('.md'))).toEqual(
      ids.map((id) => `/chapters/${id}.md`).sort(),
    );
    for (const { id, formerly } of chapters) {
      for (const old of formerly.filter((one) => former.includes(one))) {
        expect(twinOf(old)).toBe(twinOf(id));
      }
    }
  });

  it('are named by their chapters, in the page and in handbook.json, and by no other page', () => {
    const naming = pages.flatMap(({ path, $ }) =>
      $('link[rel=alternate][type="text/markdown"]')
        .toArray()
        .map(({ attribs }) => [path, attribs.href]),
    );
    expect(naming.sort()).toEqual(
      chapters.map(({ id }) => [`/chapters/${id}/`, `${site.base}chapters/${id}.md`]).sort(),
    );
    expect(chapters.map(({ markdown }) => markdown)).toEqual(
      chapters.map(({ id }) => absolute(`/chapters/${id}.md`, location)),
    );
  });

  it('begin with the title, and have every section in order, linked to its share page', () => {
    for (const { id, title, sections } of chapters) {
      const [first, ...rest] = readMarkdown(twinOf(id)).headings;
      expect(first).toEqual({ level: 1, title, link: undefined });
      expect(
        rest.filter(({ link }) => link),
        id,
      ).toEqual(sections.map(({ level, title, share }) => ({ level, title, link: share })));
    }
  });

  it('say of every section what it rests on: each claim, whose it is, and where that stands', () => {
    for (const { id, sections } of chapters) {
      const parts = twinOf(id).split(/^##+ \[/m);
      for (const [index, section] of sections.entries()) {
        const part = parts[index + 1] ?? '';
        const { links, nodes } = readMarkdown(`## [${part}`);
        const items = nodes.filter(({ type }) => type === 'listItem').map(textOf);
        for (const name of section.claims) {
          const claim = claims.get(name) ?? expect.fail(name);
          expect(links, section.id).toContain(claim.url);
          expect(
            items.some((item) => item.startsWith(claim.text)),
            claim.id,
          ).toBe(true);
        }
        for (const { author, original } of sources.filter((source) =>
          source.claims.some((claim) => section.claims.includes(claim.id)),
        )) {
          expect(links, section.id).toContain(original);
          expect(
            items.some((item) => item.startsWith(author)),
            author,
          ).toBe(true);
        }
      }
    }
  });

  it('have all of the text, in Markdown alone', () => {
    for (const chapter of book.chapters) {
      const { nodes } = readMarkdown(twinOf(chapter.id));
      const said = plain(nodes.map((node) => ('value' in node ? node.value : ' ')).join(''));
      const lines = [chapter.opening, ...chapter.sections.map(({ text }) => text)].join('\n');
      for (const line of [...lines.split('\n'), ...chapter.talk.reader, ...chapter.talk.mentor]) {
        expect(squeeze(said), chapter.id).toContain(squeeze(line));
      }
      expect(nodes.filter(({ type }) => type === 'html')).toEqual([]);
      expect(said).not.toMatch(/undefined|\[object|\{#|<\/?[A-Za-z]/);
    }
  });

  it('tell the days that the chapter was published and changed', () => {
    for (const { id, published } of book.chapters) {
      const told = /First published (\S+), last changed (\S+)/.exec(twinOf(id))?.slice(1) ?? [];
      expect(told, id).toEqual(published ? [published.first, published.changed] : []);
    }
  });

  it('lead on to the next chapter', () => {
    for (const [index, { id }] of chapters.entries()) {
      const next = chapters[index + 1];
      expect(readMarkdown(twinOf(id)).links.at(-1), id).toBe(next?.url ?? absolute('/', location));
    }
  });

  it('have the headings of their pages, in the same words', () => {
    for (const { id } of chapters) {
      const { $ } = pageAt(pages, `/chapters/${id}/`);
      const heads = $('article :is(h2, h3)')
        .toArray()
        .map((node) => plain($(node).text()));
      expect(
        readMarkdown(twinOf(id))
          .headings.slice(1)
          .map(({ title }) => title),
      ).toEqual(heads);
    }
  });
});

/** Without any white space, which marks may come with. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
