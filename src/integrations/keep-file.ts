import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a file once and keeps it for later builds.
 *
 * @param file where it is kept: its name has to say all that it depends on
 * @param make its bytes, asked for where it isn't there
 * @returns whether it was made now
 */
export async function keepFile(file: string, make: () => Promise<Uint8Array>): Promise<boolean> {
  if (existsSync(file)) return false;
  const bytes = await make();
  await mkdir(path.dirname(file), { recursive: true });
  // Renamed into place, so that a build beside this one never reads half a file.
  await writeFile(`${file}.${process.pid}`, bytes);
  await rename(`${file}.${process.pid}`, file);
  return true;
}
