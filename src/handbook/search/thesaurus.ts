import type { IndexHead } from './search-index.ts';
import { tokensOf } from './tokens.ts';

/** A word or a phrase that may stand for what a reader means, and how far. */
export interface Variant {
  /** All of these have to be there. */
  stems: string[];
  /** 1 for the reader's own words. */
  weight: number;
}

/** What may stand for the words that readers use. */
export interface Thesaurus {
  /** By the stems of a word or of a phrase, with a space between two. */
  variants: ReadonlyMap<string, Variant[]>;
  /** Every word of it as it is written. */
  words: string[];
  /** The stems of those words. */
  stems: ReadonlySet<string>;
}

/** How much what may stand for a word counts beside it: by the same experiment as the weights of sections. */
export const VARIANTS = { synonym: 0.3, abbreviation: 0.9 };

/** Makes the synonyms and abbreviations of an index ready to be asked. */
export function createThesaurus(
  { synonyms, abbreviations }: Pick<IndexHead, 'synonyms' | 'abbreviations'>,
  weights = VARIANTS,
): Thesaurus {
  const variants = new Map<string, Variant[]>();
  const words = new Set<string>();
  const add = (from: string, to: string, weight: number) => {
    const tokens = tokensOf(from);
    for (const { word, filler } of tokens) if (!filler) words.add(word);
    const target = tokensOf(to);
    const stems = target.filter(({ filler }) => !filler).map(({ stem }) => stem);
    // A phrase of which one word is left ("no time") isn't that word.
    if (from === to || stems.length === 0 || (stems.length === 1 && target.length > 1)) return;
    for (const key of keysOf(from)) {
      const known = variants.get(key) ?? [];
      const isThere = known.some((one) => one.stems.join(' ') === stems.join(' '));
      if (!isThere && key !== stems.join(' ')) variants.set(key, [...known, { stems, weight }]);
    }
  };
  for (const group of synonyms) {
    for (const from of group) for (const to of group) add(from, to, weights.synonym);
  }
  for (const [short, full] of abbreviations) {
    add(short, full, weights.abbreviation);
    add(full, short, weights.abbreviation);
  }
  const stems = new Set([...words].flatMap((word) => tokensOf(word).map(({ stem }) => stem)));
  return { variants, words: [...words], stems };
}

/**
 * What a phrase is looked up by: all its words, and those that say something where they are still a
 * phrase ("go back to coding" is "back coding" too, but "no time" is not "time").
 */
function keysOf(phrase: string): string[] {
  const tokens = tokensOf(phrase);
  const subject = tokens.filter(({ filler }) => !filler);
  const keys = [tokens, ...(subject.length > 1 ? [subject] : [])].map((some) =>
    some.map(({ stem }) => stem).join(' '),
  );
  return [...new Set(keys)].filter((key) => key !== '');
}
