import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Begins a project with packages from the registry.
 *
 * @param folder where nothing is yet
 * @param packages by their names, each with the one version of it
 * @throws {Error} with what npm said, where it fails
 */
export async function install(folder: string, packages: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const project = { private: true, type: 'module', dependencies: packages };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(project));
  await execute('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
}

/** Writes files by their paths in a folder. */
export async function writeFiles(folder: string, files: Map<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
