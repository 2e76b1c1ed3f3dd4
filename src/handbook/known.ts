/** What the model is built up from while it is built, found by its id. */
import type { Chapter, Claim, Disagreement, Section, Term, Topic, Work } from './handbook.ts';

/** Everything of the book that something else refers to by an id, as far as it has been created. */
export interface Known {
  topics: Map<string, Topic>;
  claims: Map<string, Claim>;
  glossary: Map<string, Term>;
  disagreements: Map<string, Disagreement>;
  works: Map<string, Work>;
  chapters: Map<string, Chapter>;
  sections: Map<string, Section>;
}

/** Creates something of each entry of a file, by the entries' ids. */
export function mapEntries<D, T>(data: Record<string, D>, create: (id: string, entry: D) => T) {
  return new Map(Object.entries(data).map(([id, entry]) => [id, create(id, entry)]));
}

/** @throws {Error} where there is nothing of that id, which the checks vouch for */
export function get<T>(known: Map<string, T>, id: string): T {
  return given(known.get(id), `"${id}"`);
}

/** @throws {Error} where something is missing that the checks vouch for */
export function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing: the content was not checked`);
  return value;
}

/** Topics in the order in which lists show them, each once. */
export function inOrder(topics: Map<string, Topic>, some: readonly Topic[]): Topic[] {
  const wanted = new Set(some);
  return [...topics.values()].filter((topic) => wanted.has(topic));
}
