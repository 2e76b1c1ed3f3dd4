import type { Handbook } from '../handbook.ts';
import { searchTextOf } from './search-text.ts';
import { tokensOf } from './tokens.ts';

/** What a browser has to know of the book's words to understand a query: served as `search/lexicon.json`. */
export interface Lexicon {
  /** Every word of the index in alphabetical order, with a space between two. */
  words: string;
  /** In how many records of the index each of them stands. */
  sections: number[];
  /** How many records there are: sections, and what is found beside them. */
  total: number;
  /** Groups of words and phrases that readers use for one another. */
  synonyms: string[][];
  /** Abbreviations and what they stand for. */
  abbreviations: [string, string][];
}

/**
 * Gathers the words of the sections, the synonyms, and the abbreviations of the glossary.
 *
 * @param others the words by which something else than a section is found, a text each
 */
export function createLexicon(
  { sections, synonyms, glossary }: Handbook,
  others: readonly string[] = [],
): Lexicon {
  const counts = new Map<string, number>();
  for (const text of [...[...sections.values()].map(searchTextOf), ...others]) {
    for (const word of new Set(text.split(' '))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const words = [...counts.keys()].sort();
  return {
    words: words.join(' '),
    sections: words.map((word) => counts.get(word) ?? 0),
    total: sections.size + others.length,
    synonyms: synonyms.map((group) => [...new Set(group.map(phraseOf))].filter(Boolean)),
    abbreviations: glossary.flatMap(({ term, expansion }) =>
      (expansion ?? '')
        .split(', or ')
        .map((full): [string, string] => [phraseOf(term), phraseOf(full)])
        .filter(([short, full]) => short !== '' && full !== '' && short !== full),
    ),
  };
}

const phraseOf = (text: string) => tokensOf(text).join(' ');
