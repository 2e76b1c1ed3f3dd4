/**
 * Writes a handbook of any size to measure with, the same one for the same size.
 *
 *     node tests/bench/generate.ts CHAPTERS DIR
 *     HANDBOOK_CONTENT=DIR npm run build -- --outDir SITE
 */
import { readdir } from 'node:fs/promises';
import { writeHandbook } from './generator/write-handbook.ts';

const [chapters, folder] = process.argv.slice(2);
if (!(Number(chapters) >= 1 && Number.isInteger(Number(chapters))) || !folder) {
  throw new Error('Expected a number of chapters and a folder: generate.ts CHAPTERS DIR');
}
// The files of another size would stay there and be read, too.
if ((await readdir(folder).catch(() => [])).length > 0) {
  throw new Error(`${folder} holds files. Expected an empty folder, or none.`);
}
await writeHandbook(Number(chapters), folder);
