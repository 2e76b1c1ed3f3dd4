import { readdir, readFile } from 'node:fs/promises';

/**
 * The memory that a process and all that it started hold at this moment, in bytes. What two of them share
 * counts twice.
 *
 * @returns 0 where the process is gone, and wherever the system keeps no `/proc`, as only Linux does
 */
export async function memoryOf(process: number): Promise<number> {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '');
  const started = await Promise.all((await childrenOf(process)).map(memoryOf));
  return started.reduce((sum, memory) => sum + memory, readResident(status));
}

/**
 * What a process has in memory, in bytes.
 *
 * @param status the text of its `/proc/…/status`, which tells nothing of one that has just ended
 */
export function readResident(status: string): number {
  return Number(status.match(/^VmRSS:\s+(\d+) kB$/m)?.[1] ?? 0) * 1024;
}

/** Every thread has children of its own. */
async function childrenOf(process: number): Promise<number[]> {
  const threads = await readdir(`/proc/${process}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${process}/task/${thread}/children`, 'utf8').catch(() => ''),
    ),
  );
  return lists.flatMap((list) => list.match(/\d+/g) ?? []).map(Number);
}
