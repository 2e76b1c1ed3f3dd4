import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { searchPiece } from '../../src/handbook/address.ts';
import type { SearchRecord } from '../../src/handbook/search/records.ts';
import { createSearchIndex } from '../../src/handbook/search/search-index.ts';
import { writeSearchIndex } from '../../src/integrations/search-index.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/build.ts';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { filesOf, pageAt, readFile, readPages } from '../support/pages.ts';

afterAll(removeTemporaryFolders);

describe.each(MODELED)('the search index of $name', ({ site, book }) => {
  const readJson = (file: string) => JSON.parse(readFile(site, file));
  const { digest, ...head } = readJson('/search/index.json');
  const model = createSearchIndex(book);
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  const piece = (kind: Parameters<typeof searchPiece>[1], number: number) =>
    searchPiece(digest, kind, number);
  const records: SearchRecord[] = numbers(head.records).map((number) =>
    readJson(piece('record', number)),
  );

  it('has a record for each section, and for each term, row, pathway, disagreement, work and career', () => {
    const { chapters, glossary, comparison, pathways, ...more } = readCatalog(site);
    const { disagreements, literature, careers } = more;
    const elsewhere = [glossary, comparison, pathways, disagreements, literature, careers].flat();
    const sections = chapters.flatMap((chapter) =>
      chapter.sections.map(({ id }) => `/chapters/${chapter.id}/#${id}`),
    );
    expect(records.length).toBe(sections.length + elsewhere.length);
    expect(records.slice(0, sections.length).map((record) => record.path)).toEqual(sections);
    expect(head.sections.length).toBe(sections.length);
    expect(new Set(records.map((record) => record.path)).size).toBe(records.length);
  });

  it('has records that lead to what is there', () => {
    const pages = readPages(site);
    const astray = records.filter((record) => {
      const [page = '', id] = record.path.split('#');
      return id !== undefined && pageAt(pages, page).$(`[id="${id}"]`).length !== 1;
    });
    expect(astray).toEqual([]);
  });

  it('has every piece that its head names, and no other', () => {
    const named = [
      ...numbers(head.shards.length).map((number) => piece('shard', number)),
      ...numbers([...head.letters].length).map((number) => piece('spellings', number)),
      ...numbers(head.records).map((number) => piece('record', number)),
    ];
    const files = filesOf(site).filter((file) => file.startsWith('/_search/'));
    expect(files).toEqual(named.toSorted());
  });

  it('has in its pieces what the model says', () => {
    expect(head).toEqual(JSON.parse(JSON.stringify(model.head)));
    expect(records).toEqual(JSON.parse(JSON.stringify(model.records)));
    for (const [number, shard] of model.shards.entries()) {
      expect(readJson(piece('shard', number)), `shard ${number}`).toEqual(shard);
    }
    for (const [number, letter] of [...head.letters].entries()) {
      expect(readJson(piece('spellings', number)), letter).toEqual(model.spellings.get(letter));
    }
  });

  it('lies where another build of the same content would put it', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'search'));
    writeSearchIndex(book, folder);
    const files = filesOf({ folder });
    const searched = (file: string) => /^\/(_search\/|search\/index\.json)/.test(file);
    expect(files).toEqual(filesOf(site).filter(searched));
    for (const file of files) expect(readFile({ folder }, file), file).toBe(readFile(site, file));
  });

  it('has nothing of another search', () => {
    expect(filesOf(site).filter((file) => /pagefind|\.wasm/.test(file))).toEqual([]);
  });
});

describe('the keywords of a section', () => {
  const fixture = inject('fixture');
  const { book } = MODELED.find(({ site }) => site.folder === fixture.folder) ?? expect.fail();
  const keywords = [...book.sections.values()].flatMap((section) => section.keywords);

  it('stand in no page', () => {
    expect(keywords).not.toEqual([]);
    const found = readPages(fixture).flatMap(({ path, html }) =>
      keywords.filter((keyword) => html.includes(keyword)).map((keyword) => `${path}: ${keyword}`),
    );
    expect(found).toEqual([]);
  });

  it('are in no result, and search finds by them', () => {
    const files = filesOf(fixture).filter((file) => file.startsWith('/_search/'));
    const holding = files.filter((file) =>
      keywords.some((keyword) => readFile(fixture, file).includes(keyword.slice(0, 4))),
    );
    expect(holding.filter((file) => file.includes('/record-'))).toEqual([]);
    expect(holding.filter((file) => file.includes('/shard-'))).not.toEqual([]);
  });
});
