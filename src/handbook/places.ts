import type { Handbook, Home, Place } from './handbook.ts';
import { type Kind, pathOf } from './kinds.ts';
import { firstSentence } from './prose.ts';

/** Everything in a handbook that has an address of its own, kind by kind. */
export function placesIn(book: Handbook): Place[] {
  return [
    ...placesOf('chapter', book.chapters, ({ title, summary, opening, sections, talk }) => ({
      title,
      about: summary,
      texts: [
        opening,
        ...sections.flatMap((section) => [section.title, section.text]),
        ...talk.reader,
        ...talk.mentor,
      ],
    })),
    ...placesOf('section', book.sections.values(), ({ title, text, chapter }) => ({
      title,
      about: firstSentence(text),
      texts: [text],
      home: { ...chapter, kind: 'chapter' },
    })),
    ...placesOf(
      'source',
      book.sources.map((source) => ({ ...source, id: source.key })),
      ({ title, author, about, where, notes, outline }) => ({
        title,
        about,
        texts: [author, where, ...notes, ...outline.flatMap((one) => [one.where, one.about])],
      }),
    ),
    ...placesOf(
      'claim',
      book.sources.flatMap(({ claims }) => claims),
      ({ text, where, note = '', source }) => ({
        title: text,
        about: note,
        texts: [where],
        home: { ...source, kind: 'source', id: source.key },
      }),
    ),
    ...placesOf('topic', book.topics, ({ title, about }) => ({ title, about })),
    ...placesOf('term', book.glossary, ({ term, expansion = '', meaning }) => ({
      title: term,
      about: meaning,
      texts: [expansion],
    })),
    ...placesOf(
      'disagreement',
      book.disagreements.values(),
      ({ question, positions, depends }) => ({
        title: question,
        about: depends,
        texts: positions.flatMap(({ who, says }) => [who, says]),
      }),
    ),
    ...placesOf(
      'work',
      book.literature.flatMap(({ works }) => works),
      ({ title, author, where = '', year = '', says = '', stances }) => ({
        title,
        about: says,
        texts: [author, where, year, ...stances.map((stance) => stance.with)],
      }),
    ),
    ...placesOf('row', book.comparison.rows, ({ title, cells }) => ({
      title,
      about: '',
      texts: cells.flatMap(({ role, says }) => [role.title, says]),
    })),
    ...placesOf('pathway', book.pathways, ({ situation, about, steps }) => ({
      title: situation,
      about,
      texts: steps.flatMap(({ section, reader, mentor }) => [section.title, reader, mentor]),
    })),
    ...placesOf('career', book.careers, ({ name, about, stations }) => ({
      title: name,
      about,
      texts: stations.flatMap(({ title, when, says }) => [title, when, says]),
    })),
  ];
}

function placesOf<T extends { id: string; formerly: string[] }>(
  kind: Kind,
  all: Iterable<T>,
  describe: (one: T) => {
    title: string;
    about: string;
    /** What there is to read beside these two. */
    texts?: string[];
    home?: Home;
  },
): Place[] {
  return [...all].map((one) => {
    const { title, about, texts = [], home } = describe(one);
    return {
      kind,
      id: one.id,
      formerly: one.formerly,
      home,
      path: pathOf(kind, one.id, home?.id),
      title,
      about,
      text: [title, about, ...texts].join('\n'),
    };
  });
}
