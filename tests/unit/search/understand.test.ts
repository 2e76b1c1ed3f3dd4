import { describe, expect, it } from 'vitest';
import type { Lexicon } from '../../../src/handbook/search/lexicon.ts';
import { type Concept, prepare, understand } from '../../../src/handbook/search/understand.ts';

const lexicon: Lexicon = {
  words: 'blind boots feedback laces manager map oneonone shot trail tramp walk walker',
  sections: [1, 5, 12, 3, 40, 6, 8, 2, 9, 1, 20, 4],
  total: 50,
  synonyms: [
    ['walk', 'hike', 'tramp'],
    ['feedback', 'blind spot'],
    ['map', 'chart', 'trail map'],
  ],
  abbreviations: [
    ['dx', 'boots laces'],
    ['wm', 'walk manager'],
    ['xy', 'xylophone yard'],
  ],
};
const words = prepare(lexicon);

/** What a query is about: of each concept the words and phrases that may stand for it. */
const conceptsOf = (query: string, exact = false) =>
  understand(query, words, exact).concepts.map((concept) =>
    concept.map((variant) => variant.words.join(' ')),
  );

const weightOf = (concept: Concept | undefined, word: string) =>
  concept?.find((variant) => variant.words.join(' ') === word)?.weight ?? 0;

describe('a query', () => {
  it('is about each of its words that the book has', () => {
    expect(conceptsOf('Which boots, and what manager?')).toEqual([['boots'], ['manager']]);
  });

  it('is about a thing once, however often it names it', () => {
    expect(conceptsOf('boots Boots manager boots')).toEqual([['boots'], ['manager']]);
  });

  it('is not about a synonym that is only the beginning of a word of the book', () => {
    const { concepts } = understand(
      'yards',
      prepare({
        ...lexicon,
        synonyms: [
          ['yard', 'wal'],
          ['yard', 'trail'],
        ],
      }),
    );
    expect(concepts.flat().flatMap((variant) => variant.words)).toEqual(['trail']);
  });

  it('is not about a word that neither the book nor the synonyms have', () => {
    expect(conceptsOf('zyzzyva boots')).toEqual([['boots']]);
    expect(conceptsOf('zyzzyva')).toEqual([]);
  });

  it('is about a word of which the book has another form', () => {
    expect(conceptsOf('walking')).toEqual([['walking']]);
  });

  it('is about a one-on-one in every spelling', () => {
    for (const query of ['1:1', '1on1', 'one-on-one', 'one to one']) {
      expect(conceptsOf(query), query).toEqual([['oneonone']]);
    }
  });

  it.each([
    { what: 'nothing', query: '' },
    { what: 'white space', query: ' \n\t' },
    { what: 'fillers', query: 'what should I do then' },
    { what: 'punctuation', query: '?!"\'(){}[]<>/\\|*+^$' },
    { what: 'control characters', query: '\0\x07\x1b\x7f' },
    { what: 'signs of direction', query: '\u202e\u202c\u200f' },
    { what: 'another script', query: 'שלום עולם' },
    { what: 'one word of 10,000 characters', query: 'z'.repeat(10_000) },
    { what: 'names of what every object has', query: 'constructor __proto__ toString valueOf' },
  ])('is about nothing if it has none of the words of the book: $what', ({ query }) => {
    expect(understand(query, words)).toEqual({ concepts: [], mended: [] });
  });

  it.each([
    { what: 'markup', query: '<script>boots</script>' },
    { what: 'unbalanced quotes', query: '"boots' },
    { what: 'control characters', query: '\0boots\x07' },
    { what: 'signs of direction', query: '\u202eboots' },
    { what: '10,000 characters', query: `boots ${'!'.repeat(10_000)}` },
  ])('is about its words, whatever stands around them: $what', ({ query }) => {
    expect(conceptsOf(query)).toEqual([['boots']]);
  });

  it('of a book without words is about nothing', () => {
    const empty = { words: '', sections: [], total: 0, synonyms: [], abbreviations: [] };
    expect(understand('boots', prepare(empty))).toEqual({ concepts: [], mended: [] });
  });
});

describe('a misspelled word', () => {
  it('is taken for one of the book, and that is told', () => {
    expect(understand('Feedbakc for a managr, please', words).mended).toEqual([
      { typed: 'feedbakc', word: 'feedback' },
      { typed: 'managr', word: 'manager' },
    ]);
    expect(conceptsOf('managr boots')).toEqual([['manager'], ['boots']]);
  });

  it('has the synonyms of the word that it is taken for', () => {
    expect(conceptsOf('feeback')).toEqual(conceptsOf('feedback'));
  });

  it('is left as it is where the words are to be taken as they were typed', () => {
    expect(understand('managr boots', words, true).mended).toEqual([]);
    expect(conceptsOf('managr boots', true)).toEqual([['boots']]);
  });

  it('is none where it is short or has a digit', () => {
    expect(understand('bot b00ts zz', words).mended).toEqual([]);
  });

  it('is none where the book has another form of it', () => {
    expect(understand('walking walked walks boots', words).mended).toEqual([]);
  });

  it('is none where it is a synonym', () => {
    expect(understand('hike charts boots', words).mended).toEqual([]);
  });

  it('is none where it is part of a phrase of the synonyms', () => {
    expect(understand('my blind spot again', words).mended).toEqual([]);
    expect(conceptsOf('my blind spot')).toContainEqual(['feedback']);
  });

  it('is none at the end of the query, where it may be unfinished', () => {
    expect(understand('boots feedbac', words).mended).toEqual([]);
    expect(conceptsOf('boots feedbac')).toEqual([['boots'], ['feedbac']]);
  });

  it('is one at the end too where no word begins like it', () => {
    expect(understand('boots managr', words).mended).toEqual([
      { typed: 'managr', word: 'manager' },
    ]);
  });

  it('is one ahead of the end, even if a word begins like it', () => {
    expect(understand('feedbac boots', words).mended).toEqual([
      { typed: 'feedbac', word: 'feedback' },
    ]);
  });
});

describe('a synonym', () => {
  it('stands for the word that was asked for, whichever of the two the book has', () => {
    expect(conceptsOf('walk')).toEqual([['walk', 'tramp']]);
    expect(conceptsOf('tramp')).toEqual([['tramp', 'walk']]);
    expect(conceptsOf('hike')).toEqual([['walk', 'tramp']]);
  });

  it('is known in the plural', () => {
    expect(conceptsOf('hikes')).toEqual([['walk', 'tramp']]);
  });

  it('counts less than the word itself', () => {
    const [concept] = understand('walk', words).concepts;
    expect(weightOf(concept, 'walk')).toBe(1);
    expect(weightOf(concept, 'tramp')).toBeGreaterThan(0);
    expect(weightOf(concept, 'tramp')).toBeLessThan(1);
  });

  it('may be a phrase, in the query and in the book', () => {
    expect(conceptsOf('chart')).toEqual([['map', 'trail map']]);
    expect(conceptsOf('a trail map')).toContainEqual(['trail map', 'map']);
  });

  it('stands for the phrase beside what its words stand for', () => {
    expect(conceptsOf('trail map')).toEqual([
      ['trail'],
      ['trail map', 'map'],
      ['map', 'trail map'],
    ]);
  });

  it('is not looked for where the book does not have all of its words', () => {
    expect(conceptsOf('feedback')).toEqual([['feedback']]);
  });
});

describe('an abbreviation', () => {
  it('stands for what it is short for', () => {
    expect(conceptsOf('DX')).toEqual([['boots laces']]);
  });

  it('counts more than a synonym and less than the word itself', () => {
    const weight = weightOf(understand('dx', words).concepts[0], 'boots laces');
    expect(weight).toBeGreaterThan(weightOf(understand('walk', words).concepts[0], 'tramp'));
    expect(weight).toBeLessThan(1);
  });

  it('is found by what it is short for, where the book has it', () => {
    const book = prepare({
      ...lexicon,
      words: `${lexicon.words} wm`,
      sections: [...lexicon.sections, 3],
    });
    const concepts = understand('walk manager', book).concepts;
    const phrase = concepts.find((concept) => weightOf(concept, 'walk manager') === 1);
    expect(weightOf(phrase, 'wm')).toBeGreaterThan(0);
  });

  it('says nothing where the book has neither it nor what it is short for', () => {
    expect(conceptsOf('xy')).toEqual([]);
  });
});
