import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { build as buildSite } from 'astro';
import { CACHE_FOLDER, CONTENT_FOLDER, PUBLIC_FOLDER } from '../folders.ts';
import { readLocation } from '../handbook/address.ts';
import { wantsCards } from '../handbook/card.ts';
import { loadOnce } from '../handbook/load.ts';
import { wantsPrecompressed } from '../integrations/precompress.ts';
import { readOptions } from './options.ts';

/**
 * How much room there is for what is made and soon thrown away, in MB for V8, which begins with 16: a page
 * leaves little behind, and with more room an eighth less processor time goes into collecting it.
 */
const YOUNG_SPACE = 64;

/**
 * By how many percent what is kept may grow before V8 looks for what nobody needs any more. Left to itself it
 * lets it nearly triple, most of it garbage, while the whole book becomes one page.
 */
const GROWTH = 100;

/** `npm run build [-- --outDir DIR]`: writes the whole site to `dist/` or DIR. */
export default async function build(args: string[]): Promise<void> {
  const { outDir } = readOptions(args, { outDir: { type: 'string', default: 'dist' } });
  await buildInto(path.resolve(outDir));
}

/**
 * Builds the site in a room of its own and moves it to its place when it is whole. Two builds at once
 * never meet in Astro's caches, and one that fails leaves the last site standing.
 *
 * @param outDir where the site goes; what an earlier build left there is replaced
 * @throws {LocationError} where SITE_URL or BASE_PATH say no place
 * @throws {CardsError} where CARDS says neither
 * @throws {CompressError} where COMPRESS says neither
 * @throws {ContentError} with every problem of the content
 * @throws {OutDirError} where the folder holds something else than a built handbook
 */
export async function buildInto(outDir: string): Promise<void> {
  // Astro would wrap what these say in a stack of its own.
  readLocation(process.env);
  wantsCards(process.env);
  wantsPrecompressed(process.env);
  await checkOutDir(outDir);
  setFlagsFromString(`--max-semi-space-size=${YOUNG_SPACE}`);
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  await loadOnce(CONTENT_FOLDER, PUBLIC_FOLDER);
  await mkdir(CACHE_FOLDER, { recursive: true });
  const room = await mkdtemp(path.join(CACHE_FOLDER, 'build-'));
  try {
    await buildSite({
      root: room,
      configFile: path.relative(room, 'astro.config.ts'),
      srcDir: path.resolve('src'),
      publicDir: path.resolve('public'),
      cacheDir: path.join(room, 'cache'),
      outDir: path.join(room, 'dist'),
    });
    await emptyOutDir(outDir);
    await moveAll(path.join(room, 'dist'), outDir);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

/** Removes what an earlier build wrote; the folder may be a checkout that deploys the site. */
async function emptyOutDir(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const old = (await readdir(outDir)).filter((name) => name !== '.git');
  await Promise.all(old.map((name) => rm(path.join(outDir, name), { recursive: true })));
}

async function moveAll(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    try {
      await rename(source, target);
    } catch (error) {
      // On another disk, it is copied.
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await cp(source, target, { recursive: true });
    }
  }
}

class OutDirError extends Error {
  override name = 'OutDirError';
}

async function checkOutDir(outDir: string): Promise<void> {
  const entries: string[] = await readdir(outDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code !== 'ENOTDIR') throw error;
    throw new OutDirError(`${outDir} is a file. Expected a folder: name another with --outDir.`);
  });
  if (entries.includes('handbook.json') || entries.every((name) => name === '.git')) return;
  throw new OutDirError(
    `${outDir} holds files that no build wrote (${entries.slice(0, 3).join(', ')}). Expected a built handbook, an empty folder, or none: name another with --outDir, or empty it.`,
  );
}
