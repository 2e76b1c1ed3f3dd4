import { describe, expect, it } from 'vitest';
import { PUBLIC_FOLDER } from '../../../../src/folders.ts';
import { loadHandbook } from '../../../../src/handbook/load.ts';
import { contentsOf, type Entry, filesOf } from '../../../../src/integrations/epub/contents.ts';
import { FIXTURE } from '../../../support/build.ts';

const book = await loadHandbook(FIXTURE, PUBLIC_FOLDER);

/** Titles, each with those below it. */
const titles = (entries: Entry[]): unknown[] =>
  entries.map(({ title, inside }) => (inside.length > 0 ? [title, titles(inside)] : title));

describe('the contents of an EPUB', () => {
  it('are the parts that are written, their chapters and sections', () => {
    expect(titles(contentsOf(book).parts)).toEqual([
      ['Start', [['First steps', [['Boots come first', ['Laces hold']], 'Maps help']]]],
      ['Onward', [['Second steps', ['Stones are in the way']]]],
    ]);
  });

  it('are then the lists that the handbook has something for', () => {
    const { lists } = contentsOf({ ...book, glossary: [], careers: [], about: false });
    expect(titles(lists)).toEqual([
      ['Pathways', ['I am new here']],
      'The roles compared',
      'Questions',
      ['Topics', ['Walking', 'Resting']],
      ['Disagreements', ['Is it better to go slowly or far?']],
      'Further reading',
      ['Sources', ['On Walking: Notes']],
    ]);
  });

  it('are in as many files as there are parts and pages', () => {
    const { parts, lists } = contentsOf(book);
    const files = filesOf([...parts, ...lists]).map(({ file }) => file);
    expect(files.slice(0, 6)).toEqual([
      'parts/start.xhtml',
      'chapters/first-steps.xhtml',
      'parts/onward.xhtml',
      'chapters/second-steps.xhtml',
      'pathways.xhtml',
      'pathways/new-here.xhtml',
    ]);
    expect(new Set(files).size).toBe(files.length);
  });
});
