import { describe, expect, it } from 'vitest';
import { queryTokens, subjectOf, tokensOf } from '../../../src/handbook/search/tokens.ts';

/** The words of a text that say something. */
const wordsOf = (text: string) => subjectOf(text).map(({ word }) => word);

describe('the words of a text', () => {
  it('are in lower case and in its order, without what stands between them', () => {
    expect(wordsOf('Boots, laces (and maps): BOOTS!')).toEqual(['boots', 'laces', 'maps', 'boots']);
  });

  it('are taken apart at hyphens and slashes', () => {
    expect(wordsOf('worn-out boots/laces')).toEqual(['worn', 'boots', 'laces']);
  });

  it('are none of those that only hold a sentence together', () => {
    expect(wordsOf('What should I do when they want me to be a manager?')).toEqual(['manager']);
  });

  it('are without accents, however those are written', () => {
    expect(wordsOf('naïve re\u0301sume\u0301 Ångström')).toEqual(['naive', 'resume', 'angstrom']);
  });

  it('take letters for others that are only drawn otherwise', () => {
    expect(wordsOf('ﬁnd Ｗｉｄｅ')).toEqual(['find', 'wide']);
  });

  it('may be of any script', () => {
    expect(wordsOf('שלום עולם, мир и 世界')).toEqual(['שלום', 'עולם', 'мир', 'и', '世界']);
  });

  it.each([
    "I'll",
    "we're",
    "they've",
    "I'd",
    "I'm",
    "isn't",
    "don't",
    "couldn't",
    "can't",
    "won't",
  ])('are none where a contraction is of fillers alone: %s', (text) => {
    expect(wordsOf(text)).toEqual([]);
    expect(wordsOf(text.replace("'", '’'))).toEqual([]);
  });

  it('are without what an apostrophe ties to them, and have no apostrophes within', () => {
    expect(wordsOf("The team's engineers' o'clock")).toEqual(['team', 'engineers', 'oclock']);
    expect(wordsOf('The team’s engineers’ o’clock')).toEqual(['team', 'engineers', 'oclock']);
  });
});

describe('a one-on-one', () => {
  it.each([
    '1:1',
    '1 : 1',
    '1/1',
    '1-1',
    '1–1',
    '1on1',
    '1 on 1',
    '1-on-1',
    '1‑on‑1',
    '1-to-1',
    'one on one',
    'one to one',
    'one-on-one',
    'one-to-one',
    'one‑to‑one',
    'One-On-One',
    '1:1s',
    'one-on-ones',
  ])('is one word in every spelling: %s', (spelling) => {
    expect(wordsOf(`My ${spelling}, weekly`)).toEqual(['oneonone', 'weekly']);
  });

  it.each(['11:11', '1:15', '21:1', 'one onerous'])(
    'is not seen in what begins or ends like it: %s',
    (text) => {
      expect(wordsOf(text)).not.toContain('oneonone');
    },
  );
});

describe('a hostile text', () => {
  it.each([
    { what: 'nothing', text: '', words: [] },
    { what: 'white space', text: ' \t\n\u00a0\u2028', words: [] },
    { what: 'only punctuation', text: `?!… — "'’'" (){}[]<>/\\|.,;:*+^$#@&%~\``, words: [] },
    { what: 'unbalanced quotes', text: `"boots 'laces “maps`, words: ['boots', 'laces', 'maps'] },
    { what: 'markup', text: '<b>boots</b><br>', words: ['b', 'boots', 'b', 'br'] },
    { what: 'control characters', text: '\0boots\x07\x1b\x7flaces', words: ['boots', 'laces'] },
    {
      what: 'signs of direction',
      text: '\u202eboots\u202c \u200flaces',
      words: ['boots', 'laces'],
    },
    { what: 'half a character', text: 'boots \ud800 laces', words: ['boots', 'laces'] },
    { what: 'a heap of accents', text: `b${'\u0301'.repeat(1_000)}oots`, words: ['boots'] },
    { what: 'pictures', text: '🥾 boots 👩‍💻', words: ['boots'] },
    {
      what: 'names of what every object has',
      text: 'constructor __proto__ toString',
      words: ['constructor', 'proto', 'tostring'],
    },
  ])('gives its words and no more: $what', ({ text, words }) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('of 10,000 characters is read to its end', () => {
    const words = wordsOf('boots '.repeat(1_666));
    expect(words.length).toBe(1_666);
    expect(new Set(words)).toEqual(new Set(['boots']));
  });
});

describe('a token', () => {
  it('is a word with its stem, and may be a filler', () => {
    expect(tokensOf('What delegated Café')).toEqual([
      { word: 'what', stem: 'what', filler: true },
      { word: 'delegated', stem: 'deleg', filler: false },
      { word: 'cafe', stem: 'cafe', filler: false },
    ]);
  });

  it('keeps its place among the others, fillers too', () => {
    expect(tokensOf('Say no to the boots').map(({ word }) => word)).toEqual([
      'say',
      'no',
      'to',
      'the',
      'boots',
    ]);
  });

  it.each([
    ['delegate', 'delegates', 'delegated', 'delegating', 'delegation'],
    ['report', 'reports', 'reporting', 'reported'],
    ['meeting', 'meetings'],
    ['responsibility', 'responsibilities'],
    ['1:1', 'one-on-ones'],
  ])('has the stem of its family: %s', (...family) => {
    const stems = family.flatMap((word) => tokensOf(word).map(({ stem }) => stem));
    expect(new Set(stems).size).toBe(1);
    expect(stems.length).toBe(family.length);
  });

  it.each(['bus', 'boss', 'ring', 'bed', 'sing', '1s', '世界'])(
    'has a stem that is left of a short word, too: %s',
    (word) => {
      expect(tokensOf(word)[0]?.stem).toMatch(/../u);
    },
  );
});

describe('the words of a query', () => {
  const queried = (query: string) => queryTokens(query).map(({ word }) => word);

  it('are all of its words in their order, fillers too', () => {
    expect(queried('Which boots, and which laces?')).toEqual([
      'which',
      'boots',
      'and',
      'which',
      'laces',
    ]);
  });

  it('are only the first ones of one that nobody has typed', () => {
    const query = Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(' ');
    const words = queried(query);
    expect(words.slice(0, 3)).toEqual(['w0', 'w1', 'w2']);
    expect(words.length).toBeGreaterThan(100);
    expect(words.length).toBeLessThan(500);
  });

  it.each([
    { what: 'one word', query: 'b'.repeat(10_000) },
    { what: 'quotes', query: '"'.repeat(10_000) },
    { what: 'white space', query: `one${' '.repeat(10_000)}` },
    { what: 'the beginnings of a one-on-one', query: '1 - '.repeat(2_500) },
    { what: 'a one-on-one with wide gaps', query: `1${' '.repeat(498)}on${' '.repeat(9_500)}` },
  ])('are found at once in 10,000 characters: $what', ({ query }) => {
    const before = performance.now();
    expect(new Set(queried(query)).size).toBeLessThan(10);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
