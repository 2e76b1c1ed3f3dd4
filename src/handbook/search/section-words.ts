import type { Section } from '../handbook.ts';
import { subjectOf } from './tokens.ts';

/**
 * How often each part of a section counts. Found by the experiment in `tests/bench/search-weights.ts`.
 */
export const WEIGHTS = {
  title: 6,
  questions: 4,
  keywords: 3,
  claims: 3,
  topics: 2,
  chapter: 1,
  text: 2,
};

/**
 * What a section is found by: its words that say something, with how often each is mentioned. Those of
 * its title and of its readers' questions count several times.
 *
 * @returns counts by the words' stems
 */
export function sectionWords(section: Section, weights = WEIGHTS): Map<string, number> {
  const { title, questions, keywords, claims, topics, chapter, text } = section;
  const parts: [string, number][] = [
    [title, weights.title],
    [questions.join('\n'), weights.questions],
    [keywords.join('\n'), weights.keywords],
    [claims.map((claim) => claim.text).join('\n'), weights.claims],
    [topics.map((topic) => topic.title).join('\n'), weights.topics],
    [chapter.title, weights.chapter],
    [text, weights.text],
  ];
  return countStems(parts);
}

/** How often the words of some texts that say something are mentioned, by their stems; each text counts as often as it says. */
export function countStems(texts: [text: string, weight: number][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [text, weight] of texts) {
    if (weight === 0) continue;
    for (const { stem } of subjectOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + weight);
  }
  return counts;
}
