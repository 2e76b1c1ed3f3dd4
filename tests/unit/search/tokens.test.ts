import { describe, expect, it } from 'vitest';
import { queryTokens, rootOf, tokensOf } from '../../../src/handbook/search/tokens.ts';

describe('the words of a text', () => {
  it('are in lower case and in its order, without what stands between them', () => {
    expect(tokensOf('Boots, laces (and maps): BOOTS!')).toEqual([
      'boots',
      'laces',
      'maps',
      'boots',
    ]);
  });

  it('are taken apart at hyphens and slashes', () => {
    expect(tokensOf('worn-out boots/laces')).toEqual(['worn', 'boots', 'laces']);
  });

  it('are none of those that only hold a sentence together', () => {
    expect(tokensOf('What should I do when they want me to be a manager?')).toEqual(['manager']);
  });

  it('are without accents, however those are written', () => {
    expect(tokensOf('naïve re\u0301sume\u0301 Ångström')).toEqual(['naive', 'resume', 'angstrom']);
  });

  it('take letters for others that are only drawn otherwise', () => {
    expect(tokensOf('ﬁnd Ｗｉｄｅ')).toEqual(['find', 'wide']);
  });

  it('may be of any script', () => {
    expect(tokensOf('שלום עולם, мир и 世界')).toEqual(['שלום', 'עולם', 'мир', 'и', '世界']);
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
    expect(tokensOf(text)).toEqual([]);
    expect(tokensOf(text.replace("'", '’'))).toEqual([]);
  });

  it('are without what an apostrophe ties to them, and have no apostrophes within', () => {
    expect(tokensOf("The team's engineers' o'clock")).toEqual(['team', 'engineers', 'oclock']);
    expect(tokensOf('The team’s engineers’ o’clock')).toEqual(['team', 'engineers', 'oclock']);
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
    expect(tokensOf(`My ${spelling}, weekly`)).toEqual(['oneonone', 'weekly']);
  });

  it.each(['11:11', '1:15', '21:1', 'one onerous'])(
    'is not seen in what begins or ends like it: %s',
    (text) => {
      expect(tokensOf(text)).not.toContain('oneonone');
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
    expect(tokensOf(text)).toEqual(words);
  });

  it('of 10,000 characters is read to its end', () => {
    const words = tokensOf('boots '.repeat(1_666));
    expect(words.length).toBe(1_666);
    expect(new Set(words)).toEqual(new Set(['boots']));
  });
});

describe('the words of a query', () => {
  it('are each there once', () => {
    expect(queryTokens('boots Boots laces BOOTS')).toEqual(['boots', 'laces']);
  });

  it('are only the first ones of one that nobody has typed', () => {
    const query = Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(' ');
    const words = queryTokens(query);
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
    expect(queryTokens(query).length).toBeLessThan(10);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('the root of a word', () => {
  it.each([
    ['delegated', 'delegating', 'delegates'],
    ['report', 'reports', 'reporting', 'reported'],
    ['meeting', 'meetings'],
  ])('is that of its family: %s', (...family) => {
    expect(new Set(family.map(rootOf)).size).toBe(1);
  });

  it.each(['boss', 'bus', 'ring', 'bed', 'yes', '1s', ''])(
    'is the word itself where little would be left: %s',
    (word) => {
      expect(rootOf(word)).toBe(word);
    },
  );
});
