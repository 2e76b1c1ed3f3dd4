import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import { catalogSchema } from '../support/catalog-schema.ts';
import { type BuildCommand, measureBuild } from './builds/measure-build.ts';
import { type Server, serve } from './serve.ts';

/** The `handbook.json` of a site. */
export type Catalog = z.infer<typeof catalogSchema>;

/** A built handbook that is being served. */
export interface Site extends AsyncDisposable {
  folder: string;
  catalog: Catalog;
  server: Server;
}

/** Serves a site that is built already. */
export async function openSite(folder: string): Promise<Site> {
  const catalog = await readFile(path.join(folder, 'handbook.json'), 'utf8');
  const server = await serve(folder);
  return {
    folder,
    catalog: catalogSchema.parse(JSON.parse(catalog)),
    server,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/**
 * How to build a handbook as `npm run build` does, for a host that is not known.
 *
 * @param site the folder that it goes to
 * @param content the content folder; that of this repository if it is left out
 * @param cards whether the cards are drawn that links are previewed with
 */
export function buildCommand(
  site: string,
  content?: string,
  cards: 'on' | 'off' = 'off',
): BuildCommand {
  return {
    args: ['src/commands/run.js', 'build', '--outDir', site],
    cwd: process.cwd(),
    env: {
      HANDBOOK_CONTENT: content,
      SITE_URL: undefined,
      BASE_PATH: undefined,
      CARDS: cards === 'on' ? undefined : cards,
      COMPRESS: 'off',
      NO_COLOR: '1',
    },
  };
}

/**
 * Builds the book of this repository and serves it. It lies in a temporary folder, and goes when it is
 * disposed of.
 *
 * @throws {Error} with what the build printed, where it fails
 */
export async function buildSite(): Promise<Site> {
  await using made = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-'));
  made.defer(() => rm(folder, { recursive: true, force: true }));
  await measureBuild(buildCommand(folder));
  const site = made.use(await openSite(folder));
  const whole = made.move();
  return { ...site, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}
