/**
 * What a page is, for programs: linked data in the words of schema.org, written as JSON-LD. It is made
 * of whole addresses, since those who read it know things by them.
 */
import { absolute, chapterPath, type Location, PAGES, partPath, termPath } from './address.ts';
import type { Chapter, Handbook } from './handbook.ts';

/** Something that a page tells of. */
export interface Thing {
  '@type': string;
  [property: string]: unknown;
}

const LANGUAGE = 'en';

/** A chapter: an article of the book, and the way that leads to it. */
export function chapterData(chapter: Chapter, book: Handbook, location: Location): Thing[] {
  const at = (path: string) => absolute(path, location);
  const { id, title, summary, part, published } = chapter;
  const steps = [
    { name: book.title, item: at(PAGES.home) },
    { name: part.title, item: at(partPath(part.id)) },
    // The last one is the page itself, whose address needn't be said.
    { name: title },
  ];
  return [
    {
      '@type': 'Article',
      headline: title,
      description: summary,
      url: at(chapterPath(id)),
      ...(published && { datePublished: published.first, dateModified: published.changed }),
      isPartOf: { '@type': 'Book', name: book.title, url: at(PAGES.home) },
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map((step, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        ...step,
      })),
    },
  ];
}

/** The glossary: a set of terms with their meanings. */
export function glossaryData(book: Handbook, location: Location): Thing[] {
  return [
    {
      '@type': 'DefinedTermSet',
      name: `Glossary of ${book.title}`,
      url: absolute(PAGES.glossary, location),
      inLanguage: LANGUAGE,
      hasDefinedTerm: book.glossary.map(({ id, term, expansion, meaning }) => ({
        '@type': 'DefinedTerm',
        name: term,
        ...(expansion && { alternateName: expansion }),
        description: meaning,
        url: absolute(termPath(id), location),
      })),
    },
  ];
}

/** The handbook, on its first page: a site that can be searched, and a book that rests on others' essays. */
export function handbookData(book: Handbook, location: Location): Thing[] {
  const { title, tagline, description, edition, sources } = book;
  const url = absolute(PAGES.home, location);
  const shared = { name: title, url, description, inLanguage: LANGUAGE };
  return [
    {
      '@type': 'WebSite',
      ...shared,
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${absolute(PAGES.search, location)}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    },
    {
      '@type': 'Book',
      ...shared,
      alternativeHeadline: tagline,
      bookEdition: String(edition),
      isBasedOn: sources.map(({ title, author, original, published }) => ({
        '@type': 'Article',
        name: title,
        author: { '@type': 'Person', name: author },
        url: original,
        datePublished: published.toISOString().slice(0, 10),
      })),
    },
  ];
}

/** Writes linked data so that it can stand in a script element: nothing in it ends that, or opens a comment. */
export function writeLinkedData(data: Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': data }).replaceAll(
    '<',
    '\\u003c',
  );
}
