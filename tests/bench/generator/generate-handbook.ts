import { stringify } from 'yaml';
import { AUDIENCES, CLAIM_KINDS } from '../../../src/handbook/schema.ts';
import { fill, type Language } from './language.ts';
import { type Plan, type PlannedPart, planHandbook } from './plan.ts';
import { type Ask, writeChapter } from './write-chapter.ts';

/**
 * Makes up a handbook that is like a real one in whatever costs time and room: lengths, frequencies of
 * words, claims, questions, links. What it says makes no sense.
 *
 * @param count how many chapters it has
 * @param language how it writes
 * @param synonyms the text of its `synonyms.yaml`
 * @returns the texts of its files by their paths in the content folder, the same for the same arguments
 */
export function generateHandbook(
  count: number,
  language: Language,
  synonyms: string,
): Map<string, string> {
  const plan = planHandbook(count, language);
  const { topics, terms, parts, draw, chance } = plan;
  const sentence = () => fill(chance.pick(language.sentences), draw);
  const ask = createQuestions(language);
  const files: Record<string, unknown> = {
    'handbook.yaml': {
      title: 'Made up',
      tagline: 'As much to read as you like.',
      description: 'A handbook that says nothing, to measure with.',
      edition: 1,
      parts: parts.map((part) => ({ ...part, chapters: part.chapters.map(({ id }) => id) })),
    },
    'topics.yaml': Object.fromEntries(
      topics.map(({ id, title }) => [id, { title, about: sentence() }]),
    ),
    'glossary.yaml': Object.fromEntries(
      terms.map(({ id, term }, index) => [
        id,
        {
          term,
          ...(index % 5 === 0 && { expansion: `${draw()} ${draw()}` }),
          meaning: sentence(),
          topics: [chance.pick(topics).id],
        },
      ]),
    ),
    ...Object.fromEntries(
      parts.map((part) => [`sources/on-${part.id}.yaml`, createSource(part, plan, language)]),
    ),
  };
  return new Map([
    ...Object.entries(files).map(([file, data]) => [file, stringify(data)] as const),
    ['synonyms.yaml', synonyms],
    ...parts.flatMap((part) =>
      part.chapters.map(
        (chapter) =>
          [`chapters/${chapter.id}.mdx`, writeChapter(chapter, part, plan, language, ask)] as const,
      ),
    ),
  ]);
}

/** The essay that a part is drawn from, with a place in it for each chapter. */
function createSource(part: PlannedPart, { draw, chance }: Plan, language: Language) {
  const sentence = () => fill(chance.pick(language.sentences), draw);
  const audience = Object.keys(AUDIENCES);
  return {
    title: part.title,
    short: part.title,
    author: 'Nobody',
    about: sentence(),
    url: `https://essays.example/${part.id}`,
    published: '2024-12-08',
    where: 'Nowhere',
    outline: Object.fromEntries(part.chapters.map(({ title }) => [title, sentence()])),
    claims: Object.fromEntries(
      part.chapters.flatMap(({ title, topics, sections, chance }) =>
        sections.flatMap(({ claims, draw }) =>
          claims.map((id) => [
            id,
            {
              text: fill(chance.pick(language.claims), draw),
              where: title,
              kind: chance.pick(CLAIM_KINDS),
              topics: [chance.pick(topics)],
              audience: [chance.pick(audience)],
            },
          ]),
        ),
      ),
    ),
  };
}

/** Asks in the words of what it asks about, and nothing twice. */
function createQuestions({ questions }: Language): Ask {
  const asked = new Set<string>();
  return function ask(draw, chance) {
    const question = fill(chance.pick(questions), draw);
    const key = question.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    if (asked.has(key)) return ask(draw, chance);
    asked.add(key);
    return question;
  };
}
