import { termPath } from './address.ts';
import type { Content } from './content.ts';
import type { Audience, Basis, ClaimKind, Track } from './schema.ts';
import { countWords, minutesFor, typeset } from './words.ts';

/** The whole book with everything resolved: what pages, search and exports are made from. */
export interface Handbook {
  title: string;
  tagline: string;
  description: string;
  edition: number;
  /** Where the handbook's files live, if it says so. */
  repository: string | undefined;
  parts: Part[];
  /** Every chapter in the book's order. */
  chapters: Chapter[];
  /** Every section by its id, in the book's order. */
  sections: Map<string, Section>;
  sources: Source[];
  topics: Topic[];
  /** In alphabetical order. */
  glossary: Term[];
  /** By their ids, in the order of their file. */
  disagreements: Map<string, Disagreement>;
  /** Whether there is a page about the handbook. */
  about: boolean;
  ways: { situation: string; section: Section }[];
}

export interface Part {
  id: string;
  title: string;
  track: Track;
  /** Counted from 1. */
  number: number;
  chapters: Chapter[];
}

export interface Chapter {
  id: string;
  title: string;
  summary: string;
  track: Track;
  topics: Topic[];
  audience: Audience[];
  formerly: string[];
  part: Part;
  /** The text ahead of the first section. */
  opening: string;
  /** Sections of level 2 and 3 in the text's order. */
  sections: Section[];
  words: number;
  minutes: number;
  talk: { reader: string[]; mentor: string[] };
}

export interface Section {
  id: string;
  level: 2 | 3;
  title: string;
  chapter: Chapter;
  /** Its own text, a line a paragraph, without the heading and without subsections. */
  text: string;
  /** Words of its own heading and text. */
  words: number;
  /** To read it with its subsections. */
  minutes: number;
  /** The level 3 sections of a level 2 section. */
  subsections: Section[];
  claims: Claim[];
  /** Those of its claims, in the order of the topics. */
  topics: Topic[];
  basis: Basis;
  questions: string[];
  formerly: string[];
}

export interface Source {
  key: string;
  title: string;
  short: string;
  author: string;
  about: string;
  /** The essay's own address. */
  original: string;
  published: Date;
  where: string;
  notes: string[];
  /** The source's sections in order, with what each is about and its claims. */
  outline: { where: string; about: string; claims: Claim[] }[];
  claims: Claim[];
}

export interface Claim {
  id: string;
  text: string;
  where: string;
  kind: ClaimKind;
  topics: Topic[];
  audience: Audience[];
  note: string | undefined;
  source: Source;
  /** The sections that cite it. */
  sections: Section[];
}

export interface Term {
  id: string;
  term: string;
  /** What an abbreviation stands for. */
  expansion: string | undefined;
  meaning: string;
  claims: Claim[];
  /** The sections that mark it. */
  sections: Section[];
}

export interface Disagreement {
  id: string;
  question: string;
  positions: { who: string; says: string; claims: Claim[] }[];
  depends: string;
  /** The sections in which it stands. */
  sections: Section[];
}

export interface Topic {
  id: string;
  title: string;
  about: string;
  /** Chapters that name it. */
  chapters: Chapter[];
  /** Sections one of whose claims has it. */
  sections: Section[];
  claims: Claim[];
}

/**
 * Builds the model from content in which the checks found nothing.
 *
 * @throws {Error} where something that the checks vouch for is missing
 */
export function createHandbook(content: Content): Handbook {
  const data = expect(content.handbook, 'handbook.yaml').data;

  const topics = new Map<string, Topic>(
    Object.entries(expect(content.topics, 'topics.yaml').data).map(([id, { title, about }]) => [
      id,
      { id, title: typeset(title), about: typeset(about), chapters: [], sections: [], claims: [] },
    ]),
  );
  const topicsOf = (ids: string[]) => ids.map((id) => expect(topics.get(id), `topic ${id}`));

  const claims = new Map<string, Claim>();
  const sources = [...content.sources].map(([key, { data }]) => {
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
    for (const [id, entry] of Object.entries(data.claims)) {
      const claim: Claim = {
        id,
        text: typeset(entry.text),
        where: typeset(entry.where),
        kind: entry.kind,
        topics: topicsOf(entry.topics),
        audience: entry.audience,
        note: entry.note && typeset(entry.note),
        source,
        sections: [],
      };
      for (const topic of claim.topics) topic.claims.push(claim);
      claims.set(id, claim);
      source.claims.push(claim);
    }
    const byPlace = Map.groupBy(source.claims, ({ where }) => where);
    source.outline = Object.entries(data.outline).map(([where, about]) => ({
      where: typeset(where),
      about: typeset(about),
      claims: byPlace.get(typeset(where)) ?? [],
    }));
    return source;
  });

  const claimsOf = (ids: string[]) => ids.map((id) => expect(claims.get(id), `claim ${id}`));
  const glossary = new Map<string, Term>(
    Object.entries(content.glossary?.data ?? {}).map(([id, entry]) => [
      id,
      {
        id,
        term: typeset(entry.term),
        expansion: entry.expansion && typeset(entry.expansion),
        meaning: typeset(entry.meaning),
        claims: claimsOf(entry.claims),
        sections: [],
      },
    ]),
  );
  const disagreements = new Map<string, Disagreement>(
    Object.entries(content.disagreements?.data ?? {}).map(([id, entry]) => [
      id,
      {
        id,
        question: typeset(entry.question),
        positions: entry.positions.map(({ who, says, claims }) => ({
          who: typeset(who),
          says: typeset(says),
          claims: claimsOf(claims),
        })),
        depends: typeset(entry.depends),
        sections: [],
      },
    ]),
  );

  const sections = new Map<string, Section>();
  const parts = data.parts.map((entry, index): Part => {
    const part: Part = {
      id: entry.id,
      title: typeset(entry.title),
      track: entry.track,
      number: index + 1,
      chapters: [],
    };
    part.chapters = entry.chapters.map((id) => createChapter(id, part));
    return part;
  });

  function createChapter(id: string, part: Part): Chapter {
    const { text, frontmatter } = expect(content.chapters.get(id), `chapter ${id}`);
    const { data } = expect(frontmatter, `frontmatter of ${id}`);
    const chapter: Chapter = {
      id,
      title: typeset(data.title),
      summary: typeset(data.summary),
      track: data.track,
      topics: topicsOf(data.topics),
      audience: data.audience,
      formerly: data.formerly,
      part,
      opening: text.opening,
      sections: [],
      words: 0,
      minutes: 0,
      talk: {
        reader: data.talk.reader.map(typeset),
        mentor: data.talk.mentor.map(typeset),
      },
    };
    for (const topic of chapter.topics) topic.chapters.push(chapter);

    let parent: Section | undefined;
    for (const textSection of text.sections) {
      const { id: textId, level, title } = textSection;
      const told: Disagreement[] = [];
      const own = textSection.blocks
        .map((block) => {
          if ('text' in block) return block.text;
          const { disagreement: id } = block;
          const disagreement = expect(disagreements.get(id), `disagreement ${id}`);
          told.push(disagreement);
          return textOfDisagreement(disagreement);
        })
        .join('\n');
      const words = countWords(`${title}\n${own}`);
      const sectionId = expect(textId, `id of "${title}"`);
      const entry = expect(data.sections[sectionId], `entry of section ${sectionId}`);
      const section: Section = {
        id: sectionId,
        level,
        title,
        chapter,
        text: own,
        words,
        minutes: minutesFor(words),
        subsections: [],
        claims: claimsOf(entry.claims),
        topics: [],
        basis: entry.basis,
        questions: entry.questions.map(typeset),
        formerly: entry.formerly,
      };
      for (const claim of section.claims) claim.sections.push(section);
      const itsTopics = new Set(section.claims.flatMap((claim) => claim.topics));
      section.topics = [...topics.values()].filter((topic) => itsTopics.has(topic));
      for (const topic of section.topics) topic.sections.push(section);
      for (const disagreement of told) disagreement.sections.push(section);

      if (level === 2) parent = section;
      else parent?.subsections.push(section);
      chapter.sections.push(section);
      sections.set(sectionId, section);
    }
    for (const { href, section } of text.links) {
      const term = href.startsWith(termPath('')) && glossary.get(href.slice(termPath('').length));
      const user = sections.get(section ?? '');
      if (term && user && !term.sections.includes(user)) term.sections.push(user);
    }
    chapter.words = chapter.sections.reduce(
      (sum, { words }) => sum + words,
      countWords(chapter.opening),
    );
    chapter.minutes = minutesFor(chapter.words);
    for (const section of chapter.sections) {
      section.minutes = minutesFor(
        section.subsections.reduce((sum, { words }) => sum + words, section.words),
      );
    }
    return chapter;
  }

  return {
    title: typeset(data.title),
    tagline: typeset(data.tagline),
    description: typeset(data.description),
    edition: data.edition,
    repository: data.repository,
    parts,
    chapters: parts.flatMap(({ chapters }) => chapters),
    sections,
    sources,
    topics: [...topics.values()],
    glossary: [...glossary.values()].sort((a, b) => a.term.localeCompare(b.term, 'en')),
    disagreements,
    about: content.about !== undefined,
    ways: data.ways.map(({ situation, section }) => ({
      situation: typeset(situation),
      section: expect(sections.get(section), `section ${section}`),
    })),
  };
}

/** What introduces the sentence that says what a reader's own answer depends on. */
export const DEPENDS = 'It depends';

/** What a reader sees of a disagreement within a section. */
function textOfDisagreement({ question, positions, depends }: Disagreement): string {
  const lines = positions.flatMap(({ who, says }) => [who, says]);
  return [question, ...lines, DEPENDS, depends].join('\n');
}

function expect<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing: the content was not checked`);
  return value;
}
