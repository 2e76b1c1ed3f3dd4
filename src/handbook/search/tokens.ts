/** What the search takes a text for: the same on both sides, of what is indexed and of what is asked. */
import { stemmer } from 'stemmer';

/**
 * Words that hold a sentence together and say nothing of its subject. They stand in every section, so
 * that they would tell the search nothing.
 */
const FILLERS = new Set(
  `a about actually all also am an and any anybody anyone anything are as at be because been being but by can could did do
  does doing each either else even ever every everybody everyone everything few for from get gets getting go goes going got
  had has have having he her here hers him his how however i if in instead into is it its just know let lets like lot lots
  many may maybe me might mine more most much must my myself need needs no nobody none nor not nothing now of off ok on one
  ones only or other others ought our ours ourselves out over own perhaps please quite rather really s same say says seem
  seems she should since so some somebody someone something still such sure t than that the their theirs them themselves
  then there these they thing things think this those though through to too under until up us very want wants was way we
  well were what when where whether which while who whom whose why will with within without would yes yet you your yours
  yourself`.split(/\s+/),
);

/** "1:1", "1on1", "one-on-one", "one to one": one word, which nothing takes apart. */
const ONE_ON_ONE = /\b(?:1|one)(?:\s*[:/\p{Pd}]\s*|[\s\p{Pd}]*(?:on|to)[\s\p{Pd}]*)(?:1|one)s?\b/gu;

/** "R&D", "Q&A": one word. The mark is looked for first: few texts have it. */
const JOINED = /\s?&(?<=\b\p{L}\s?&)\s?(?=\p{L}\b)/gu;

/** What an apostrophe ties to a word: "I'll", "don't", "team's". */
const CONTRACTION = /(?:\b(?:ca|wo)n['’]t|n['’]t|['’](?:d|ll|m|re|s|ve))\b/g;

/** More of a query than this, a reader hasn't typed. */
const MOST_CHARACTERS = 1000;

/** A word of a text. */
export interface Token {
  /** In lower case and without accents. `delegated` */
  word: string;
  /** What all forms of the word have in common, which is what the index knows it by. `deleg` */
  stem: string;
  /** Whether it says nothing by itself. `with` */
  filler: boolean;
}

/**
 * Takes a text apart into its words, in their order.
 *
 * @param text a query or a text of the book, with typographic or straight apostrophes
 */
export function tokensOf(text: string): Token[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(ONE_ON_ONE, 'oneonone')
    .replace(JOINED, 'n')
    .replace(CONTRACTION, '')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(tokenOf);
}

/** A book has few words, and each of them many times. */
const known = new Map<string, Token>();

function tokenOf(word: string): Token {
  const token = known.get(word) ?? { word, stem: stemmer(word), filler: FILLERS.has(word) };
  known.set(word, token);
  return token;
}

/** The words of a text that say what it is about. */
export function subjectOf(text: string): Token[] {
  return tokensOf(text).filter(({ filler }) => !filler);
}

/** The words of a query; of one that nobody has typed, the first ones. */
export function queryTokens(query: string): Token[] {
  return tokensOf(query.slice(0, MOST_CHARACTERS));
}
