import type { SectionText } from './chapter-text.ts';
import type { ChapterFile } from './content.ts';
import { type Chapter, DEPENDS, type Disagreement, type Part, type Section } from './handbook.ts';
import { get, given, inOrder, type Known } from './known.ts';
import type { ChapterData } from './schema.ts';
import { countWords, minutesFor, typeset } from './words.ts';

/** Builds a chapter with its sections, and makes it known to all that it refers to. */
export function createChapter(
  { id, text, frontmatter }: ChapterFile,
  part: Part,
  known: Known,
): Chapter {
  const { data } = given(frontmatter, `frontmatter of ${id}`);
  const chapter: Chapter = {
    id,
    title: typeset(data.title),
    summary: typeset(data.summary),
    track: data.track,
    topics: data.topics.map((topic) => get(known.topics, topic)),
    audience: data.audience,
    formerly: data.formerly,
    part,
    opening: text.opening,
    sections: [],
    words: 0,
    minutes: 0,
    reading: data.reading.map((work) => get(known.works, work)),
    backlinks: [],
    published: undefined,
    moved: [],
    talk: { reader: data.talk.reader.map(typeset), mentor: data.talk.mentor.map(typeset) },
  };
  for (const topic of chapter.topics) topic.chapters.push(chapter);
  for (const sectionText of text.sections) {
    const section = createSection(sectionText, data, chapter, known);
    if (section.level === 3) {
      chapter.sections.findLast(({ level }) => level === 2)?.subsections.push(section);
    }
    chapter.sections.push(section);
  }
  for (const section of chapter.sections) {
    section.minutes = minutesFor(section.words + wordsOf(section.subsections));
  }
  chapter.words = countWords(chapter.opening) + wordsOf(chapter.sections);
  chapter.minutes = minutesFor(chapter.words);

  known.chapters.set(id, chapter);
  return chapter;
}

function createSection(
  { id: textId, level, title, blocks }: SectionText,
  data: ChapterData,
  chapter: Chapter,
  known: Known,
): Section {
  const id = given(textId, `id of "${title}"`);
  const entry = given(data.sections[id], `entry of section ${id}`);
  const disagreements = blocks.flatMap((block) =>
    'disagreement' in block ? get(known.disagreements, block.disagreement) : [],
  );
  const text = blocks
    .map((block) =>
      'text' in block ? block.text : textOf(get(known.disagreements, block.disagreement)),
    )
    .join('\n');
  const claims = entry.claims.map((claim) => get(known.claims, claim));
  const section: Section = {
    id,
    level,
    title,
    chapter,
    text,
    words: countWords(`${title}\n${text}`),
    minutes: 0,
    subsections: [],
    claims,
    topics: inOrder(
      known.topics,
      claims.flatMap((claim) => claim.topics),
    ),
    basis: entry.basis,
    questions: entry.questions.map(typeset),
    keywords: entry.keywords,
    formerly: entry.formerly,
    backlinks: [],
    published: undefined,
  };
  for (const { sections } of [...claims, ...section.topics, ...disagreements]) {
    sections.push(section);
  }
  known.sections.set(id, section);
  return section;
}

function wordsOf(sections: Section[]): number {
  return sections.reduce((sum, { words }) => sum + words, 0);
}

/** What a reader sees of a disagreement within a section. */
function textOf({ question, positions, depends }: Disagreement): string {
  const lines = positions.flatMap(({ who, says }) => [who, says]);
  return [question, ...lines, DEPENDS, depends].join('\n');
}
