import type { RootContent } from 'mdast';
import {
  absolute,
  disagreementPath,
  type Location,
  PAGES,
  termPath,
  twinPath,
} from '../address.ts';
import { hasFeed } from '../feed.ts';
import type { Handbook } from '../handbook.ts';
import { count, listOf } from '../prose.ts';
import { waysIn } from '../ways-in.ts';
import { positionsOf, sourcesOf } from './cited.ts';
import { heading, item, link, list, paragraph, quote, write } from './nodes.ts';

/**
 * The list of all that a handbook has for a language model to read, as https://llmstxt.org describes it:
 * the name, what it is, and links with notes under headings.
 */
export function writeLlms(book: Handbook, location: Location): string {
  const entry = (title: string, path: string, note: string) =>
    item([link(absolute(path, location), title), `: ${note}`]);
  return write([
    ...introduction(book),
    paragraph(
      'The chapters below are Markdown; the page of each is at its address with “/” in place of “.md”. The heading of a section links to the address to quote it by, which lasts.',
    ),
    ...book.parts
      .filter(({ chapters }) => chapters.length > 0)
      .flatMap(({ title, chapters }) => [
        heading(2, title),
        list(chapters.map(({ id, title, summary }) => entry(title, twinPath(id), summary))),
      ]),
    heading(2, 'Lists'),
    list(waysIn(book).map(({ title, path, description }) => entry(title, path, description))),
    heading(2, 'All of it'),
    list([
      entry(
        'llms-full.txt',
        PAGES.llmsFull,
        'every chapter in one file, with the glossary and the disagreements',
      ),
      entry(
        'handbook.json',
        PAGES.catalog,
        'the map of the book for programs: parts, chapters, sections, topics, sources and claims, with ids and addresses',
      ),
      ...(hasFeed(book, location)
        ? [entry('feed.xml', PAGES.feed, 'new and changed chapters, as an Atom feed')]
        : []),
    ]),
  ]);
}

/**
 * A handbook in one file of Markdown: every chapter, and what they refer to.
 *
 * @param twins the chapters' twins in the book's order
 */
export function writeWhole(book: Handbook, twins: string[], location: Location): string {
  const ahead = write(introduction(book));
  const behind = write([...glossary(book, location), ...disagreements(book, location)]);
  return [ahead, ...twins, behind].filter(Boolean).join('\n');
}

function introduction({ title, tagline, description, edition, sources }: Handbook): RootContent[] {
  const authors = listOf([...new Set(sources.map(({ author }) => author))]);
  return [
    heading(1, title),
    quote(`${tagline} ${description}`),
    paragraph(
      `Edition ${edition}. Drawn from ${count(sources.length, 'essay')} by ${authors}, and written anew: each section names the claims that it rests on.`,
    ),
  ];
}

function glossary({ glossary }: Handbook, location: Location): RootContent[] {
  if (glossary.length === 0) return [];
  return [
    heading(1, 'Glossary'),
    ...glossary.flatMap(({ id, term, expansion, meaning, claims }) => [
      heading(2, link(absolute(termPath(id), location), term)),
      paragraph(expansion ? `${expansion}: ${meaning}` : meaning),
      ...sourcesOf(claims, location),
    ]),
  ];
}

function disagreements({ disagreements }: Handbook, location: Location): RootContent[] {
  if (disagreements.size === 0) return [];
  return [
    heading(1, 'Disagreements'),
    ...[...disagreements.values()].flatMap((disagreement) => [
      heading(
        2,
        link(absolute(disagreementPath(disagreement.id), location), disagreement.question),
      ),
      positionsOf(disagreement),
      ...sourcesOf(
        disagreement.positions.flatMap(({ claims }) => claims),
        location,
      ),
    ]),
  ];
}
