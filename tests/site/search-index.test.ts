import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../src/handbook/search/lexicon.ts';
import { tokensOf } from '../../src/handbook/search/tokens.ts';
import { readCatalog } from '../support/catalog.ts';
import { MODELED } from '../support/models.ts';
import { filesOf, readFile } from '../support/pages.ts';

describe.each(MODELED)('the search index of $name', ({ site, book }) => {
  const files = filesOf(site).filter((file) => file.startsWith('/pagefind/'));
  const { chapters, glossary, comparison, pathways, ...more } = readCatalog(site);
  const sections = chapters.flatMap((chapter) => chapter.sections);
  const { disagreements, literature, careers } = more;
  const elsewhere = [glossary, comparison, pathways, disagreements, literature, careers].flat();

  it('has a record for each section, and for each term, row, pathway, disagreement, work and career', () => {
    const records = sections.length + elsewhere.length;
    const { languages } = JSON.parse(readFile(site, '/pagefind/pagefind-entry.json'));
    expect(languages).toEqual({ en: expect.objectContaining({ page_count: records }) });
    expect(files.filter((file) => file.includes('/fragment/')).length).toBe(records);
  });

  it('has what the browser needs to search', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/pagefind/pagefind.js',
        '/pagefind/wasm.en.pagefind',
        expect.stringMatching(/\.pf_meta$/),
        expect.stringMatching(/index\/.+\.pf_index$/),
      ]),
    );
  });

  it('has beside it what a browser has to know of the words, one number for each of them', () => {
    const lexicon = JSON.parse(readFile(site, '/search/lexicon.json'));
    const words = new Set(lexicon.words.split(' '));
    const { words: ofSections, ...others } = createLexicon(book);
    const ofTerms = book.glossary.flatMap(({ term, expansion = '' }) =>
      tokensOf(`${term} ${expansion}`),
    );
    expect([...words]).toEqual(expect.arrayContaining([...ofSections.split(' '), ...ofTerms]));
    expect(lexicon.synonyms).toEqual(others.synonyms);
    expect(lexicon.total).toBe(sections.length + elsewhere.length);
    expect(lexicon.words.split(' ').length).toBe(lexicon.sections.length);
    for (const count of lexicon.sections) {
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(lexicon.total);
    }
  });

  it('has nothing of interfaces that the handbook does not use', () => {
    const unused = files.filter((file) => /ui|highlight|worker|\.css$|unknown/.test(file));
    expect(unused).toEqual([]);
  });
});
