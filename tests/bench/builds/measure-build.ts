import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setInterval } from 'node:timers/promises';
import { memoryOf } from './processes.ts';

/** How to build a site. */
export interface BuildCommand {
  /** The script that Node runs, with its arguments. */
  args: string[];
  cwd: string;
  /** What is set beside the environment of this process; what is undefined is taken out. */
  env: Record<string, string | undefined>;
}

/** What a build costs. Times are in milliseconds. */
export interface BuildCost {
  wall: number;
  /** Of all processors, for the build and whatever it starts. */
  cpu: number;
  /** The most that it and whatever it starts hold at a time, in bytes; 0 where the system doesn't tell. */
  memory: number;
}

/** How often the memory is looked at, in milliseconds. */
const LOOK = 100;

/** Ends as its command does, and tells on a pipe of its own what that and all that it started took. */
const TIMED = '"$@"; code=$?; times >&3; exit $code';

/**
 * Builds a site in a process of its own.
 *
 * @throws {Error} with what the build printed, where it fails
 */
export async function measureBuild({ args, cwd, env }: BuildCommand): Promise<BuildCost> {
  const start = performance.now();
  const shell = spawn('sh', ['-c', TIMED, 'sh', process.execPath, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  // What it prints, what it complains of, and its times.
  const texts = Promise.all(
    shell.stdio.slice(1).map((pipe) => (pipe instanceof Readable ? text(pipe) : '')),
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    shell.on('error', reject).on('close', resolve);
  });
  const looking = new AbortController();
  const memory = watchMemory(shell.pid ?? 0, looking.signal);
  const code = await ended;
  const wall = performance.now() - start;
  looking.abort();
  const [output = '', errors = '', times = ''] = await texts;
  if (code !== 0) throw new Error(`"${args.join(' ')}" failed:\n${output}${errors}`);
  return { wall, cpu: readTimes(times), memory: await memory };
}

/**
 * How long the processes that a shell started have worked, in milliseconds.
 *
 * @param times what the shell's `times` prints: its own user and system time, and in the next line theirs
 */
export function readTimes(times: string): number {
  const [, started = ''] = times.split('\n');
  return [...started.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}

async function watchMemory(process: number, signal: AbortSignal): Promise<number> {
  let most = 0;
  try {
    for await (const _ of setInterval(LOOK, undefined, { signal })) {
      most = Math.max(most, await memoryOf(process));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return most;
}
