import { type IndexPieces, postingsOf, wordsNear } from './index-reader.ts';
import { mendWord } from './spelling.ts';
import type { Thesaurus, Variant } from './thesaurus.ts';
import { queryTokens, subjectOf, type Token, tokensOf } from './tokens.ts';

/** One thing that a reader asks about, in all the words that the book may have for it. */
export type Concept = Variant[];

/** What a query means. */
export interface Understanding {
  concepts: Concept[];
  /** Words that were taken for others, as they were typed and as they are spelled. */
  mended: { typed: string; word: string }[];
}

/** As many words as a synonym may have. */
const LONGEST_PHRASE = 4;
/** As many words as an unfinished one may become: more say nothing of what is meant. */
const COMPLETIONS = 6;

/**
 * Takes a query apart into what it asks about.
 *
 * @param exact whether the words are to be taken as they were typed
 */
export async function understand(
  query: string,
  pieces: IndexPieces,
  thesaurus: Thesaurus,
  exact = false,
): Promise<Understanding> {
  const better = new Map<string, string>();
  const completions = new Map<string, Variant[]>();
  const typed = queryTokens(query);
  const tokens = await Promise.all(
    typed.map(async (token, index): Promise<Token> => {
      const { word, stem, filler } = token;
      if (filler || thesaurus.stems.has(stem)) return token;
      if ((await postingsOf(stem, pieces)).size > 0) return token;
      const words = await wordsNear(word, pieces);
      if (index === typed.length - 1) {
        // The last word may not be finished.
        const longer = words.filter((one) => word.length > 1 && one.startsWith(word));
        if (longer.length > 0) {
          completions.set(stem, longer.slice(0, COMPLETIONS).flatMap(asVariant));
          return token;
        }
      }
      if (exact) return token;
      const mended = mendWord(word, [...words, ...thesaurus.words]);
      if (mended === undefined) return token;
      better.set(word, mended);
      return tokensOf(mended)[0] ?? token;
    }),
  );
  const mended = [...new Set(typed.map(({ word }) => word))].flatMap((word) => {
    const instead = better.get(word);
    return instead === undefined ? [] : [{ typed: word, word: instead }];
  });
  return { concepts: conceptsOf(tokens, thesaurus, completions), mended };
}

/**
 * What words ask about, as they stand.
 *
 * @param completions what an unfinished word may become, by its stem
 */
export function conceptsOf(
  tokens: Token[],
  thesaurus: Thesaurus,
  completions: ReadonlyMap<string, Variant[]> = new Map(),
): Concept[] {
  const concepts = new Map<string, Concept>();
  for (const [key, phrase] of phrasesOf(tokens)) {
    const own = phrase.filter(({ filler }) => !filler).map(({ stem }) => stem);
    const others = [...(thesaurus.variants.get(key) ?? []), ...(completions.get(key) ?? [])];
    // A phrase means more than its words only where something else may stand for it.
    if (phrase.length > 1 ? others.length === 0 : own.length === 0) continue;
    concepts.set(own.join(' ') || key, [
      ...(own.length > 0 ? [{ stems: own, weight: 1 }] : []),
      ...others,
    ]);
  }
  return [...concepts.values()];
}

/** The stems of all words for what is asked about. */
export function stemsOf(concepts: Concept[]): Set<string> {
  return new Set(concepts.flatMap((concept) => concept.flatMap(({ stems }) => stems)));
}

function asVariant(word: string): Variant[] {
  return subjectOf(word).map(({ stem }) => ({ stems: [stem], weight: 1 }));
}

/** Every word of a query and every few that follow each other, with or without the fillers between them. */
function phrasesOf(tokens: Token[]): Map<string, Token[]> {
  const phrases = new Map<string, Token[]>();
  const subject = tokens.filter(({ filler }) => !filler);
  for (const words of [subject, tokens]) {
    for (const start of words.keys()) {
      for (let length = 1; length <= LONGEST_PHRASE && start + length <= words.length; length++) {
        const phrase = words.slice(start, start + length);
        const key = phrase.map(({ stem }) => stem).join(' ');
        if (!phrases.has(key)) phrases.set(key, phrase);
      }
    }
  }
  return phrases;
}
