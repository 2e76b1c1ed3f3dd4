import type { Lexicon } from './lexicon.ts';
import { isKnown, mendWord, type Vocabulary } from './spelling.ts';
import { queryTokens, rootOf } from './tokens.ts';

/** A word or a phrase that may stand for what a reader means, and how far. */
export interface Variant {
  words: string[];
  /** 1 for the reader's own words. */
  weight: number;
}

/** One thing that a reader asks about, in all the words that the book may have for it. */
export type Concept = Variant[];

/** What a query means. */
export interface Understanding {
  concepts: Concept[];
  /** Words that were taken for others, as they were typed and as they are spelled. */
  mended: { typed: string; word: string }[];
}

/** How much a synonym counts beside the word itself, and an abbreviation beside what it stands for: by the same experiment as the weights of the search text. */
const SYNONYM = 0.4;
const ABBREVIATION = 0.9;
/** As many words as a synonym may have. */
const LONGEST_PHRASE = 3;

/** A lexicon, ready to be asked. */
export interface Words {
  vocabulary: Vocabulary;
  roots: ReadonlySet<string>;
  total: number;
  /** What may stand for a word or a phrase. */
  variants: ReadonlyMap<string, Variant[]>;
}

/** Makes a lexicon ready to be asked. */
export function prepare({ words, sections, total, synonyms, abbreviations }: Lexicon): Words {
  const list = words.split(' ');
  const vocabulary = new Map(list.map((word, index) => [word, sections[index] ?? 0]));
  const variants = new Map<string, Variant[]>();
  const add = (from: string, to: string, weight: number) => {
    const key = keyOf(from.split(' '));
    const known = variants.get(key) ?? [];
    variants.set(key, [...known, { words: to.split(' '), weight }]);
  };
  for (const group of synonyms) {
    for (const from of group) for (const to of group) if (to !== from) add(from, to, SYNONYM);
  }
  for (const [short, full] of abbreviations) {
    add(short, full, ABBREVIATION);
    add(full, short, ABBREVIATION);
  }
  return { vocabulary, roots: new Set(list.map(rootOf)), total, variants };
}

/**
 * Takes a query apart into what it asks about.
 *
 * @param exact whether the words are to be taken as they were typed
 */
export function understand(query: string, words: Words, exact = false): Understanding {
  const mended: Understanding['mended'] = [];
  const tokens = queryTokens(query).map((typed, index, all) => {
    // The last word may not be finished.
    const unfinished = index === all.length - 1 && isBeginning(typed, words.vocabulary);
    if (exact || unfinished || isUnderstood(typed, words)) return typed;
    const word = mendWord(typed, words.vocabulary);
    if (word) mended.push({ typed, word });
    return word ?? typed;
  });
  const phrases = tokens.flatMap((_, start) =>
    Array.from({ length: LONGEST_PHRASE }, (_, more) => tokens.slice(start, start + more + 1)),
  );
  const concepts = [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()]
    .map((phrase) => ({ phrase, others: words.variants.get(keyOf(phrase)) ?? [] }))
    // A phrase means more than its words only where something else may stand for it.
    .filter(({ phrase, others }) => phrase.length === 1 || others.length > 0)
    .map(({ phrase, others }) => [{ words: phrase, weight: 1 }, ...others])
    .map((variants) => variants.filter((variant) => isInBook(variant, words)))
    .filter((variants) => variants.length > 0);
  return { concepts, mended };
}

/** Whether a word says something: to the book, or to whoever knows its synonyms. */
function isUnderstood(word: string, { vocabulary, roots, variants }: Words): boolean {
  const key = keyOf([word]);
  return (
    isKnown(word, vocabulary, roots) ||
    [...variants.keys()].some((phrase) => phrase.split(' ').includes(key))
  );
}

/** Whether a search for a variant can find something: one for a word that the book doesn't have finds others. */
function isInBook({ words, weight }: Variant, { vocabulary, roots }: Words): boolean {
  // What a reader types may be unfinished; what stands for it is not.
  const typed = weight === 1;
  return words.every(
    (word) => isKnown(word, vocabulary, roots) || (typed && isBeginning(word, vocabulary)),
  );
}

/** Whether a word is what a reader has typed so far of one that the book has. */
function isBeginning(word: string, vocabulary: Vocabulary): boolean {
  return word.length > 1 && [...vocabulary.keys()].some((known) => known.startsWith(word));
}

/** A phrase without the endings of the plural. */
function keyOf(phrase: string[]): string {
  return phrase.map((word) => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')).join(' ');
}
