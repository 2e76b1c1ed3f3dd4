/** The handbook that this site is of, loaded, and where its pages are. */

import { type CollectionEntry, getCollection } from 'astro:content';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from './folders.ts';
import { absolute, href, type Location } from './handbook/address.ts';
import { wantsCards } from './handbook/card.ts';
import type { Chapter, Handbook } from './handbook/handbook.ts';
import { loadHandbook, loadOnce } from './handbook/load.ts';
import { writeTwin } from './handbook/markdown/twin.ts';

export const location: Location = {
  site: import.meta.env.SITE && new URL(import.meta.env.SITE).origin,
  base: import.meta.env.BASE_URL,
};

/** Whether links are previewed with cards: they are drawn once the pages are built. */
export const hasCards = !import.meta.env.DEV && wantsCards(process.env);

/** The model, read once for a build; while authors write, read anew whenever it is asked for. */
export function getHandbook(): Promise<Handbook> {
  const load = import.meta.env.DEV ? loadHandbook : loadOnce;
  return load(CONTENT_FOLDER, PUBLIC_FOLDER);
}

let texts: Promise<Map<string, CollectionEntry<'chapters'>>> | undefined;

/**
 * A chapter's text, to render.
 *
 * @throws {Error} where Astro's collection doesn't have the chapter that the model has
 */
export async function getChapterText(id: string): Promise<CollectionEntry<'chapters'>> {
  if (import.meta.env.DEV) texts = undefined;
  texts ??= getCollection('chapters').then(
    (entries) => new Map(entries.map((entry) => [entry.id, entry])),
  );
  const text = (await texts).get(id);
  if (!text) throw new Error(`The collection of chapters has no "${id}", which the model has.`);
  return text;
}

/** A path from the site's root as a page links to it. */
export const link = (path: string) => href(path, location);

/** A path from the site's root as somebody far away follows it: absolute where SITE_URL is set. */
export const permalink = (path: string) => absolute(path, location);

const twins = new Map<Chapter, Promise<string>>();

/** A chapter of a handbook in Markdown, written once. */
export function getTwin(chapter: Chapter, book: Handbook): Promise<string> {
  const twin =
    twins.get(chapter) ??
    getChapterText(chapter.id).then(({ body = '' }) => writeTwin(chapter, body, book, location));
  twins.set(chapter, twin);
  return twin;
}
