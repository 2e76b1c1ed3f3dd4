import type { Handbook } from '../../../src/handbook/handbook.ts';
import { tokensOf } from '../../../src/handbook/search/tokens.ts';
import type { Chance } from './chance.ts';
import { inventWord } from './invent-word.ts';

/** A real sentence with gaps where words stood that said something: what is left around the gaps. */
export type Frame = string[];

/** How a book writes. */
export interface Language {
  sentences: Frame[];
  claims: Frame[];
  questions: Frame[];
  titles: Frame[];
  /** The words that say something, in lower case. */
  words: string[];
  /** By the words' places: how often it and all words before it stand in the book. */
  counts: number[];
  /** How likely it is that the next word is one that the book has not used yet. */
  novelty: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** A sentence that is the same in Markdown as it is without, and in one whole. */
const PLAIN = /^["“‘'(]?[\p{L}\p{N}][\p{L}\p{N} ,.;:?!()"“”'‘’–—-]*$/u;

/** How fast ever rarer words follow each other. Text then has about as many words as its length to the power of 1 / RARITY. */
const RARITY = 1.6;

/** Learns from a book how it writes. */
export function learnLanguage({ chapters, sections, sources }: Handbook): Language {
  const texts = [...sections.values()];
  const claims = sources.flatMap((source) => source.claims.map(({ text }) => text));
  const spoken = texts
    .flatMap(({ text }) => text.toLowerCase().match(WORD) ?? [])
    .filter((word) => !isFiller(word));
  const words = Map.groupBy(spoken, (word) => word);
  const stems = Map.groupBy(spoken, stemOf);
  let sum = 0;
  const counts = [...words.values()].map(({ length }) => {
    sum += length;
    return sum;
  });
  return {
    sentences: framesOf(texts.flatMap(({ text }) => sentencesOf(text))),
    claims: framesOf(claims),
    questions: framesOf(texts.flatMap(({ questions }) => questions)),
    titles: framesOf([...texts, ...chapters].map(({ title }) => title)),
    words: [...words.keys()],
    counts,
    // As Good and Turing estimate it: the share of what stands in the book once. Of stems, since invented
    // words have no other forms.
    novelty: [...stems.values()].filter(({ length }) => length === 1).length / spoken.length,
  };
}

/** A word of the book, as often as the book has it. */
export function drawWord({ words, counts }: Language, chance: Chance): string {
  const place = chance.number() * (counts.at(-1) ?? 0);
  let [low, high] = [0, counts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((counts[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return words[low] ?? '';
}

/** A word that the book does not have; the frequent ones among them are as frequent as the book's rarest. */
export function drawNewWord({ words }: Language, chance: Chance): string {
  const rank = words.length * ((1 - chance.number()) ** (-1 / (RARITY - 1)) - 1);
  return inventWord(Math.floor(rank));
}

/** A sentence with words in its gaps; it begins with a capital letter. */
export function fill(frame: Frame, draw: () => string): string {
  const text = frame.reduce((before, after) => before + draw() + after);
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

function framesOf(sentences: string[]): Frame[] {
  return sentences
    .filter((sentence) => PLAIN.test(sentence))
    .map(toFrame)
    .filter((frame) => frame.length > 2);
}

function toFrame(sentence: string): Frame {
  const frame = [''];
  let end = 0;
  for (const { 0: word, index } of sentence.matchAll(WORD)) {
    frame[frame.length - 1] += sentence.slice(end, index);
    if (isFiller(word)) frame[frame.length - 1] += word;
    else frame.push('');
    end = index + word.length;
  }
  frame[frame.length - 1] += sentence.slice(end);
  return frame;
}

function stemOf(word: string): string {
  return tokensOf(word)
    .map(({ stem }) => stem)
    .join(' ');
}

function isFiller(word: string): boolean {
  return tokensOf(word).every(({ filler }) => filler);
}

function sentencesOf(text: string): string[] {
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim());
}
