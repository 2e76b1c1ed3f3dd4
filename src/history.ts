import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When the files of a folder last changed, from the history of the content.
 *
 * @param folder the folder to look into
 * @returns days by the files' names; nothing where there is no history, or only the end of one, in
 *   which every file would seem to have changed with the last commit
 */
export async function lastChanges(folder: string): Promise<Map<string, Date>> {
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: folder, maxBuffer: Number.POSITIVE_INFINITY })).stdout;
  const changes = new Map<string, Date>();
  let log: string;
  try {
    if ((await git('rev-parse', '--is-shallow-repository')).trim() === 'true') return changes;
    log = await git('log', '--format=%x00%cs', '--name-only', '--', '.');
  } catch (error) {
    // No git on this machine, or no repository: git ends with a number.
    const { code } = error as { code?: unknown };
    if (code === 'ENOENT' || typeof code === 'number') return changes;
    throw error;
  }
  // The newest commit comes first: a file's first day is that of its last change.
  for (const commit of log.split('\0')) {
    const [day, ...files] = commit.split('\n').filter(Boolean);
    for (const file of files) {
      const name = path.posix.basename(file);
      if (day && !changes.has(name)) changes.set(name, new Date(day));
    }
  }
  return changes;
}
