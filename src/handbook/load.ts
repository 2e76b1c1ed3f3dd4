import { checkContent } from './checks/index.ts';
import { type Content, readContent } from './content.ts';
import { createHandbook } from './create-handbook.ts';
import type { Handbook } from './handbook.ts';
import { ContentError } from './problem.ts';

/**
 * Reads and checks a content folder.
 *
 * @param folder the content folder
 * @param publicFolder the folder of files that are served as they are
 * @throws {ContentError} with every problem, where there is one
 */
export async function loadContent(folder: string, publicFolder: string): Promise<Content> {
  const { content, problems } = readContent(folder, publicFolder);
  const all = [...problems, ...checkContent(content)];
  if (all.length > 0) throw new ContentError(all);
  return content;
}

/** Reads a content folder and builds the model from it; see {@link loadContent} for what it takes and throws. */
export async function loadHandbook(folder: string, publicFolder: string): Promise<Handbook> {
  return createHandbook(await loadContent(folder, publicFolder));
}

/** Where books are kept that were loaded for the whole process. */
const LOADED = Symbol.for('waymark.loaded');

/**
 * Loads a handbook that doesn't change while this process runs: once, however many ask for it.
 *
 * A build checks the content, writes pages and indexes them. Its pages are bundled, with a copy of this
 * module among them: what both know is on the global object alone.
 *
 * @see {@link loadHandbook} for what it takes and throws
 */
export function loadOnce(folder: string, publicFolder: string): Promise<Handbook> {
  const kept = globalThis as { [LOADED]?: Map<string, Promise<Handbook>> };
  kept[LOADED] ??= new Map();
  const book = kept[LOADED].get(folder) ?? loadHandbook(folder, publicFolder);
  kept[LOADED].set(folder, book);
  return book;
}
