import { describe, expect, it } from 'vitest';
import type { Handbook } from '../../../src/handbook/handbook.ts';
import { wholeIndex } from '../../../src/handbook/search/index-reader.ts';
import { createSearchIndex } from '../../../src/handbook/search/search-index.ts';
import { createThesaurus } from '../../../src/handbook/search/thesaurus.ts';
import { type Concept, understand } from '../../../src/handbook/search/understand.ts';
import { handbookOf } from './book.ts';

const SYNONYMS = [
  ['walk', 'hike', 'tramp'],
  ['feedback', 'blind spot'],
  ['map', 'chart', 'trail map'],
  ['say no', 'decline'],
  ['go back to coding', 'return'],
];
const GLOSSARY = [
  { term: 'DX', expansion: 'boots laces', meaning: '' },
  { term: 'EM', expansion: 'engineering manager', meaning: '' },
] as Handbook['glossary'];

/** Makes a book of some texts ready to be asked. */
function prepare(texts: string[], more: Partial<Handbook> = {}) {
  const sections = texts.map((text, index) => ({ id: `section-${index}`, text }));
  const index = createSearchIndex(handbookOf(sections, more));
  return { pieces: wholeIndex(index), thesaurus: createThesaurus(index.head) };
}

const book = prepare(
  ['Boots, laces, a manager and a map. Feedback.', 'An employee, boots, oneonone, walker, walk.'],
  { synonyms: SYNONYMS, glossary: GLOSSARY },
);

const ask = (query: string, exact = false, { pieces, thesaurus } = book) =>
  understand(query, pieces, thesaurus, exact);

/** What a query is about: of each concept the words and phrases that may stand for it, by their stems. */
const conceptsOf = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).concepts.map((concept) =>
    concept.map((variant) => variant.stems.join(' ')),
  );
const mendedOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).mended;

const weightOf = (concept: Concept | undefined, stems: string) =>
  concept?.find((variant) => variant.stems.join(' ') === stems)?.weight ?? 0;

describe('a query', () => {
  it('is about each of its words that says something', async () => {
    expect(await conceptsOf('Which boots, and what manager?')).toEqual([['boot'], ['manag']]);
  });

  it('is about a thing once, however often it names it and in whatever form', async () => {
    expect(await conceptsOf('boots Boots manager boot')).toEqual([['boot'], ['manag']]);
  });

  it('is about a word that nobody knows, and that stands nowhere', async () => {
    expect(await conceptsOf('zyzzyva boots')).toEqual([['zyzzyva'], ['boot']]);
  });

  it('is about a word of which the book has another form', async () => {
    expect((await conceptsOf('walking'))[0]).toContain('walk');
    expect((await conceptsOf('managers'))[0]).toContain('manag');
  });

  it('is about a one-on-one in every spelling', async () => {
    for (const query of ['1:1', '1on1', 'one-on-one', 'one to one']) {
      expect(await conceptsOf(query), query).toEqual([['oneonon']]);
    }
  });

  it.each([
    { what: 'nothing', query: '' },
    { what: 'white space', query: ' \n\t' },
    { what: 'fillers', query: 'what should I do then' },
    { what: 'punctuation', query: '?!"\'(){}[]<>/\\|*+^$' },
    { what: 'control characters', query: '\0\x07\x1b\x7f' },
    { what: 'signs of direction', query: '\u202e\u202c\u200f' },
    { what: 'half a character', query: '\ud800' },
  ])('is about nothing if it says nothing: $what', async ({ query }) => {
    expect(await ask(query)).toEqual({ concepts: [], mended: [] });
  });

  it.each([
    { what: 'another script', query: 'שלום עולם' },
    { what: 'one word of 10,000 characters', query: 'z'.repeat(10_000) },
    { what: 'names of what every object has', query: 'constructor __proto__ toString valueOf' },
  ])('has nothing that is taken for a word of the book: $what', async ({ query }) => {
    expect(await mendedOf(query)).toEqual([]);
    for (const [own, ...others] of await conceptsOf(query)) {
      expect(own).toMatch(/\S/);
      expect(others).toEqual([]);
    }
  });

  it.each([
    { what: 'markup', query: '<script>boots</script>', stems: [['script'], ['boot']] },
    { what: 'unbalanced quotes', query: '"boots', stems: [['boot']] },
    { what: 'control characters', query: '\0boots\x07', stems: [['boot']] },
    { what: 'signs of direction', query: '\u202eboots', stems: [['boot']] },
    { what: '10,000 characters', query: `boots ${'!'.repeat(10_000)}`, stems: [['boot']] },
  ])('is about its words, whatever stands around them: $what', async ({ query, stems }) => {
    expect(await conceptsOf(query)).toEqual(stems);
  });

  it('may be asked of a book without words', async () => {
    expect(await ask('boots', false, prepare([]))).toEqual({
      concepts: [[{ stems: ['boot'], weight: 1 }]],
      mended: [],
    });
  });
});

describe('a misspelled word', () => {
  it('is taken for one of the book, and that is told', async () => {
    expect(await mendedOf('Feedbakc for a managr, please')).toEqual([
      { typed: 'feedbakc', word: 'feedback' },
      { typed: 'managr', word: 'manager' },
    ]);
    expect(await conceptsOf('managr boots')).toEqual([['manag'], ['boot']]);
  });

  it('is told once, however often it was typed', async () => {
    expect(await mendedOf('managr Managr and managr boots')).toEqual([
      { typed: 'managr', word: 'manager' },
    ]);
  });

  it('is told in its place in the query, whichever word the index knows of first', async () => {
    const { pieces, thesaurus } = book;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = {
      ...pieces,
      // The words like "feedbakc" arrive after those like "managr".
      spellings: async (letter: string) => {
        if (letter === 'm') letGo();
        if (letter === 'f') await held.then(() => new Promise(setImmediate));
        return pieces.spellings(letter);
      },
    };
    const { mended } = await understand('feedbakc managr boots', slow, thesaurus);
    expect(mended.map(({ typed }) => typed)).toEqual(['feedbakc', 'managr']);
  });

  it('has the synonyms of the word that it is taken for', async () => {
    expect(await conceptsOf('feeback')).toEqual(await conceptsOf('feedback'));
    expect(await conceptsOf('feeback')).toEqual([['feedback', 'blind spot']]);
  });

  it('is taken for a synonym that only readers use', async () => {
    expect(await mendedOf('declien boots')).toEqual([{ typed: 'declien', word: 'decline' }]);
    expect(await mendedOf('trmap boots')).toEqual([{ typed: 'trmap', word: 'tramp' }]);
    expect(await conceptsOf('trmap')).toEqual(await conceptsOf('tramp'));
  });

  it('may begin with swapped letters', async () => {
    expect(await mendedOf('amnager efedback boots')).toEqual([
      { typed: 'amnager', word: 'manager' },
      { typed: 'efedback', word: 'feedback' },
    ]);
  });

  it('is left as it is where the words are to be taken as they were typed', async () => {
    expect(await mendedOf('managr boots', true)).toEqual([]);
    expect(await conceptsOf('managr boots', true)).toEqual([['managr'], ['boot']]);
  });

  it('is none where it is short or has a digit', async () => {
    expect(await mendedOf('bot b00ts zz')).toEqual([]);
  });

  it('is none where the book has another form of it', async () => {
    expect(await mendedOf('walking walked walks bootless boots')).toEqual([
      // Not one of the family, and too far.
    ]);
  });

  it('is none where it is a synonym, in whatever form', async () => {
    expect(await mendedOf('hike charts declined boots')).toEqual([]);
  });

  it('is none where it is part of a phrase of the synonyms', async () => {
    expect(await mendedOf('my blind spot again')).toEqual([]);
    expect(await conceptsOf('my blind spot')).toContainEqual(['blind spot', 'feedback']);
  });

  it('is none at the end of the query, where it may be unfinished', async () => {
    expect(await mendedOf('boots feedbac')).toEqual([]);
  });

  it('is one at the end too where no word begins like it', async () => {
    expect(await mendedOf('boots managr')).toEqual([{ typed: 'managr', word: 'manager' }]);
  });

  it('is one ahead of the end, even if a word begins like it', async () => {
    expect(await mendedOf('feedbac boots')).toEqual([{ typed: 'feedbac', word: 'feedback' }]);
  });
});

describe('an unfinished word at the end', () => {
  it('may become a word of the book that begins like it', async () => {
    expect(await conceptsOf('boots feedbac')).toEqual([['boot'], ['feedbac', 'feedback']]);
    expect(await conceptsOf('emplo')).toEqual([['emplo', 'employe']]);
  });

  it('is one where the words are to be taken as they were typed, too', async () => {
    expect(await conceptsOf('emplo', true)).toEqual([['emplo', 'employe']]);
  });

  it('counts as much as the finished one', async () => {
    const { concepts } = await ask('emplo');
    expect(weightOf(concepts[0], 'employe')).toBe(1);
  });

  it('becomes the few words that the book has most often', async () => {
    const words = Array.from('abcdefghij', (letter) => `trek${letter}`);
    const texts = words.map((_, index) => words.slice(index).join(' '));
    const [[own, ...others] = []] = await conceptsOf('tre', false, prepare(texts));
    expect(own).toBe('tre');
    expect(others).toEqual(['trekj', 'treki', 'trekh', 'trekg', 'trekf', 'treke']);
  });

  it('is not a finished one that others begin with', async () => {
    expect(await conceptsOf('walk')).toEqual([['walk', 'hike', 'tramp']]);
  });

  it('is not an abbreviation', async () => {
    expect(await conceptsOf('em')).toEqual([['em', 'engin manag']]);
    expect(await conceptsOf('EM')).toEqual([['em', 'engin manag']]);
  });

  it('is not a single letter', async () => {
    expect(await conceptsOf('e')).toEqual([['e']]);
  });

  it('is only the last one', async () => {
    expect(await conceptsOf('emplo boots')).not.toContainEqual(['emplo', 'employe']);
  });
});

describe('a synonym', () => {
  it('stands for the word that was asked for', async () => {
    expect(await conceptsOf('walk')).toEqual([['walk', 'hike', 'tramp']]);
    expect(await conceptsOf('tramp')).toEqual([['tramp', 'walk', 'hike']]);
  });

  it('is known in every form', async () => {
    expect(await conceptsOf('hikes')).toEqual(await conceptsOf('hike'));
    expect(await conceptsOf('hiking')).toEqual(await conceptsOf('hike'));
  });

  it('counts less than the word itself', async () => {
    const [concept] = (await ask('walk')).concepts;
    expect(weightOf(concept, 'walk')).toBe(1);
    expect(weightOf(concept, 'tramp')).toBeGreaterThan(0);
    expect(weightOf(concept, 'tramp')).toBeLessThan(1);
  });

  it('may be a phrase, in the query and in the book', async () => {
    expect(await conceptsOf('chart')).toEqual([['chart', 'map', 'trail map']]);
    expect(await conceptsOf('a trail map')).toContainEqual(['trail map', 'map', 'chart']);
  });

  it('stands for the phrase beside what its words stand for', async () => {
    expect(await conceptsOf('trail map')).toEqual([
      ['trail'],
      ['trail map', 'map', 'chart'],
      ['map', 'chart', 'trail map'],
    ]);
  });

  it('stands for a phrase of fillers alone', async () => {
    expect(await conceptsOf('How do I say no to that?')).toEqual([['declin']]);
    expect(await conceptsOf('decline')).toEqual([['declin']]);
  });

  it('does not stand for a part of such a phrase', async () => {
    expect(await conceptsOf('What do they say? Not boots!')).toEqual([['boot']]);
  });

  it('stands for a phrase with other fillers in it, or none', async () => {
    const returning = ['back code', 'return'];
    expect(await conceptsOf('can I go back to coding')).toContainEqual(returning);
    expect(await conceptsOf('to get back into coding')).toContainEqual(returning);
    expect(await conceptsOf('back coding')).toContainEqual(returning);
  });
});

describe('an abbreviation', () => {
  it('stands for what it is short for', async () => {
    expect(await conceptsOf('DX')).toEqual([['dx', 'boot lace']]);
  });

  it('counts more than a synonym and less than the word itself', async () => {
    const weight = weightOf((await ask('dx')).concepts[0], 'boot lace');
    expect(weight).toBeGreaterThan(weightOf((await ask('walk')).concepts[0], 'tramp'));
    expect(weight).toBeLessThan(1);
  });

  it('is found by what it is short for', async () => {
    const { concepts } = await ask('engineering managers');
    const phrase = concepts.find((concept) => weightOf(concept, 'engin manag') === 1);
    expect(weightOf(phrase, 'em')).toBeGreaterThan(0);
  });
});
