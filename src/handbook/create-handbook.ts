import { connectFormer } from './connect-former.ts';
import { connectLinks } from './connect-links.ts';
import type { Content } from './content.ts';
import { createChapter } from './create-chapter.ts';
import { createCareers, createComparison, createPathways } from './create-ways.ts';
import type { Disagreement, Handbook, Part, Source, Term, Topic } from './handbook.ts';
import { get, given, inOrder, type Known, mapEntries } from './known.ts';
import { EMPTY_LEDGER, type Ledger, publicationOf } from './ledger.ts';
import type {
  DisagreementsData,
  GlossaryData,
  LiteratureData,
  SourceData,
  TopicsData,
} from './schema.ts';
import { typeset } from './words.ts';

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
    glossary: createGlossary(content.glossary?.data ?? {}, claims, topics),
    disagreements: createDisagreements(content.disagreements?.data ?? {}, claims),
    works: new Map(literature.flatMap(({ works }) => works.map((work) => [work.id, work]))),
    chapters: new Map(),
    sections: new Map(),
  };
  const parts = data.parts.map(({ id, title, track, chapters }, index) => {
    const part: Part = { id, title: typeset(title), track, number: index + 1, chapters: [] };
    part.chapters = chapters.map((chapter) =>
      createChapter(given(content.chapters.get(chapter), `chapter ${chapter}`), part, known),
    );
    return part;
  });
  for (const chapter of known.chapters.values()) {
    connectLinks(given(content.chapters.get(chapter.id), chapter.id).text.links, chapter, known);
  }
  const book: Handbook = {
    title: typeset(data.title),
    tagline: typeset(data.tagline),
    description: typeset(data.description),
    edition: data.edition,
    repository: data.repository,
    parts,
    chapters: [...known.chapters.values()],
    sections: known.sections,
    sources,
    topics: [...topics.values()],
    glossary: [...known.glossary.values()].sort((a, b) => a.term.localeCompare(b.term, 'en')),
    disagreements: known.disagreements,
    literature,
    about: content.about !== undefined,
    comparison: createComparison(content.comparison?.data ?? { roles: {}, rows: {} }, known),
    pathways: createPathways(content.pathways?.data ?? {}, known),
    careers: createCareers(content.careers?.data ?? {}, known),
    synonyms: content.synonyms?.data ?? [],
    formerPages: [],
  };
  const ledger = content.published?.data ?? EMPTY_LEDGER;
  connectFormer(book, ledger);
  addDates(book, ledger);
  return book;
}

/** Makes chapters and sections know since when they are published. */
function addDates({ chapters, sections }: Handbook, ledger: Ledger): void {
  for (const chapter of chapters) {
    chapter.published = publicationOf(ledger, 'chapter', chapter.id);
  }
  for (const section of sections.values()) {
    section.published = publicationOf(ledger, 'section', section.id);
  }
}

function createTopics(data: TopicsData): Map<string, Topic> {
  return mapEntries(data, (id, { title, about, formerly }) => ({
    id,
    title: typeset(title),
    about: typeset(about),
    formerly,
    chapters: [],
    sections: [],
    claims: [],
    terms: [],
    disagreements: [],
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
    formerly: data.formerly,
    moved: [],
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
    formerly: entry.formerly,
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

function createGlossary(
  data: GlossaryData,
  claims: Known['claims'],
  topics: Known['topics'],
): Map<string, Term> {
  return mapEntries(data, (id, entry) => {
    const itsClaims = entry.claims.map((claim) => get(claims, claim));
    const term: Term = {
      id,
      term: typeset(entry.term),
      expansion: entry.expansion && typeset(entry.expansion),
      meaning: typeset(entry.meaning),
      claims: itsClaims,
      topics: inOrder(topics, [
        ...itsClaims.flatMap((claim) => claim.topics),
        ...entry.topics.map((topic) => get(topics, topic)),
      ]),
      chapters: [],
      sections: [],
      formerly: entry.formerly,
    };
    for (const topic of term.topics) topic.terms.push(term);
    return term;
  });
}

function createDisagreements(
  data: DisagreementsData,
  claims: Known['claims'],
): Map<string, Disagreement> {
  return mapEntries(data, (id, { question, positions, depends, formerly }) => {
    const disagreement: Disagreement = {
      id,
      question: typeset(question),
      positions: positions.map((position) => ({
        who: typeset(position.who),
        says: typeset(position.says),
        claims: position.claims.map((claim) => get(claims, claim)),
      })),
      depends: typeset(depends),
      sections: [],
      formerly,
    };
    for (const topic of topicsOfSides(disagreement)) topic.disagreements.push(disagreement);
    return disagreement;
  });
}

/** What a disagreement is about: the topics that more than one side speaks of. */
function topicsOfSides({ positions }: Disagreement): Set<Topic> {
  const sides = positions.map(({ claims }) => new Set(claims.flatMap(({ topics }) => topics)));
  const spoken = sides.flatMap((topics) => [...topics]);
  return new Set(spoken.filter((topic, index) => spoken.indexOf(topic) < index));
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
      formerly: entry.formerly,
    })),
  }));
}
