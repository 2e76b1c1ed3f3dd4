import path from 'node:path';
import { isTag } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { chapterPath } from '../../src/handbook/address.ts';
import { waysIn } from '../../src/handbook/ways-in.ts';
import { fileOf } from '../../src/integrations/epub/contents.ts';
import { type EpubFile, readEpub } from '../support/epub.ts';
import { MODELED } from '../support/models.ts';
import { plain } from '../support/pages.ts';

describe.each(MODELED)('the EPUB of $name', async ({ name, site, book }) => {
  const epub = await readEpub(site.folder);
  const { package: opf, texts } = epub;
  const items = opf('item').toArray();
  const inTexts = (selector: string) =>
    [...texts].flatMap(([file, $]) =>
      $.root()
        .find(selector)
        .toArray()
        .map((node) => ({ file, node, $ })),
    );
  const read = [...texts.keys()];

  it('begins with its type, as it is, which programs know it by', () => {
    const [first] = epub.entries;
    expect(first).toMatchObject({ filename: 'mimetype', compressionMethod: 0, rawExtraField: {} });
    expect(first?.bitFlag?.dataDescriptor).toBe(false);
    expect(epub.files.get('mimetype')?.text).toBe('application/epub+zip');
  });

  it('lists each of its files, and has each file that it lists', () => {
    const listed = items.map(({ attribs }) => `EPUB/${attribs.href}`);
    const others = ['mimetype', 'META-INF/container.xml', 'EPUB/package.opf'];
    expect([...listed, ...others].sort()).toEqual([...epub.files.keys()].sort());
    expect(new Set(items.map(({ attribs }) => attribs.id)).size).toBe(items.length);
  });

  it('is read part by part, chapter by chapter, and then list by list', () => {
    const order = [
      ...book.parts
        .filter(({ chapters }) => chapters.length > 0)
        .flatMap(({ id, chapters }) => [
          `parts/${id}.xhtml`,
          ...chapters.map((chapter) => fileOf(chapterPath(chapter.id))),
        ]),
      ...waysIn(book).map((way) => fileOf(way.path)),
    ];
    expect(read.filter((file) => order.includes(file))).toEqual(order);
    expect(texts.size).toBe(items.filter(({ attribs }) => attribs.href?.endsWith('.xhtml')).length);
  });

  it('has the whole text of every chapter, with all its sections', () => {
    for (const { id, title, opening, sections } of book.chapters) {
      const $ = texts.get(fileOf(chapterPath(id))) ?? expect.fail(id);
      expect(plain($('h1').text())).toBe(title);
      const text = plain($('body').text());
      for (const line of [opening, ...sections.map((one) => one.text)].join('\n').split('\n')) {
        expect(text).toContain(plain(line));
      }
      expect(
        $('h2[id], h3[id]')
          .map((_, { attribs }) => attribs.id)
          .get(),
      ).toEqual(expect.arrayContaining(sections.map((section) => section.id)));
    }
  });

  it('names the sources of every section, and has every claim', () => {
    for (const { id, chapter, claims } of book.sections.values()) {
      const $ = texts.get(fileOf(chapterPath(chapter.id))) ?? expect.fail(id);
      const text = $(`[id="${id}"]`).parent().text();
      for (const { source } of claims) expect(text, id).toContain(source.short);
    }
    for (const { key, claims } of book.sources) {
      const $ = texts.get(`sources/${key}.xhtml`) ?? expect.fail(key);
      for (const { id, text } of claims) {
        expect(plain($(`[id="${id}"]`).text()), id).toContain(plain(text));
      }
    }
  });

  it('has contents down to the sections, in the order in which they are read', () => {
    const contents = texts.get('contents.xhtml') ?? expect.fail('there are no contents');
    const toc = contents('nav[epub\\:type=toc]');
    const linked = toc.find('a').toArray();
    const files = [...new Set(linked.map(({ attribs }) => attribs.href?.replace(/#.*/, '')))];
    expect(files).toEqual(read.slice(read.indexOf('contents.xhtml') + 1));
    const sections = [...book.sections.values()];
    expect(
      linked
        .filter(({ attribs }) => /^chapters\/.*#/.test(attribs.href ?? ''))
        .map((node) => contents(node).text()),
    ).toEqual(sections.map(({ title }) => title));
    expect(items.filter(({ attribs }) => attribs.properties === 'nav')).toHaveLength(1);
  });

  it('has links that lead to files in it, and to ids in them', () => {
    const lost = inTexts('a').flatMap(({ file, node }) => {
      const href = node.attribs.href ?? '';
      if (/^[a-z]+:/.test(href)) return [];
      const [to = '', id] = href.split('#');
      const $ = texts.get(to === '' ? file : path.posix.join(path.posix.dirname(file), to));
      if ($ && (id === undefined || $(`[id="${id}"]`).length === 1)) return [];
      return [`${file} links to ${href}`];
    });
    expect(lost).toEqual([]);
  });

  it('leads to the web for nothing that it holds itself', () => {
    const own = inTexts('a')
      .map(({ node }) => node.attribs.href ?? '')
      .filter((href) => site.origin && href.startsWith(`${site.origin}${site.base}`))
      .map((href) => href.slice((site.origin + site.base).length - 1));
    const held = own.filter((to) => texts.has(fileOf(to.replace(/[?#].*/, ''))));
    expect(held).toEqual([]);
  });

  it('has no id twice in a text', () => {
    for (const [file, $] of texts) {
      const ids = $('[id]')
        .map((_, { attribs }) => attribs.id)
        .get();
      expect(ids.length, file).toBe(new Set(ids).size);
    }
  });

  it('asks nothing of a network and runs nothing', () => {
    const loaded = inTexts('[src], link, [srcset], [style], object, iframe').map(
      ({ node }) => node.attribs.src ?? node.attribs.href ?? node.name,
    );
    expect(loaded.filter((address) => /^(?:[a-z]+:|\/)/.test(address))).toEqual([]);
    expect(inTexts('script, [onclick], [onload]')).toEqual([]);
    expect(epub.files.get('EPUB/style.css')?.text).not.toMatch(/url\(|@import/);
  });

  it('has no controls of the site, and nothing of its look but what says something', () => {
    const controls = 'button, input, form, search, details, summary, [popover], [tabindex]';
    expect(inTexts(controls).map(({ file, node }) => `${file} has a ${node.name}`)).toEqual([]);
    expect(inTexts('nav').map(({ file }) => file)).toEqual(['contents.xhtml', 'contents.xhtml']);
    const classes = new Set(
      inTexts('[class]').flatMap(({ node }) => node.attribs.class?.split(' ')),
    );
    for (const one of classes) expect(['quiet', 'name', 'plain', 'cover']).toContain(one);
    for (const { node } of inTexts('*')) {
      for (const attribute of Object.keys(node.attribs)) expect(attribute).not.toMatch(/^data-/);
    }
  });

  it('runs no two words together that stand apart on the site', () => {
    const line = 'a, b, code, em, i, span, strong, time';
    const together = inTexts(line).flatMap(({ file, node, $ }) => {
      const next = node.next && isTag(node.next) ? $(node.next).filter(line) : undefined;
      const [before, after] = [$(node).text(), next?.text() ?? ''];
      const touch = /[\p{L}\p{N}.?!]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
      return touch ? [`${file}: ${before}${after}`] : [];
    });
    expect(together).toEqual([]);
  });

  it('begins with a cover that says what it shows, where pictures are drawn', () => {
    const cover = items.find(({ attribs }) => attribs.properties === 'cover-image');
    if (name === 'the book') {
      // It is built with CARDS=off.
      expect(cover).toBe(undefined);
      expect(read[0]).toBe('title.xhtml');
      return;
    }
    expect(read[0]).toBe('cover.xhtml');
    const alt = texts.get('cover.xhtml')?.('img').attr('alt') ?? '';
    expect(alt).toContain(book.title);
    const { bytes }: Pick<EpubFile, 'bytes'> =
      epub.files.get(`EPUB/${cover?.attribs.href}`) ?? expect.fail('there is no cover');
    expect(Buffer.from(bytes.slice(1, 4)).toString()).toBe('PNG');
  });

  it('says whom it can be read by', () => {
    const says = opf('meta[property^="schema:access"]')
      .map((_, { attribs }) => attribs.property)
      .get();
    for (const property of [
      'schema:accessMode',
      'schema:accessModeSufficient',
      'schema:accessibilityFeature',
      'schema:accessibilityHazard',
      'schema:accessibilitySummary',
    ]) {
      expect(says).toContain(property);
    }
  });
});
