import { stringify } from 'yaml';
import { chapterPath, sectionPath, termPath } from '../../../src/handbook/address.ts';
import { AUDIENCES } from '../../../src/handbook/schema.ts';
import { countWords } from '../../../src/handbook/words.ts';
import type { Chance } from './chance.ts';
import { fill, type Language } from './language.ts';
import type { Plan, PlannedChapter, PlannedPart } from './plan.ts';

/** As long as a chapter is without its frontmatter, and its opening. */
const CHAPTER_WORDS = 1200;
const OPENING_WORDS = 40;

/** By how many words a text would be too long that ends with the sentence in which it is long enough. */
const HALF_A_SENTENCE = 8;

/** How often a sentence refers to a term, and to another section or chapter. */
const TERM_LINKS = 0.06;
const CHAPTER_LINKS = 0.08;

/** How often a few sentences make a list. */
const LISTS = 0.1;

/** Makes up a question in words that `draw` draws. */
export type Ask = (draw: () => string, chance: Chance) => string;

const AUDIENCE = Object.keys(AUDIENCES);

/**
 * Writes a chapter's file.
 *
 * @param part the chapters of its part, which it refers to more often than to others
 */
export function writeChapter(
  chapter: PlannedChapter,
  part: PlannedPart,
  plan: Plan,
  language: Language,
  ask: Ask,
): string {
  const { title, topics, sections, draw, chance } = chapter;
  const several = <T>(low: number, high: number, make: () => T) =>
    Array.from({ length: chance.between(low, high) }, make);

  function link(): string | undefined {
    const number = chance.number();
    if (number < TERM_LINKS) {
      const { id, term } = chance.pick(plan.terms);
      return `[${term}](${termPath(id)})`;
    }
    if (number > TERM_LINKS + CHAPTER_LINKS) return undefined;
    const near = chance.number() < 0.7 ? part : chance.pick(plan.parts);
    const there = chance.pick(near.chapters);
    if (chance.number() < 0.3) return `[${draw()} ${draw()}](${chapterPath(there.id)})`;
    const { id } = chance.pick(there.sections);
    return `[${draw()} ${draw()}](${sectionPath(there.id, id)})`;
  }

  function sentence(draw: () => string): string {
    const linked = link();
    let gap = 0;
    return fill(chance.pick(language.sentences), () => {
      gap += 1;
      return (gap === 2 && linked) || draw();
    });
  }

  function write(words: number, draw: () => string): string {
    const sentences: string[] = [];
    for (let written = 0; written < words - HALF_A_SENTENCE; ) {
      const next = sentence(draw);
      sentences.push(next);
      written += countWords(next);
    }
    const blocks: string[] = [];
    while (sentences.length > 0) {
      const block = sentences.splice(0, chance.between(3, 5));
      const isList = chance.number() < LISTS;
      blocks.push(isList ? block.map((item) => `- ${item}`).join('\n') : block.join(' '));
    }
    return blocks.join('\n\n');
  }

  const frontmatter = {
    title,
    summary: fill(chance.pick(language.sentences), draw),
    track: part.track,
    topics,
    audience: [chance.pick(AUDIENCE)],
    sections: Object.fromEntries(
      sections.map((section) => [
        section.id,
        {
          ...(section.claims.length > 0 ? { claims: section.claims } : { basis: 'ours' }),
          questions: several(1, 3, () => ask(section.draw, chance)),
        },
      ]),
    ),
    talk: {
      reader: several(2, 3, () => ask(draw, chance)),
      mentor: several(2, 3, () => ask(draw, chance)),
    },
  };
  const words = (CHAPTER_WORDS - OPENING_WORDS) / sections.length;
  return [
    `---\n${stringify(frontmatter)}---`,
    write(OPENING_WORDS, draw),
    ...sections.flatMap((section) => [
      `## ${section.title} {#${section.id}}`,
      write(words, section.draw),
    ]),
    '',
  ].join('\n\n');
}
