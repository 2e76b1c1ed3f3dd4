/**
 * Runs epubcheck, the official checker of EPUBs, over a built one. It needs Java, and so is no part of
 * `npm test`.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readOptions } from '../src/commands/options.ts';
import { PAGES } from '../src/handbook/address.ts';
import { canInstallFromDebian, installFromDebian } from './support/debian.ts';

const DEBIANS = '/usr/share/java/epubcheck.jar';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** The checker: named by EPUBCHECK, or Debian's, installed where that is possible. */
function findChecker(): string {
  const named = process.env.EPUBCHECK;
  if (named && !existsSync(named)) fail(`EPUBCHECK names ${named}, and there is no such file.`);
  if (named) return named;
  if (!existsSync(DEBIANS)) {
    if (!canInstallFromDebian()) {
      fail(
        'Checking the EPUB needs epubcheck: install it (Debian has a package of that name), or set EPUBCHECK to the path of its jar.',
      );
    }
    installFromDebian('epubcheck', 'epubcheck');
  }
  return DEBIANS;
}

const { outDir } = readOptions(process.argv.slice(2), {
  outDir: { type: 'string', default: 'dist' },
});
const epub = path.join(outDir, PAGES.epub);
if (!existsSync(epub)) {
  fail(
    `${epub} isn't there. Expected a built handbook: run "npm run build" first, or name the folder of another with --outDir.`,
  );
}
// The command that Debian installs starts only where the system knows how to start a jar.
const { error, status } = spawnSync('java', ['-jar', findChecker(), '--failonwarnings', epub], {
  stdio: 'inherit',
});
if (error)
  fail(`Java doesn't start: ${error.message}. epubcheck needs it: install a Java runtime.`);
process.exitCode = status ?? 1;
