import {
  careerPath,
  disagreementPath,
  pathwayPath,
  rowPath,
  sectionPath,
  termPath,
  workPath,
} from '../address.ts';
import type { Handbook, Section } from '../handbook.ts';
import { firstSentence } from '../prose.ts';
import { countStems, sectionWords, type WEIGHTS } from './section-words.ts';

/** What a result shows of something that can be found. */
export interface SearchRecord {
  /** Its path from the site's root. */
  path: string;
  title: string;
  /** Of a section: its part and chapter. */
  place?: string;
  /** Of a section: the sentence that carries its point. */
  point?: string;
  /** Of a section: how readers ask for it. */
  questions?: string[];
  /** Of what isn't a section: what it is. `Pathway` */
  kind?: string;
}

/** Something that can be found, and how often each word is mentioned in it, by the words' stems. */
export interface Findable {
  record: SearchRecord;
  words: Map<string, number>;
}

/** A section as search finds it. */
export function sectionRecord(section: Section, weights?: typeof WEIGHTS): Findable {
  const { id, title, chapter, text, questions } = section;
  const record = {
    path: sectionPath(chapter.id, id),
    title,
    place: `${chapter.part.title} · ${chapter.title}`,
    point: firstSentence(text),
    questions,
  };
  return { record, words: sectionWords(section, weights) };
}

/** How often the name of a term counts beside its meaning. */
const NAME = 4;

/** What isn't a section and can be found all the same: terms, rows of the comparison, pathways, works, careers and disagreements. */
export function otherRecords(book: Handbook): Findable[] {
  const { glossary, comparison, pathways, disagreements, literature, careers } = book;
  const findable = (kind: string, title: string, path: string, texts: [string, number][]) => ({
    record: { path, title, kind },
    words: countStems(texts),
  });
  return [
    ...glossary.map(({ id, term, expansion = '', meaning }) =>
      findable('Glossary', [term, expansion].filter(Boolean).join(', '), termPath(id), [
        [`${term} ${expansion}`, NAME],
        [meaning, 1],
      ]),
    ),
    ...comparison.rows.map(({ id, title, cells }) =>
      findable('The roles compared', title, rowPath(id), [
        [title, 1],
        ...cells.map(({ role, says }): [string, number] => [`${role.title} ${says}`, 1]),
      ]),
    ),
    ...pathways.map(({ id, situation, about, steps }) =>
      findable('Pathway', situation, pathwayPath(id), [
        [situation, 1],
        [about, 1],
        ...steps.map(({ reader, mentor }): [string, number] => [`${reader} ${mentor}`, 1]),
      ]),
    ),
    ...literature
      .flatMap((group) => group.works)
      .map(({ id, title, author, says = '' }) =>
        findable('Further reading', `${author}, ${title}`, workPath(id), [
          [`${title} ${author} ${says}`, 1],
        ]),
      ),
    ...careers.map(({ id, name, about, stations }) =>
      findable('Career', name, careerPath(id), [
        [`${name} ${about}`, 1],
        ...stations.map(({ title }): [string, number] => [title, 1]),
      ]),
    ),
    ...[...disagreements.values()].map(({ id, question, positions }) =>
      findable('Disagreement', question, disagreementPath(id), [
        [question, 1],
        ...positions.map(({ says }): [string, number] => [says, 1]),
      ]),
    ),
  ];
}
