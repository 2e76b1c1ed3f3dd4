import { describe, expect, it } from 'vitest';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../src/folders.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { placesIn } from '../../src/handbook/places.ts';
import { anchorOf, createPrintout } from '../../src/handbook/printout.ts';
import { FIXTURE } from '../support/build.ts';

const fixture = await loadHandbook(FIXTURE, PUBLIC_FOLDER);

describe('an address, where all of the book is one page', () => {
  it('is the id of a chapter or a section itself', () => {
    expect(anchorOf('/chapters/first-steps/')).toBe('first-steps');
    expect(anchorOf('/chapters/first-steps/#boots')).toBe('boots');
  });

  it('is spelled out for everything else, which may be called the same', () => {
    expect(anchorOf('/glossary/')).toBe('_glossary');
    expect(anchorOf('/glossary/#boots')).toBe('_glossary.boots');
    expect(anchorOf('/sources/on-walking/#boots')).toBe('_sources.on-walking.boots');
  });

  it('tells what furnishes one chapter from what furnishes another', () => {
    expect(anchorOf('/chapters/first-steps/#_talk')).toBe('_chapters.first-steps._talk');
    expect(anchorOf('/chapters/second-steps/#_talk')).toBe('_chapters.second-steps._talk');
  });

  it.each([
    { name: 'the book', content: CONTENT_FOLDER },
    { name: 'the fixture', content: FIXTURE },
  ])('is nobody else’s in $name', async ({ content }) => {
    const places = placesIn(await loadHandbook(content, PUBLIC_FOLDER));
    const anchors = places.map(({ path }) => anchorOf(path));
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
    expect(anchors).not.toEqual([]);
  });
});

describe('the book on one page', () => {
  const { pages, numbers, backMatter } = createPrintout(fixture);

  it('numbers chapters through the parts, and sections in their chapters', () => {
    expect([...numbers]).toEqual([
      ['/chapters/first-steps/', '1'],
      ['/chapters/first-steps/#boots', '1.1'],
      ['/chapters/first-steps/#laces', '1.1.1'],
      ['/chapters/first-steps/#maps', '1.2'],
      ['/chapters/second-steps/', '2'],
      ['/chapters/second-steps/#stones', '2.1'],
    ]);
  });

  it('ends with the lists that say more than where to read', () => {
    expect(backMatter.map(({ title }) => title)).toEqual([
      'Pathways',
      'The roles compared',
      'Disagreements',
      'Careers',
      'Glossary',
      'Further reading',
      'Sources',
      'About',
    ]);
  });

  it('leaves out the lists that the handbook doesn’t have', () => {
    const bare = createPrintout({ ...fixture, glossary: [], about: false });
    expect(bare.backMatter.map(({ title }) => title)).not.toContain('Glossary');
    expect([...bare.pages]).not.toContain('/glossary/');
    expect([...bare.pages]).not.toContain('/about/');
  });

  it('knows every page that it holds', () => {
    expect([...pages]).toEqual(
      expect.arrayContaining(['/chapters/second-steps/', '/sources/on-walking/', '/glossary/']),
    );
    expect([...pages]).not.toContain('/topics/walking/');
    expect([...pages]).not.toContain('/questions/');
  });
});
