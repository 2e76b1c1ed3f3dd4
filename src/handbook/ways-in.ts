import { ABOUT, PAGES } from './address.ts';
import type { Handbook } from './handbook.ts';

/** A page that leads into the book from somewhere else than its beginning. */
export interface WayIn {
  path: string;
  title: string;
  /** What there is to find, in a sentence. */
  description: string;
}

/** The pages that list something. */
export const LISTINGS = {
  pathways: {
    path: PAGES.pathways,
    title: 'Pathways',
    description:
      'Where to begin from where you are: for each situation the sections that help, the most needed first.',
  },
  compare: {
    path: PAGES.compare,
    title: 'The roles compared',
    description: 'What the work is like in each role, row by row, with whose account it is.',
  },
  questions: {
    path: PAGES.questions,
    title: 'Questions',
    description:
      'Everything that the handbook answers, as readers ask it. Each question leads to the section that answers.',
  },
  careers: {
    path: PAGES.careers,
    title: 'Careers',
    description: 'The writers’ own ways, as far as the sources tell them.',
  },
  topics: {
    path: PAGES.topics,
    title: 'Topics',
    description: 'The themes that cut across the chapters, each with the sections that take it up.',
  },
  disagreements: {
    path: PAGES.disagreements,
    title: 'Disagreements',
    description:
      'Where the writers pull apart. The handbook shows both sides, and says what your own answer depends on.',
  },
  glossary: {
    path: PAGES.glossary,
    title: 'Glossary',
    description:
      'The terms and abbreviations of the handbook, as it uses them, with the sections that they stand in.',
  },
  reading: {
    path: PAGES.reading,
    title: 'Further reading',
    description:
      'Other works on the questions of this handbook, with what they say to them and where they agree or argue with the essays.',
  },
  sources: {
    path: PAGES.sources,
    title: 'Sources',
    description:
      'The essays that the handbook draws on, and everything that they say, claim by claim, in our words.',
  },
} satisfies Record<string, WayIn>;

/** The page about a handbook. */
export function aboutPage({ title, edition }: Pick<Handbook, 'title' | 'edition'>): WayIn {
  return {
    path: ABOUT,
    title: `About ${title}`,
    description: `What the handbook is drawn from, how it was written, and what it promises. Edition ${edition}.`,
  };
}

/** The pages of a handbook that list something, as far as it has something for them. */
export function waysIn(book: Handbook): WayIn[] {
  const ways: [WayIn, boolean][] = [
    [LISTINGS.pathways, book.pathways.length > 0],
    [LISTINGS.compare, book.comparison.rows.length > 0],
    [LISTINGS.questions, book.sections.size > 0],
    [LISTINGS.careers, book.careers.length > 0],
    [LISTINGS.topics, book.topics.length > 0],
    [LISTINGS.disagreements, book.disagreements.size > 0],
    [LISTINGS.glossary, book.glossary.length > 0],
    [LISTINGS.reading, book.literature.some(({ works }) => works.length > 0)],
    [LISTINGS.sources, book.sources.length > 0],
    [{ ...aboutPage(book), title: 'About' }, book.about],
  ];
  return ways.filter(([, has]) => has).map(([way]) => way);
}
