import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** How much a build has written. */
export interface Output {
  files: number;
  bytes: number;
}

/** @param folder the built site */
export async function measureOutput(folder: string): Promise<Output> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(path.join(parentPath, name))).size;
  return { files: files.length, bytes };
}
