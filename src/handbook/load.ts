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
  const { content, problems } = await readContent(folder, publicFolder);
  const all = [...problems, ...checkContent(content)];
  if (all.length > 0) throw new ContentError(all);
  return content;
}

/** Reads a content folder and builds the model from it; see {@link loadContent} for what it takes and throws. */
export async function loadHandbook(folder: string, publicFolder: string): Promise<Handbook> {
  return createHandbook(await loadContent(folder, publicFolder));
}
