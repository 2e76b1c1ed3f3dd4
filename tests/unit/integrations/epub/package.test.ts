import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { PUBLIC_FOLDER } from '../../../../src/folders.ts';
import { loadHandbook } from '../../../../src/handbook/load.ts';
import { bookIdentifier, writePackage } from '../../../../src/integrations/epub/package.ts';
import { FIXTURE } from '../../../support/build.ts';

const book = {
  ...(await loadHandbook(FIXTURE, PUBLIC_FOLDER)),
  title: 'Boots & <laces>, "tied"',
};
const location = { site: undefined, base: '/' };
const text = { file: 'a.xhtml', type: 'application/xhtml+xml', read: true };
const picture = { file: 'b.png', type: 'image/png', properties: 'cover-image' };

const write = (items = [text, picture]) =>
  load(writePackage({ book, location, changed: new Date('2026-03-04'), items }).text, {
    xml: true,
  });

describe('the package of an EPUB', () => {
  it('says what the book is called, in which language, and when it last changed', () => {
    const $ = write();
    expect($('dc\\:title').first().text()).toBe('Boots & <laces>, "tied"');
    expect($('dc\\:language').text()).toBe('en');
    expect($('dc\\:date').text()).toBe('2026-03-04');
    expect($('meta[property="dcterms:modified"]').text()).toBe('2026-03-04T00:00:00Z');
  });

  it('names the essays as sources, and nobody as an author but the handbook', () => {
    const $ = write();
    expect($('dc\\:creator').text()).toBe(book.title);
    expect($('dc\\:source').text()).toBe(
      'A. Writer, “On Walking: Notes”, https://essays.example/on-walking',
    );
  });

  it('lists its files, and has what is read in order', () => {
    const $ = write();
    expect(
      $('item')
        .map((_, { attribs }) => attribs.href)
        .get(),
    ).toEqual(['a.xhtml', 'b.png']);
    expect($('itemref').attr('idref')).toBe($('item[href="a.xhtml"]').attr('id'));
    expect($('itemref')).toHaveLength(1);
  });

  it('speaks of pictures where it has some', () => {
    const says = ($: ReturnType<typeof write>) => $('meta[property^="schema:access"]').text();
    expect(says(write())).toMatch(/visual.*alternativeText/);
    expect(says(write([text]))).not.toMatch(/visual|alternativeText/);
  });
});

describe('what an EPUB is known by', () => {
  const form = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it.each(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])('is a UUID, %s', (title) => {
    expect(bookIdentifier({ title }, location)).toMatch(form);
  });

  it('is the title where nobody knows the site, else the address', () => {
    const at = (title: string, site?: string, base = '/') =>
      bookIdentifier({ title }, { site, base });
    expect(at('A')).not.toBe(at('B'));
    expect(at('A', 'https://a.example')).toBe(at('B', 'https://a.example'));
    expect(at('A', 'https://a.example')).not.toBe(at('A', 'https://a.example', '/b/'));
  });
});
