import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The small handbook that the tests build and break. */
export const FIXTURE = path.resolve('tests/fixtures/handbook');

/** What a command of the project printed, and how it ended. */
export interface Outcome {
  code: number | null;
  output: string;
}

/** A command of the project that runs. */
export interface Started {
  /** What it has printed so far. */
  output(): string;
  ended: Promise<Outcome>;
  stop(): Promise<unknown>;
}

/**
 * Starts a command of the project as npm would.
 *
 * @param args the command and its arguments, `['build', '--outDir', folder]`
 * @param env what is set beside the environment of the tests; what is undefined is taken out
 */
export function start(args: string[], env: Record<string, string | undefined> = {}): Started {
  const child = spawn(process.execPath, ['src/commands/run.js', ...args], {
    env: {
      ...process.env,
      HANDBOOK_CONTENT: undefined,
      SITE_URL: undefined,
      BASE_PATH: undefined,
      CARDS: undefined,
      COMPRESS: undefined,
      // Vitest's own settings would reach the build.
      NODE_ENV: undefined,
      VITEST: undefined,
      NODE_OPTIONS: undefined,
      NO_COLOR: '1',
      ...env,
    },
    // A command that should have ended doesn't outlive the tests.
    timeout: 50_000,
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
  return {
    output: () => output,
    ended,
    stop() {
      child.kill();
      return ended;
    },
  };
}

/** Runs a command of the project to its end; see {@link start} for what it takes. */
export function run(...command: Parameters<typeof start>): Promise<Outcome> {
  return start(...command).ended;
}

const made: string[] = [];

/** An empty folder of the test's own. A file of tests ends with {@link removeTemporaryFolders}. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-'));
  made.push(folder);
  return folder;
}

/** Removes every folder that the tests of a file have made. `afterAll(removeTemporaryFolders)` */
export async function removeTemporaryFolders(): Promise<void> {
  const folders = made.splice(0);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}

/** What becomes of the texts of files; a file that isn't there begins empty. */
export type Edits = Record<string, (text: string) => string>;

/**
 * A copy of the fixture with changes.
 *
 * @returns the copy's folder
 */
export async function changedFixture(edits: Edits): Promise<string> {
  const folder = await temporaryFolder();
  await cp(FIXTURE, folder, { recursive: true });
  await editFolder(folder, edits);
  return folder;
}

/** Changes files of a content folder that is a test's own. */
export async function editFolder(folder: string, edits: Edits): Promise<void> {
  for (const [file, edit] of Object.entries(edits)) {
    const target = path.join(folder, file);
    const before = await readFile(target, 'utf8').catch(() => '');
    const after = edit(before);
    if (after === before) throw new Error(`the edit of ${file} changes nothing`);
    await writeFile(target, after);
  }
}
