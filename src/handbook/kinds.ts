/** The kinds of things that have an address of their own, so that somebody can link to them. */
import {
  careerPath,
  chapterPath,
  claimPath,
  disagreementPath,
  pathwayPath,
  rowPath,
  sectionPath,
  sourcePath,
  termPath,
  topicPath,
  workPath,
} from './address.ts';

/** Each with where a thing of it is, by its id and that of its home. */
const PATHS = {
  chapter: chapterPath,
  section: (id: string, chapter: string) => sectionPath(chapter, id),
  source: sourcePath,
  claim: (id: string, source: string) => claimPath(source, id),
  topic: topicPath,
  term: termPath,
  disagreement: disagreementPath,
  work: workPath,
  row: rowPath,
  pathway: pathwayPath,
  career: careerPath,
};

export type Kind = keyof typeof PATHS;

/** Every kind, in the order of the ledger. */
export const KINDS = Object.keys(PATHS) as Kind[];

/** What things of some kinds stand on the page of: they may move from one to another. */
export const HOMES = { section: 'chapter', claim: 'source' } as const;

/** The kinds whose things are what others stand on the page of. */
export const HOUSED = Object.keys(HOMES) as (keyof typeof HOMES)[];

/** The kind whose ids a kind's are told apart from: an id that goes away can be given to anything among them. */
export function spaceOf(kind: Kind): Kind {
  return kind === 'section' ? 'chapter' : kind;
}

/**
 * Where something is, as a path from the site's root.
 *
 * @param home the id of the chapter or the source that it stands in, if it stands in one
 */
export function pathOf(kind: Kind, id: string, home = ''): string {
  return PATHS[kind](id, home);
}
