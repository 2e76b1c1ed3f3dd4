import { describe, expect, it } from 'vitest';
import type { Handbook, Term, Topic } from '../../../src/handbook/handbook.ts';
import { wholeIndex } from '../../../src/handbook/search/index-reader.ts';
import { type Filter, search } from '../../../src/handbook/search/search.ts';
import { createSearchIndex } from '../../../src/handbook/search/search-index.ts';
import { createThesaurus } from '../../../src/handbook/search/thesaurus.ts';
import { handbookOf, type Told } from './book.ts';

/** A book that can be asked for the ids of the sections that it finds, and of what it finds beside them. */
function searchable(sections: Told[], more: Partial<Handbook> = {}) {
  const index = createSearchIndex(handbookOf(sections, more));
  const [pieces, thesaurus] = [wholeIndex(index), createThesaurus(index.head)];
  const idOf = (record: number) => index.records[record]?.path.split('#')[1];
  return async (query: string, options: { filter?: Filter; exact?: boolean } = {}) => {
    const found = await search(query, pieces, thesaurus, options);
    const { sections, beside } = found;
    return { ...found, sections: sections.map(idOf), beside: beside.map(idOf) };
  };
}

const TERM = { id: 'trail', term: 'trail', meaning: 'Where boots go.' } as Term;
const find = searchable(
  [
    { id: 'boots', text: 'Boots carry. Employees wear them.' },
    { id: 'laces', text: 'Laces hold boots.', keywords: ['strings'] },
    { id: 'maps', text: 'Maps help. See 2019, 100 and 1:1.' },
    { id: 'tools', text: 'A constructor builds.' },
    { id: 'manager', text: 'The engineering manager declines.' },
    ...Array.from({ length: 9 }, (_, index) => ({ id: `other-${index}`, text: `other${index}` })),
  ],
  {
    glossary: [
      TERM,
      { id: 'em', term: 'EM', expansion: 'engineering manager', meaning: '' } as Term,
    ],
    synonyms: [
      ['map', 'chart'],
      ['say no', 'decline'],
    ],
  },
);
const sectionsFor = async (...asked: Parameters<typeof find>) => (await find(...asked)).sections;

describe('a search', () => {
  it('asks at once for all that holds its words, whether they have synonyms or not', async () => {
    const head = {
      ...createSearchIndex(handbookOf([{ id: 'a', text: 'A.' }])).head,
      shards: ['boot', 'chart', 'lace', 'map'],
      synonyms: [['map', 'chart']],
    };
    const asked: number[] = [];
    const never = new Promise<never>(() => {});
    const shard = (number: number) => {
      asked.push(number);
      return never;
    };
    const pieces = { head, shard, spellings: () => never, record: () => never };
    search('boots maps', pieces, createThesaurus(head));
    await Promise.resolve();
    expect(new Set(asked)).toEqual(new Set([0, 1, 3]));
  });

  it.each([
    { what: 'a word', query: 'maps', sections: ['maps'] },
    { what: 'another form of a word', query: 'carrying', sections: ['boots'] },
    {
      what: 'a word among others that no section has',
      query: 'xyzzy maps qux',
      sections: ['maps'],
    },
    { what: 'a keyword', query: 'string', sections: ['laces'] },
    { what: 'a number', query: '2019', sections: ['maps'] },
    { what: 'a one-on-one', query: 'one on ones', sections: ['maps'] },
    { what: 'a synonym', query: 'charts', sections: ['maps'] },
    { what: 'a misspelled synonym', query: 'chatr', sections: ['maps'] },
    { what: 'a phrase of fillers', query: 'can I say no', sections: ['manager'] },
    { what: 'a misspelled word', query: 'laecs hodl', sections: ['laces'] },
    { what: 'an unfinished word', query: 'emplo', sections: ['boots'] },
    {
      what: 'an abbreviation, and no word that begins like it',
      query: 'em',
      sections: ['manager'],
    },
    { what: 'what every object has', query: 'constructor', sections: ['tools'] },
  ])('finds sections by $what', async ({ query, sections }) => {
    expect(await sectionsFor(query)).toEqual(sections);
  });

  it('finds sections that have all the words ahead of those that have some', async () => {
    expect((await sectionsFor('boots and laces'))[0]).toBe('laces');
  });

  it('finds no section that has next to nothing of what the best one has', async () => {
    const find = searchable([
      { id: 'all', text: 'Boots, laces, maps, knots, stones.' },
      { id: 'some', text: 'Boots, laces and maps.' },
      ...Array.from({ length: 12 }, (_, index) => ({ id: `little-${index}`, text: 'Stones.' })),
    ]);
    const { sections, counts } = await find('boots laces maps knots stones');
    expect(sections).toEqual(['all', 'some']);
    expect(counts.part).toEqual(new Map([['start', 2]]));
  });

  it('finds a section that rests on no claim behind one that is as good and does', async () => {
    const find = searchable([
      { id: 'exercise', text: 'Boots.', claims: [] },
      { id: 'sourced', text: 'Boots.' },
    ]);
    expect((await find('boots')).sections).toEqual(['sourced', 'exercise']);
  });

  it('finds what is not a section beside the sections', async () => {
    const { sections, beside } = await find('boots');
    expect(sections.toSorted()).toEqual(['boots', 'laces']);
    expect(beside).toEqual(['trail']);
    expect(await find('trail')).toMatchObject({ sections: [], beside: ['trail'] });
  });

  it('tells which words it took for others, and takes them as they were typed if it is told to', async () => {
    expect((await find('laecs')).mended).toEqual([{ typed: 'laecs', word: 'laces' }]);
    expect(await find('laecs', { exact: true })).toMatchObject({ sections: [], mended: [] });
  });

  it('tells which stems it looked for, those of synonyms too', async () => {
    expect((await find('a map, please')).stems).toEqual(new Set(['map', 'chart']));
  });

  it.each([
    { what: 'nothing', query: '' },
    { what: 'white space', query: ' \n\t' },
    { what: 'fillers', query: 'what should I do then' },
    { what: 'no word of the book', query: 'xyzzy' },
    { what: 'punctuation', query: '?!"\'(){}[]<>/\\|*+^$' },
    { what: 'control characters', query: '\0\x07\x1b\x7f' },
    { what: 'another script', query: 'שלום \u202eעולם\u202c' },
    { what: 'half a character', query: '\ud800' },
    { what: 'one word of 10,000 characters', query: 'z'.repeat(10_000) },
    { what: 'names of what every object has', query: '__proto__ toString valueOf hasOwnProperty' },
    { what: 'a script', query: '<script>alert(1)</script>' },
  ])('finds nothing by $what', async ({ query }) => {
    const { sections, beside, counts, mended } = await find(query);
    expect([sections, beside, mended]).toEqual([[], [], []]);
    expect(Object.values(counts).map(({ size }) => size)).toEqual([0, 0, 0]);
  });

  it.each([
    { what: 'markup', query: '<img src=x onerror=alert(1)>maps' },
    { what: 'unbalanced quotes', query: '"maps \'“' },
    { what: 'control characters', query: '\0maps\x07' },
    { what: 'signs of direction', query: '\u202emaps\u202c' },
    { what: 'a slow regular expression', query: '(?:(a+)+)+$ maps' },
    { what: '10,000 characters', query: `maps ${'xyzzy '.repeat(1_666)}` },
  ])('finds sections by a word, whatever stands around it: $what', async ({ query }) => {
    expect(await sectionsFor(query)).toEqual(['maps']);
  });
});

describe('a search that is narrowed down', () => {
  const [walking, resting] = ['walking', 'resting'].map((id) => ({ id, title: '' })) as [
    Topic,
    Topic,
  ];
  const find = searchable(
    [
      { id: 'a', part: 'start', track: 'craft', topics: [walking], text: 'Boots.' },
      { id: 'b', part: 'start', track: 'people', topics: [walking, resting], text: 'Boots.' },
      { id: 'c', part: 'onward', track: 'people', topics: [resting], text: 'Boots.' },
      { id: 'd', part: 'onward', track: 'craft', topics: [], text: 'Laces.' },
      ...Array.from({ length: 9 }, (_, index) => ({ id: `other-${index}`, text: `other${index}` })),
    ],
    { glossary: [TERM] },
  );
  const countsOf = async (filter: Filter) => {
    const { part, track, topic } = (await find('boots', { filter })).counts;
    return [part, track, topic].map((counts) => Object.fromEntries(counts));
  };

  it.each([
    { by: 'nothing', filter: {}, sections: ['a', 'b', 'c'] },
    { by: 'a part', filter: { part: 'start' }, sections: ['a', 'b'] },
    { by: 'a track', filter: { track: 'people' }, sections: ['b', 'c'] },
    { by: 'one of several topics', filter: { topic: 'resting' }, sections: ['b', 'c'] },
    { by: 'two of them', filter: { part: 'start', topic: 'resting' }, sections: ['b'] },
    { by: 'what leaves nothing', filter: { part: 'onward', track: 'craft' }, sections: [] },
    { by: 'what the book does not have', filter: { part: 'nowhere' }, sections: [] },
    { by: 'the name of what every object has', filter: { topic: 'constructor' }, sections: [] },
  ])('finds the sections that fit: by $by', async ({ filter, sections }) => {
    expect((await find('boots', { filter })).sections).toEqual(sections);
  });

  it('finds them in the same order', async () => {
    const { sections } = await find('boots laces', { filter: { part: 'onward' } });
    const all = (await find('boots laces')).sections;
    expect(sections).toEqual(all.filter((id) => id === 'c' || id === 'd'));
  });

  it('counts for each value the sections that have it and were found', async () => {
    expect(await countsOf({})).toEqual([
      { start: 2, onward: 1 },
      { craft: 1, people: 2 },
      { walking: 2, resting: 2 },
    ]);
  });

  it('counts for a facet as if it were not narrowed down by that one', async () => {
    expect(await countsOf({ part: 'start' })).toEqual([
      { start: 2, onward: 1 },
      { craft: 1, people: 1 },
      { walking: 2, resting: 1 },
    ]);
    expect(await countsOf({ part: 'start', track: 'craft' })).toEqual([
      { start: 1 },
      { craft: 1, people: 1 },
      { walking: 1 },
    ]);
  });

  it('counts what choosing a value then finds', async () => {
    const filter = { track: 'people' };
    const { counts } = await find('boots', { filter });
    for (const [part, count] of counts.part) {
      expect((await find('boots', { filter: { ...filter, part } })).sections.length).toBe(count);
    }
  });

  it('finds nothing beside the sections', async () => {
    expect((await find('boots')).beside).toEqual(['trail']);
    expect((await find('boots', { filter: { part: 'start' } })).beside).toEqual([]);
    expect((await find('boots', { filter: {} })).beside).toEqual(['trail']);
  });
});
