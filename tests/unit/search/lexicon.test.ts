import { describe, expect, it } from 'vitest';
import type { Handbook, Section, Term } from '../../../src/handbook/handbook.ts';
import { createLexicon } from '../../../src/handbook/search/lexicon.ts';

const chapter = { title: 'Steps' } as Section['chapter'];

/** A handbook of some sections, by their texts, and of nothing else but what is given. */
const handbook = (
  texts: string[],
  { synonyms = [], glossary = [] }: { synonyms?: string[][]; glossary?: Partial<Term>[] } = {},
) =>
  ({
    sections: new Map(
      texts.map((text, index) => [
        `section-${index}`,
        { title: 'Walking', chapter, questions: [], claims: [], text } as unknown as Section,
      ]),
    ),
    synonyms,
    glossary: glossary as Term[],
  }) as Handbook;

describe('the words of a lexicon', () => {
  it('are all words of the sections in alphabetical order, with the number of their sections', () => {
    const { words, sections, total } = createLexicon(
      handbook(['Boots and laces.', 'Laces, maps.']),
    );
    expect(words).toBe('boots laces maps steps walking');
    expect(sections).toEqual([1, 2, 1, 2, 2]);
    expect(total).toBe(2);
  });

  it('are those of what is found beside the sections, too', () => {
    const { words, sections, total } = createLexicon(handbook(['Boots.']), ['craft boots']);
    expect(words).toBe('boots craft steps walking');
    expect(sections).toEqual([2, 1, 1, 1]);
    expect(total).toBe(2);
  });

  it('count a section once, however often it has a word', () => {
    const { words, sections } = createLexicon(handbook(['Boots, boots, boots.']));
    expect(sections[words.split(' ').indexOf('boots')]).toBe(1);
  });

  it('are without fillers', () => {
    expect(createLexicon(handbook(['What do we do then?'])).words).toBe('steps walking');
  });

  it('may be names of what every object has', () => {
    const { words, sections } = createLexicon(handbook(['constructor', 'constructor']));
    expect(words).toBe('constructor steps walking');
    expect(sections[0]).toBe(2);
  });
});

describe('the synonyms of a lexicon', () => {
  const synonymsOf = (synonyms: string[][]) => createLexicon(handbook([], { synonyms })).synonyms;

  it('are spelled as the words of a query are', () => {
    expect(
      synonymsOf([
        ['Boot', 'Walking-shoe'],
        ['1:1', 'naïve'],
      ]),
    ).toEqual([
      ['boot', 'walking shoe'],
      ['oneonone', 'naive'],
    ]);
  });

  it('are in their group once, and not at all if they say nothing', () => {
    expect(synonymsOf([['1:1', 'one-on-one', 'catch-up', 'what to do']])).toEqual([
      ['oneonone', 'catch'],
    ]);
  });
});

describe('the abbreviations of a lexicon', () => {
  const abbreviationsOf = (glossary: Partial<Term>[]) =>
    createLexicon(handbook([], { glossary })).abbreviations;

  it('are the terms of the glossary that stand for something longer', () => {
    expect(
      abbreviationsOf([
        { term: 'EM', expansion: 'engineering manager' },
        { term: 'trail', expansion: undefined },
      ]),
    ).toEqual([['em', 'engineering manager']]);
  });

  it('may stand for either of two', () => {
    expect(abbreviationsOf([{ term: 'O3', expansion: 'one-to-one, or weekly talk' }])).toEqual([
      ['o3', 'oneonone'],
      ['o3', 'weekly talk'],
    ]);
  });

  it('are none where the term and what it stands for are one word', () => {
    expect(abbreviationsOf([{ term: '1:1', expansion: 'one-to-one, or one-on-one' }])).toEqual([]);
  });

  it('are none where one of the two says nothing', () => {
    expect(abbreviationsOf([{ term: 'IT', expansion: 'information technology' }])).toEqual([]);
    expect(abbreviationsOf([{ term: 'AB', expansion: 'as it be' }])).toEqual([]);
  });
});
