/**
 * Every URL rule of the handbook. Paths are from the site's root, without the base path, with a
 * trailing slash, and hold no part, order or topic: those may change, a published link may not.
 */

/** Pages that stand in every handbook, whatever its content. */
export const PAGES = {
  home: '/',
  topics: '/topics/',
  sources: '/sources/',
  glossary: '/glossary/',
  disagreements: '/disagreements/',
  reading: '/reading/',
  compare: '/compare/',
  pathways: '/pathways/',
  questions: '/questions/',
  careers: '/careers/',
  search: '/search/',
  print: '/print/',
  notFound: '/404.html',
  catalog: '/handbook.json',
  epub: '/handbook.epub',
  searchIndex: '/search/index.json',
  openSearch: '/opensearch.xml',
  feed: '/feed.xml',
  llms: '/llms.txt',
  llmsFull: '/llms-full.txt',
} as const;

/** A chapter's page. */
export const chapterPath = (chapter: string) => `/chapters/${chapter}/`;
/** The questions of a chapter for the next conversation. */
export const talkPath = (chapter: string) => `${chapterPath(chapter)}#_talk`;
/** A chapter's twin: the same in Markdown. */
export const twinPath = (chapter: string) => `/chapters/${chapter}.md`;
/** A section in its chapter. */
export const sectionPath = (chapter: string, section: string) =>
  `${chapterPath(chapter)}#${section}`;
/** The folder of the share pages. */
export const SHARE = '/s/';
/** The page that a section's link previews from. */
export const sharePath = (section: string) => `${SHARE}${section}/`;
/** The folder of the cards: the pictures that previews show. */
export const CARDS = '/cards/';
/** The card of a chapter or a section, which share their ids. */
export const cardPath = (id: string) => `${CARDS}${id}.png`;
/** The card of a pathway. */
export const pathwayCardPath = (pathway: string) => `${CARDS}pathways/${pathway}.png`;
/** The card of the handbook itself, for pages that have none of their own. No id begins like this. */
export const HANDBOOK_CARD = `${CARDS}_handbook.png`;
/** A topic's page. */
export const topicPath = (topic: string) => `/topics/${topic}/`;
/** A source's page. */
export const sourcePath = (source: string) => `/sources/${source}/`;
/** A claim on its source's page. */
export const claimPath = (source: string, claim: string) => `${sourcePath(source)}#${claim}`;
/** A term in the glossary. */
export const termPath = (term: string) => `${PAGES.glossary}#${term}`;
/** A disagreement in the list of them. */
export const disagreementPath = (id: string) => `${PAGES.disagreements}#${id}`;
/** A work of the literature in the list of further reading. */
export const workPath = (work: string) => `${PAGES.reading}#${work}`;
/** A row of the comparison of roles. */
export const rowPath = (row: string) => `${PAGES.compare}#${row}`;
/** A pathway's page. */
export const pathwayPath = (pathway: string) => `${PAGES.pathways}${pathway}/`;
/** A writer's career in the list of them. */
export const careerPath = (career: string) => `${PAGES.careers}#${career}`;
/** Everything that refers to a chapter or its sections, where that is more than the chapter shows. */
export const backlinksPath = (chapter: string) => `${chapterPath(chapter)}backlinks/`;
/** A part of the table of contents, on the home page. */
export const partPath = (part: string) => `${PAGES.home}#_part-${part}`;

/** The folder of the pieces of search indexes. */
export const SEARCH_PIECES = '/_search/';
/** A piece of the index with some digest: words and where they stand, words as they are written, or what a result shows. */
export const searchPiece = (
  digest: string,
  kind: 'shard' | 'spellings' | 'record',
  number: number,
) => `${SEARCH_PIECES}${digest}/${kind}-${number}.json`;

/** The page about the handbook itself, where its content has one. */
export const ABOUT = '/about/';

/** The path and the fragment of an address within the handbook; what it asks for (`?…`) is no part of where it leads. */
export function parseAddress(address: string): { path: string; fragment: string } {
  const [, path = '', fragment = ''] = /^([^?#]*)[^#]*(?:#(.*))?$/.exec(address) ?? [];
  return { path, fragment };
}

/** Whether a link leads to another site or to a mail address. */
export function leadsElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(address);
}

/** Where a built handbook lives. */
export interface Location {
  /** The host's origin, `https://example.org`; unknown while nobody has said it. */
  site: string | undefined;
  /** The path that the handbook lives under, with a slash at both ends. `/` or `/waymark/` */
  base: string;
}

/** A place where no handbook can live. */
export class LocationError extends Error {
  override name = 'LocationError';
}

/**
 * Reads where the handbook will live from the environment.
 *
 * @param env.SITE_URL an origin, `https://example.org`; any path in it is an error, since BASE_PATH says that
 * @param env.BASE_PATH a path, with or without its outer slashes, `/waymark` or `waymark/`
 * @throws {LocationError} that says what was found and what was expected
 */
export function readLocation(env: { SITE_URL?: string; BASE_PATH?: string }): Location {
  const segments = (env.BASE_PATH ?? '').split('/').filter(Boolean);
  if (segments.some((segment) => !/^[\w.~-]+$/.test(segment) || /^\.+$/.test(segment))) {
    throw new LocationError(
      `BASE_PATH is "${env.BASE_PATH}"; expected a path of plain segments, such as "/waymark/". Set it again, or leave it out for the root of a host.`,
    );
  }
  const base = segments.length > 0 ? `/${segments.join('/')}/` : '/';
  if (!env.SITE_URL) return { site: undefined, base };

  const url = URL.canParse(env.SITE_URL) ? new URL(env.SITE_URL) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new LocationError(
      `SITE_URL is "${env.SITE_URL}"; expected an origin such as "https://example.org". A path belongs in BASE_PATH.`,
    );
  }
  return { site: url.origin, base };
}

/** A path from the site's root as a page links to it: with the base path ahead. */
export function href(path: string, { base }: Pick<Location, 'base'>): string {
  return `${base.slice(0, -1)}${path}`;
}

/** A path from the site's root as a program follows it: absolute where the site is known, else with the base path. */
export function absolute(path: string, location: Location): string {
  return `${location.site ?? ''}${href(path, location)}`;
}
