import { ABOUT, PAGES } from './address.ts';
import type { Handbook } from './handbook.ts';

/** A page that leads into the book from somewhere else than its beginning. */
export interface WayIn {
  path: string;
  title: string;
}

/** The pages of a handbook that list something, as far as it has something for them. */
export function waysIn(book: Handbook): WayIn[] {
  const ways: (WayIn & { has: boolean })[] = [
    { path: PAGES.pathways, title: 'Pathways', has: book.pathways.length > 0 },
    { path: PAGES.compare, title: 'The roles compared', has: book.comparison.rows.length > 0 },
    { path: PAGES.questions, title: 'Questions', has: book.sections.size > 0 },
    { path: PAGES.careers, title: 'Careers', has: book.careers.length > 0 },
    { path: PAGES.topics, title: 'Topics', has: book.topics.length > 0 },
    { path: PAGES.disagreements, title: 'Disagreements', has: book.disagreements.size > 0 },
    { path: PAGES.glossary, title: 'Glossary', has: book.glossary.length > 0 },
    {
      path: PAGES.reading,
      title: 'Further reading',
      has: book.literature.some(({ works }) => works.length > 0),
    },
    { path: PAGES.sources, title: 'Sources', has: book.sources.length > 0 },
    { path: ABOUT, title: 'About', has: book.about },
  ];
  return ways.filter(({ has }) => has).map(({ path, title }) => ({ path, title }));
}
