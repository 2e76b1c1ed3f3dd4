import { describe, expect, it } from 'vitest';
import type { Handbook, Term } from '../../../src/handbook/handbook.ts';
import { createSearchIndex, type SearchIndex } from '../../../src/handbook/search/search-index.ts';
import { WEIGHTS } from '../../../src/handbook/search/section-words.ts';
import { CLAIM, handbookOf } from './book.ts';

/** So many sections of which each has words that no other has, and one that all have. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `section-${index}`,
    text: `boots ${Array.from({ length: 20 }, (_, word) => `w${index}x${word}`).join(' ')}`,
  }));

/** Where a word stands by an index: how often, by the records' numbers. */
function postings({ shards }: SearchIndex, stem: string): Record<number, number> {
  const pairs = shards.find((shard) => Object.hasOwn(shard, stem))?.[stem] ?? [];
  let record = 0;
  return Object.fromEntries(
    Array.from({ length: pairs.length / 2 }, (_, index) => {
      record += pairs[2 * index] ?? 0;
      return [record, pairs[2 * index + 1] ?? 0];
    }),
  );
}

describe('the records of an index', () => {
  const term = { id: 'trail', term: 'trail', meaning: 'A way.' } as Term;
  const { head, records } = createSearchIndex(
    handbookOf([{ id: 'boots' }, { id: 'laces' }], { glossary: [term] }),
  );

  it('are the sections in the order of the book, and then the others', () => {
    expect(records.map(({ path }) => path)).toEqual([
      '/chapters/steps/#boots',
      '/chapters/steps/#laces',
      '/glossary/#trail',
    ]);
    expect(head.records).toBe(3);
    expect(head.sections.length).toBe(2);
  });
});

describe('what the head of an index knows of sections', () => {
  const topics = ['walking', 'resting'].map((id) => ({ id, title: `On ${id}` }));
  const { head } = createSearchIndex(
    handbookOf(
      [
        { id: 'boots', part: 'start', track: 'both', topics: topics as never },
        { id: 'laces', part: 'onward', track: 'people', topics: topics.slice(1) as never },
      ],
      { topics } as unknown as Partial<Handbook>,
    ),
  );

  it('is their part, their track and their topics', () => {
    expect(head.sections.map(({ facets }) => facets)).toEqual([
      { part: ['start'], track: ['both'], topic: ['walking', 'resting'] },
      { part: ['onward'], track: ['people'], topic: ['resting'] },
    ]);
  });

  it('is what those are called, in the order of the book', () => {
    expect(head.values.part).toEqual([
      { id: 'start', title: 'Part start' },
      { id: 'onward', title: 'Part onward' },
    ]);
    expect(head.values.topic).toEqual(topics);
    expect(head.values.track.map(({ id }) => id)).toEqual(['craft', 'people', 'both']);
    for (const { title } of head.values.track) expect(title).toMatch(/\w/);
  });

  it('is whether they or their subsections state something that a source says', () => {
    const section = (claims: (typeof CLAIM)[]) => ({ claims }) as never;
    const { sections } = createSearchIndex(
      handbookOf([
        { id: 'own', claims: [CLAIM] },
        { id: 'below', claims: [], subsections: [section([]), section([CLAIM])] },
        { id: 'none', claims: [], subsections: [section([])] },
      ]),
    ).head;
    expect(sections.map(({ sourced }) => sourced)).toEqual([true, true, false]);
  });
});

describe('the synonyms and abbreviations of an index', () => {
  const headOf = (more: Partial<Handbook>) => createSearchIndex(handbookOf([], more)).head;

  it('are the synonyms of the book', () => {
    const synonyms = [['boot', 'walking shoe']];
    expect(headOf({ synonyms }).synonyms).toEqual(synonyms);
  });

  it('are the terms of the glossary that stand for something longer, or for either of two', () => {
    const glossary = [
      { term: 'EM', expansion: 'engineering manager', meaning: '' },
      { term: 'trail', expansion: undefined, meaning: '' },
      { term: 'O3', expansion: 'one-to-one, or weekly talk', meaning: '' },
    ] as Term[];
    expect(headOf({ glossary }).abbreviations).toEqual([
      ['EM', 'engineering manager'],
      ['O3', 'one-to-one'],
      ['O3', 'weekly talk'],
    ]);
  });
});

describe('the words of an index', () => {
  it('are those of every record, with how often they count in it', () => {
    const glossary = [{ id: 'boot', term: 'boot', meaning: 'For laces.' }] as Term[];
    const index = createSearchIndex(
      handbookOf([{ id: 'a', text: 'Boots. Boots!' }, { id: 'b', title: 'Laces' }, { id: 'c' }], {
        glossary,
      }),
    );
    expect(postings(index, 'boot')).toEqual({ 0: 2 * WEIGHTS.text, 3: expect.any(Number) });
    expect(postings(index, 'lace')).toEqual({ 1: WEIGHTS.title, 3: 1 });
  });

  it('are weighed as they are told to be', () => {
    const book = handbookOf([{ id: 'a', title: 'Laces' }]);
    expect(postings(createSearchIndex(book, { ...WEIGHTS, title: 9 }), 'lace')).toEqual({ 0: 9 });
  });

  it('lie in shards of some 8,000 characters, each word in one', () => {
    const { shards } = createSearchIndex(handbookOf(many(100)));
    expect(shards.length).toBeGreaterThan(3);
    for (const shard of shards.slice(0, -1)) {
      const { length } = JSON.stringify(shard);
      expect(length).toBeGreaterThan(6_000);
      expect(length).toBeLessThan(12_000);
    }
    const words = shards.flatMap((shard) => Object.keys(shard));
    expect(words.length).toBe(100 * 20 + 1);
    expect(new Set(words).size).toBe(words.length);
  });

  it('are in the shard whose first word the head names, numbers too, also once they were written', () => {
    const numbers = Array.from({ length: 3_000 }, (_, index) => `${3_000 - index}`).join(' ');
    const { head, shards } = createSearchIndex(
      handbookOf([...many(100), { id: 'numbers', text: `${numbers} été ß 世界` }]),
    );
    // An object that is read from JSON has its numbers first, in their own order.
    const written: typeof shards = JSON.parse(JSON.stringify(shards));
    expect(head.shards.length).toBe(written.length);
    for (const [index, first] of head.shards.entries()) {
      const next = head.shards[index + 1] ?? '\uffff';
      const words = Object.keys(written[index] ?? {});
      expect(words).toContain(first);
      expect(words.filter((word) => word < first || word >= next)).toEqual([]);
    }
  });

  it('may be names of what every object has', () => {
    const index = createSearchIndex(
      handbookOf([{ id: 'a', text: 'constructor __proto__ toString hasOwnProperty' }]),
    );
    for (const stem of ['constructor', 'proto', 'tostr', 'hasownproperti']) {
      expect(postings(index, stem), stem).toEqual({ 0: WEIGHTS.text });
    }
  });

  it('are none where the book is empty', () => {
    const { head, shards, spellings, records } = createSearchIndex(handbookOf([]));
    expect(head).toMatchObject({ shards: [], letters: '', records: 0, sections: [] });
    expect([shards, [...spellings], records]).toEqual([[], [], []]);
  });
});

describe('the spellings of an index', () => {
  it('are the words as they are written, by their first letters', () => {
    const { head, spellings } = createSearchIndex(
      handbookOf([{ id: 'a', text: 'Walking in boots, we walked; naïve!' }]),
    );
    expect([...spellings]).toEqual([
      ['b', ['boots']],
      ['n', ['naive']],
      ['w', ['walked', 'walking']],
    ]);
    expect(head.letters).toBe('bnw');
  });

  it('begin with those that stand in most sections and terms, however often in one', () => {
    const glossary = [{ id: 'x', term: 'bread', meaning: 'Of boots and bags.' }] as Term[];
    const { spellings } = createSearchIndex(
      handbookOf(
        [
          { id: 'a', text: 'boots boats boats boats boats' },
          { id: 'b', text: 'boots bags' },
        ],
        { glossary },
      ),
    );
    expect(spellings.get('b')).toEqual(['boots', 'bags', 'boats', 'bread']);
  });

  it('are those of titles, questions, keywords and claims, too', () => {
    const { spellings } = createSearchIndex(
      handbookOf([
        {
          id: 'a',
          title: 'Mantle',
          questions: ['Mittens?'],
          keywords: ['muffler'],
          claims: [{ text: 'Mufti.' } as typeof CLAIM],
        },
      ]),
    );
    expect(spellings.get('m')).toEqual(['mantle', 'mittens', 'muffler', 'mufti']);
  });
});

describe('an index', () => {
  it('of the same book is the same', () => {
    expect(createSearchIndex(handbookOf(many(9)))).toEqual(createSearchIndex(handbookOf(many(9))));
  });
});
