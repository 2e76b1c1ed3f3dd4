import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { readMarkdown } from '../support/markdown.ts';
import {
  fileAt,
  filesOf,
  isOwn,
  pageAt,
  readFile,
  readPages,
  resolve,
  SITES,
} from '../support/pages.ts';

describe.each(SITES)('what $name has for language models', ({ site }) => {
  const pages = readPages(site);
  const home = pageAt(pages, '/');
  const pageOf = new Map(pages.map((page) => [page.path.replace(/\/$/, '/index.html'), page]));
  const { chapters, glossary, disagreements } = readCatalog(site);
  const texts = filesOf(site)
    .filter((file) => /\.md$|^\/llms.*\.txt$/.test(file))
    .map((file) => ({ file, ...readMarkdown(readFile(site, file)) }));
  const outlineOf = (wanted: string) =>
    texts.find(({ file }) => file === wanted) ?? expect.fail(wanted);

  it('links only to what is there, ids included, by whole addresses where the site is known', () => {
    const links = texts.flatMap(({ file, links }) => links.map((link) => ({ file, link })));
    const strange = links.flatMap(({ file, link }) => {
      if (!link.startsWith('https://') && (site.origin || !link.startsWith(site.base))) {
        return [`${file} links to ${link}`];
      }
      const address = resolve(site, home, link);
      if (!isOwn(site, address)) return [];
      const target = fileAt(site, address);
      const id = decodeURIComponent(address.hash.slice(1));
      const page = pageOf.get(target ?? '');
      const found = target && (!id || page?.$(`[id="${id}"]`).length === 1);
      return found ? [] : [`${file} links to ${link}, which is not there`];
    });
    expect(links.length).toBeGreaterThan(chapters.length);
    expect([...new Set(strange)]).toEqual([]);
  });

  it('lists every twin in the order of the book, and all in one', () => {
    const { links } = outlineOf('/llms.txt');
    expect(links.filter((link) => link.endsWith('.md'))).toEqual(
      chapters.map(({ markdown }) => markdown),
    );
    const ahead = `${site.origin ?? ''}${site.base}`;
    for (const file of ['llms-full.txt', 'handbook.json', 'glossary/', 'sources/']) {
      expect(links).toContain(`${ahead}${file}`);
    }
    expect(links.includes(`${ahead}feed.xml`)).toBe(filesOf(site).includes('/feed.xml'));
  });

  it('has in one file every twin as it is, in order, with the glossary and the disagreements behind', () => {
    const whole = readFile(site, '/llms-full.txt');
    const places = chapters.map(({ id }) => whole.indexOf(readFile(site, `/chapters/${id}.md`)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const linked = outlineOf('/llms-full.txt').headings.flatMap(({ link }) => link ?? []);
    expect(linked).toEqual([
      ...chapters.flatMap(({ sections }) => sections.map(({ share }) => share)),
      ...[...glossary, ...disagreements].map(({ url }) => url),
    ]);
  });
});
