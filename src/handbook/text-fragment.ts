/**
 * Quotes a passage of a page in an address, so that a browser that opens it finds the passage, scrolls to
 * it and marks it. The rules are those of https://wicg.github.io/scroll-to-text-fragment/.
 */

/** The longest passage that is quoted whole, in characters; of a longer one its beginning and its end. */
const WHOLE = 200;

/** How many words make a beginning or an end, where they tell it from others. */
const ENDS = 4;

/** How many words more are quoted, at most, to tell a passage from others that read alike. */
const MOST_CONTEXT = 12;

/** What words are made of. */
const WORD = /[\p{L}\p{N}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** What an address quotes: a passage whole or by its two ends, and what stands around it. */
interface Quote {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

/** Where some words stand in a text. */
export interface Span {
  from: number;
  /** Behind the last of them. */
  to: number;
}

/**
 * The directive that quotes a passage, in as few words as tell it from the rest of the page.
 *
 * @param text the page's text as it is shown: a line a block, its white space single spaces
 * @param passage whole words of it
 * @returns what an address ends with, after its `#` and an id, if it names one: `:~:text=a%20knot%20is%20enough`
 */
export function textDirective(text: string, passage: Span): string {
  let quote = quoteOf(text, passage, 0);
  for (let context = 1; context <= MOST_CONTEXT && !leadsTo(text, quote, passage); context += 1) {
    quote = quoteOf(text, passage, context);
  }
  const { prefix, start, end, suffix } = quote;
  const terms = [
    prefix && `${encode(prefix)}-`,
    encode(start),
    end && encode(end),
    suffix && `-${encode(suffix)}`,
  ];
  return `:~:text=${terms.filter(Boolean).join(',')}`;
}

/**
 * A span without white space at its ends, and with the whole of the words that it begins and ends in:
 * browsers look for words.
 *
 * @returns nothing where there are no words
 */
export function wholeWords(text: string, { from, to }: Span): Span | undefined {
  const words = segmenter.segment(text);
  const first = words.containing(from);
  const last = words.containing(to - 1);
  const start = first?.isWordLike ? first.index : from;
  const end = last?.isWordLike ? last.index + last.segment.length : to;
  const passage = text.slice(start, end);
  if (!WORD.test(passage)) return undefined;
  return {
    from: start + passage.length - passage.trimStart().length,
    to: end - (passage.length - passage.trimEnd().length),
  };
}

/** Quotes a passage with so many words around it; no term may reach from one block into the next. */
function quoteOf(text: string, { from, to }: Span, context: number): Quote {
  const passage = text.slice(from, to);
  const blocks = passage.split('\n');
  const isWhole = blocks.length === 1 && passage.length <= WHOLE;
  const before = text.slice(0, from).trimEnd().split('\n').at(-1) ?? '';
  const after = text.slice(to).trimStart().split('\n', 1)[0] ?? '';
  return {
    prefix: lastWords(before, context),
    start: isWhole ? passage : firstWords(blocks[0] ?? '', ENDS + context),
    end: isWhole ? '' : lastWords(blocks.at(-1) ?? '', ENDS + context),
    suffix: firstWords(after, context),
  };
}

function firstWords(text: string, count: number): string {
  if (count === 0) return '';
  const last = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike)[count - 1];
  return last ? text.slice(0, last.index + last.segment.length) : text;
}

function lastWords(text: string, count: number): string {
  if (count === 0) return '';
  const first = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).at(-count);
  return first ? text.slice(first.index) : text;
}

/** Whether a quote's first match in a text is the passage, as a browser would find it. */
function leadsTo(text: string, { prefix, start, end, suffix }: Quote, { from, to }: Span): boolean {
  const passage = end ? `${pattern(start)}[^]*?${pattern(end)}` : pattern(start);
  const match = new RegExp(
    `${prefix && `${pattern(prefix)}\\s*`}(?<passage>${passage})${suffix && `\\s*${pattern(suffix)}`}`,
    'diu',
  ).exec(text);
  const [first, last] = match?.indices?.groups?.passage ?? [];
  return first === from && last === to;
}

/** Finds a term where it begins and ends with whole words. */
function pattern(term: string): string {
  const escaped = term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const [first = '', last = ''] = [term.slice(0, 1), term.slice(-1)];
  return `${WORD.test(first) ? `(?<!${WORD.source})` : ''}${escaped}${WORD.test(last) ? `(?!${WORD.source})` : ''}`;
}

/** A hyphen and a comma tell terms apart; what else is encoded here ends addresses where programs look for them in text. */
function encode(term: string): string {
  return encodeURIComponent(term).replace(
    /[-!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
