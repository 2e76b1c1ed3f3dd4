import type { Audience } from './schema.ts';
import { AUDIENCES } from './schema.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** `one, two, and three` */
export function listOf(items: readonly string[]): string {
  return list.format(items);
}

/** `For tech leads and new managers` */
export function forWhom(audience: readonly Audience[]): string {
  return `For ${listOf(audience.map((one) => AUDIENCES[one]))}`;
}

/** `1 minute`, `7 minutes` */
export function duration(minutes: number): string {
  return count(minutes, 'minute');
}

/** A number with its noun. `1 section`, `14 sections` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The first sentence of a text, for where there is room for one. */
export function firstSentence(text: string): string {
  const [first] = sentences.segment(text);
  return first?.segment.trim() ?? '';
}
