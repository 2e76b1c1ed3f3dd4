import { describe, expect, it } from 'vitest';
import { PUBLIC_FOLDER } from '../../../src/folders.ts';
import type { Section } from '../../../src/handbook/handbook.ts';
import { loadHandbook } from '../../../src/handbook/load.ts';
import { otherRecords, sectionRecord } from '../../../src/handbook/search/records.ts';
import { sectionWords, WEIGHTS } from '../../../src/handbook/search/section-words.ts';
import { FIXTURE } from '../../support/build.ts';

const book = await loadHandbook(FIXTURE, PUBLIC_FOLDER);
const section = (id: string) => book.sections.get(id) as Section;

describe('a section as search finds it', () => {
  it('shows where it leads, what it is called, where it stands, its point and its questions', () => {
    expect(sectionRecord(section('laces')).record).toEqual({
      path: '/chapters/first-steps/#laces',
      title: 'Laces hold',
      place: 'Start · First steps',
      point: 'Laces hold the boot.',
      questions: ['How do I tie them?'],
    });
  });

  it('shows none of its keywords, and is found by them', () => {
    const { record, words } = sectionRecord({ ...section('laces'), keywords: ['strings'] });
    expect(JSON.stringify(record)).not.toContain('strings');
    expect(words.get('string')).toBeGreaterThan(0);
  });

  it('has its own words, weighed as they are told to be', () => {
    const weights = { ...WEIGHTS, title: 9 };
    expect(sectionRecord(section('laces')).words).toEqual(sectionWords(section('laces')));
    expect(sectionRecord(section('laces'), weights).words).toEqual(
      sectionWords(section('laces'), weights),
    );
  });

  it('has no point where it has no text', () => {
    expect(sectionRecord({ ...section('laces'), text: '' }).record.point).toBe('');
  });
});

describe('what can be found beside sections', () => {
  const others = otherRecords(book);
  const wordsOf = (title: string) =>
    others.find(({ record }) => record.title === title)?.words ?? expect.fail(`no ${title}`);

  it('is every term, row, pathway, work, career and disagreement, and says which it is', () => {
    expect(others.map(({ record }) => record)).toEqual([
      { path: '/glossary/#boot', title: 'B, boot', kind: 'Glossary' },
      { path: '/glossary/#trail', title: 'trail', kind: 'Glossary' },
      { path: '/compare/#the-pace', title: 'How fast you go', kind: 'The roles compared' },
      { path: '/pathways/new-here/', title: 'I am new here', kind: 'Pathway' },
      { path: '/reading/#walks', title: 'B. Reader, Walks', kind: 'Further reading' },
      { path: '/reading/#rests', title: 'C. Reader, Rests', kind: 'Further reading' },
      { path: '/careers/#a-writer', title: 'A. Writer', kind: 'Career' },
      {
        path: '/disagreements/#slow-or-far',
        title: 'Is it better to go slowly or far?',
        kind: 'Disagreement',
      },
    ]);
  });

  it.each([
    { what: 'the meaning of a term', title: 'B, boot', word: 'walker' },
    { what: 'the roles of a row', title: 'How fast you go', word: 'guid' },
    { what: 'the cells of a row', title: 'How fast you go', word: 'slowest' },
    { what: 'what a pathway is about', title: 'I am new here', word: 'put' },
    { what: 'what readers ask on a pathway', title: 'I am new here', word: 'boot' },
    { what: 'what mentors ask on a pathway', title: 'I am new here', word: 'last' },
    { what: 'what a work says', title: 'B. Reader, Walks', word: 'light' },
    { what: 'what is said of a career', title: 'A. Writer', word: 'wrote' },
    { what: 'the stations of a career', title: 'A. Writer', word: 'rest' },
    {
      what: 'the positions of a disagreement',
      title: 'Is it better to go slowly or far?',
      word: 'begin',
    },
  ])('is found by $what', ({ title, word }) => {
    expect(wordsOf(title).get(word)).toBeGreaterThan(0);
  });

  it('is a term by its name and by what it stands for rather than by its meaning', () => {
    const words = wordsOf('B, boot');
    expect(words.get('b')).toBeGreaterThan(words.get('walker') ?? 0);
    expect(words.get('boot')).toBeGreaterThan(words.get('walker') ?? 0);
  });
});
