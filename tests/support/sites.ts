import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { FIXTURE, run, temporaryFolder } from './build.ts';

/** A built handbook: where its files are, and where it believes that it lives. */
export interface Site {
  folder: string;
  /** With a slash at both ends. */
  base: string;
  /** The origin that it was built for, if one was set. */
  origin: string | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The book of this repository, built for the root of a host. */
    book: Site;
    /** The fixture, built for a path of a host that is not known. */
    fixture: Site;
  }
}

/** Builds both sites once for all tests of a run. */
let built: Promise<{ book: Site; fixture: Site }> | undefined;

export default async function setup(project: TestProject) {
  built ??= buildBoth();
  const { book, fixture } = await built;
  project.provide('book', book);
  project.provide('fixture', fixture);
  return async () => {
    await rm(path.dirname(book.folder), { recursive: true, force: true });
  };
}

async function buildBoth() {
  const folder = await temporaryFolder();
  const book = { folder: path.join(folder, 'book'), base: '/', origin: 'https://handbook.example' };
  const fixture = { folder: path.join(folder, 'fixture'), base: '/some/base/', origin: undefined };
  const outcomes = await Promise.all([
    // The cards of the fixture are few, and so is what there is to compress.
    run(['build', '--outDir', book.folder], {
      SITE_URL: book.origin,
      CARDS: 'off',
      COMPRESS: 'off',
    }),
    run(['build', '--outDir', fixture.folder], {
      HANDBOOK_CONTENT: FIXTURE,
      BASE_PATH: fixture.base,
    }),
  ]);
  for (const { code, output } of outcomes) if (code !== 0) throw new Error(output);
  return { book, fixture };
}
