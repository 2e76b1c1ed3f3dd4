import { termPath, workPath } from './address.ts';
import type { SectionText } from './chapter-text.ts';
import type { ChapterFile, Content } from './content.ts';
import {
  type Chapter,
  type Claim,
  DEPENDS,
  type Disagreement,
  type Handbook,
  type Part,
  type Section,
  type Source,
  type Term,
  type Topic,
  type Work,
} from './handbook.ts';
import type {
  ChapterData,
  DisagreementsData,
  GlossaryData,
  LiteratureData,
  SourceData,
  TopicsData,
} from './schema.ts';
import { countWords, minutesFor, typeset } from './words.ts';

/** Everything of the book that something else refers to by an id, as far as it has been created. */
interface Known {
  topics: Map<string, Topic>;
  claims: Map<string, Claim>;
  glossary: Map<string, Term>;
  disagreements: Map<string, Disagreement>;
  works: Map<string, Work>;
  sections: Map<string, Section>;
}

/**
 * Builds the model from content in which the checks found nothing.
 *
 * @throws {Error} where something that the checks vouch for is missing
 */
export function createHandbook(content: Content): Handbook {
  const { data } = given(content.handbook, 'handbook.yaml');
  const topics = createTopics(given(content.topics, 'topics.yaml').data);
  const sources = [...content.sources].map(([key, { data }]) => createSource(key, data, topics));
  const claims = new Map(sources.flatMap((source) => source.claims.map((one) => [one.id, one])));
  const literature = createLiterature(content.literature?.data ?? [], claims);
  const known: Known = {
    topics,
    claims,
    glossary: createGlossary(content.glossary?.data ?? {}, claims),
    disagreements: createDisagreements(content.disagreements?.data ?? {}, claims),
    works: new Map(literature.flatMap(({ works }) => works.map((work) => [work.id, work]))),
    sections: new Map(),
  };
  const parts = data.parts.map(({ id, title, track, chapters }, index) => {
    const part: Part = { id, title: typeset(title), track, number: index + 1, chapters: [] };
    part.chapters = chapters.map((chapter) =>
      createChapter(given(content.chapters.get(chapter), `chapter ${chapter}`), part, known),
    );
    return part;
  });
  return {
    title: typeset(data.title),
    tagline: typeset(data.tagline),
    description: typeset(data.description),
    edition: data.edition,
    repository: data.repository,
    parts,
    chapters: parts.flatMap(({ chapters }) => chapters),
    sections: known.sections,
    sources,
    topics: [...topics.values()],
    glossary: [...known.glossary.values()].sort((a, b) => a.term.localeCompare(b.term, 'en')),
    disagreements: known.disagreements,
    literature,
    about: content.about !== undefined,
    ways: data.ways.map(({ situation, section }) => ({
      situation: typeset(situation),
      section: get(known.sections, section),
    })),
  };
}

function createTopics(data: TopicsData): Map<string, Topic> {
  return mapEntries(data, (id, { title, about }) => ({
    id,
    title: typeset(title),
    about: typeset(about),
    chapters: [],
    sections: [],
    claims: [],
  }));
}

function createSource(key: string, data: SourceData, topics: Known['topics']): Source {
  const source: Source = {
    key,
    title: typeset(data.title),
    short: typeset(data.short),
    author: data.author,
    about: typeset(data.about),
    original: data.url,
    published: new Date(data.published),
    where: typeset(data.where),
    notes: data.notes.map(typeset),
    outline: [],
    claims: [],
  };
  source.claims = Object.entries(data.claims).map(([id, entry]) => ({
    id,
    text: typeset(entry.text),
    where: typeset(entry.where),
    kind: entry.kind,
    topics: entry.topics.map((topic) => get(topics, topic)),
    audience: entry.audience,
    note: entry.note && typeset(entry.note),
    omit: entry.omit && typeset(entry.omit),
    source,
    sections: [],
  }));
  for (const claim of source.claims) for (const topic of claim.topics) topic.claims.push(claim);

  const byPlace = Map.groupBy(source.claims, ({ where }) => where);
  source.outline = Object.entries(data.outline).map(([where, about]) => ({
    where: typeset(where),
    about: typeset(about),
    claims: byPlace.get(typeset(where)) ?? [],
  }));
  return source;
}

function createGlossary(data: GlossaryData, claims: Known['claims']): Map<string, Term> {
  return mapEntries(data, (id, entry) => ({
    id,
    term: typeset(entry.term),
    expansion: entry.expansion && typeset(entry.expansion),
    meaning: typeset(entry.meaning),
    claims: entry.claims.map((claim) => get(claims, claim)),
    chapters: [],
    sections: [],
  }));
}

function createDisagreements(
  data: DisagreementsData,
  claims: Known['claims'],
): Map<string, Disagreement> {
  return mapEntries(data, (id, { question, positions, depends }) => ({
    id,
    question: typeset(question),
    positions: positions.map((position) => ({
      who: typeset(position.who),
      says: typeset(position.says),
      claims: position.claims.map((claim) => get(claims, claim)),
    })),
    depends: typeset(depends),
    sections: [],
  }));
}

function createLiterature(data: LiteratureData, claims: Known['claims']): Handbook['literature'] {
  return data.map(({ question, works }) => ({
    question: typeset(question),
    works: Object.entries(works).map(([id, entry]) => ({
      id,
      title: typeset(entry.title),
      author: entry.author,
      year: entry.year,
      where: entry.where && typeset(entry.where),
      url: entry.url,
      says: entry.says && typeset(entry.says),
      stances: entry.stances.map((stance) => ({
        stance: stance.stance,
        with: typeset(stance.with),
        claims: stance.claims.map((claim) => get(claims, claim)),
      })),
      chapters: [],
      sections: [],
    })),
  }));
}

function createChapter({ id, text, frontmatter }: ChapterFile, part: Part, known: Known): Chapter {
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

  for (const { href, section } of text.links) {
    const marked = markedBy(href, known);
    if (!marked) continue;
    const { chapters, sections } = marked;
    // A chapter's links come in its order: a second mark in one place follows the first.
    if (!section) {
      if (chapters.at(-1) !== chapter) chapters.push(chapter);
    } else {
      const user = get(known.sections, section);
      if (sections.at(-1) !== user) sections.push(user);
    }
  }
  for (const { chapters } of chapter.reading)
    if (!chapters.includes(chapter)) chapters.push(chapter);
  return chapter;
}

/** The term or the work that a link marks, which lists the places of its links. */
function markedBy(href: string, { glossary, works }: Known): Term | Work | undefined {
  if (href.startsWith(termPath(''))) return get(glossary, href.slice(termPath('').length));
  if (href.startsWith(workPath(''))) return get(works, href.slice(workPath('').length));
  return undefined;
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
  const itsTopics = new Set(claims.flatMap((claim) => claim.topics));
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
    topics: [...known.topics.values()].filter((topic) => itsTopics.has(topic)),
    basis: entry.basis,
    questions: entry.questions.map(typeset),
    formerly: entry.formerly,
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

function mapEntries<D, T>(data: Record<string, D>, create: (id: string, entry: D) => T) {
  return new Map(Object.entries(data).map(([id, entry]) => [id, create(id, entry)]));
}

function get<T>(known: Map<string, T>, id: string): T {
  return given(known.get(id), `"${id}"`);
}

function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing: the content was not checked`);
  return value;
}
