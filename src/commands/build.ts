import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build as buildSite } from 'astro';
import { ContentError } from '../handbook/problem.ts';

/** Where builds have their rooms: within the project, so that they find its packages. */
const ROOMS = path.resolve('node_modules/.cache/waymark');

/** `npm run build [-- --outDir DIR]`: writes the whole site to `dist/` or DIR. Exits with 1 where it can't. */
export default async function build(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { outDir: { type: 'string', default: 'dist' } } });
  try {
    await buildInto(path.resolve(values.outDir));
  } catch (error) {
    if (!(error instanceof ContentError || error instanceof OutDirError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Builds the site in a room of its own and moves it to its place when it is whole. Two builds at once
 * never meet in Astro's caches, and one that fails leaves the last site standing.
 *
 * @param outDir where the site goes; what an earlier build left there is replaced
 * @throws {ContentError} with every problem of the content
 * @throws {OutDirError} where the folder holds something else than a built handbook
 */
export async function buildInto(outDir: string): Promise<void> {
  await checkOutDir(outDir);
  await mkdir(ROOMS, { recursive: true });
  const room = await mkdtemp(path.join(ROOMS, 'build-'));
  try {
    await buildSite({
      root: room,
      configFile: path.relative(room, 'astro.config.ts'),
      srcDir: path.resolve('src'),
      publicDir: path.resolve('public'),
      cacheDir: path.join(room, 'cache'),
      outDir: path.join(room, 'dist'),
    });
    await rm(outDir, { recursive: true, force: true });
    await cp(path.join(room, 'dist'), outDir, { recursive: true });
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

class OutDirError extends Error {
  override name = 'OutDirError';
}

async function checkOutDir(outDir: string): Promise<void> {
  const entries: string[] = await readdir(outDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries.length === 0 || entries.includes('handbook.json')) return;
  throw new OutDirError(
    `${outDir} holds files that no build wrote (${entries.slice(0, 3).join(', ')}). Expected a built handbook, an empty folder, or none: name another with --outDir, or empty it.`,
  );
}
