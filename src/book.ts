/** The handbook that this site is of, loaded, and where its pages are. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from './folders.ts';
import { absolute, href, type Location } from './handbook/address.ts';
import { wantsCards } from './handbook/card.ts';
import type { Chapter, Handbook } from './handbook/handbook.ts';
import { loadHandbook, loadOnce } from './handbook/load.ts';
import { writeTwin } from './handbook/markdown/twin.ts';
import { renderText, type TextHtml } from './handbook/text-html.ts';

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

/** A path from the site's root as a page links to it. */
export const link = (path: string) => href(path, location);

/** A path from the site's root as somebody far away follows it: absolute where SITE_URL is set. */
export const permalink = (path: string) => absolute(path, location);

const readSource = (file: string) => readFile(path.join(CONTENT_FOLDER, file), 'utf8');
const readChapter = ({ id }: Chapter) => readSource(`chapters/${id}.mdx`);

const htmls = new WeakMap<Chapter, Promise<TextHtml>>();

/** The text of a chapter in HTML, rendered once for all pages that show some of it. */
export function getTextHtml(chapter: Chapter): Promise<TextHtml> {
  const html =
    htmls.get(chapter) ??
    readChapter(chapter).then((source) => renderText(source, chapter.id, location));
  htmls.set(chapter, html);
  return html;
}

/** The text of the page about the handbook in HTML, where there is one. */
export async function getAboutHtml(): Promise<TextHtml | undefined> {
  const { about } = await getHandbook();
  return about ? renderText(await readSource('about.mdx'), undefined, location) : undefined;
}

const twins = new WeakMap<Chapter, Promise<string>>();

/** A chapter of a handbook in Markdown, written once. */
export function getTwin(chapter: Chapter, book: Handbook): Promise<string> {
  const twin =
    twins.get(chapter) ??
    readChapter(chapter).then((source) => writeTwin(chapter, source, book, location));
  twins.set(chapter, twin);
  return twin;
}
