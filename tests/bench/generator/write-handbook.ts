import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../../src/folders.ts';
import { loadHandbook } from '../../../src/handbook/load.ts';
import { generateHandbook } from './generate-handbook.ts';
import { learnLanguage } from './language.ts';

/**
 * Writes a made-up handbook that reads like the book of this repository.
 *
 * @param chapters how many it has
 * @param folder an empty content folder, or one that isn't there yet
 */
export async function writeHandbook(chapters: number, folder: string): Promise<void> {
  const language = learnLanguage(await loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER));
  const synonyms = await readFile(path.join(CONTENT_FOLDER, 'synonyms.yaml'), 'utf8');
  for (const [file, text] of generateHandbook(chapters, language, synonyms)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}
