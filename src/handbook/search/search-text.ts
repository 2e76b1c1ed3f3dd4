import type { Section } from '../handbook.ts';
import { tokensOf } from './tokens.ts';

/**
 * How often each part of a section counts. Found by a small experiment with the queries of
 * `tests/bench/queries/tuning.yaml`: with the text alone the first result answered a good third of them,
 * with questions and claims more than half; beyond these numbers nothing was gained.
 */
const WEIGHTS = { title: 4, questions: 2, claims: 1, chapter: 1, text: 1 };

/**
 * What a section is found by: its words that say something, those of its title and of its readers'
 * questions several times, so that they count for more. Nobody reads it.
 */
export function searchTextOf({ title, questions, claims, chapter, text }: Section): string {
  const parts: [string, number][] = [
    [title, WEIGHTS.title],
    [questions.join('\n'), WEIGHTS.questions],
    [claims.map((claim) => claim.text).join('\n'), WEIGHTS.claims],
    [chapter.title, WEIGHTS.chapter],
    [text, WEIGHTS.text],
  ];
  return parts
    .flatMap(([part, weight]) => Array.from({ length: weight }, () => tokensOf(part)).flat())
    .join(' ');
}
