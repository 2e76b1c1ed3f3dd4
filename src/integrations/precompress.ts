import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const withBrotli = promisify(brotliCompress);
const withGzip = promisify(gzip);

/** What compresses well: text. Pictures, fonts and the EPUB are compressed already. */
const TEXTS = '**/*.{css,html,js,json,md,svg,txt,xml}';

/** Smaller files have less to save than two more files cost: a book has thousands of them, pieces of its search. */
const LEAST_BYTES = 1024;

/** What is left of a file at most, for a copy to be worth a file of its own. */
const MOST_LEFT = 0.9;

/**
 * How hard brotli tries, of 11. A chapter takes 1 ms and is smaller than gzip makes it; at 11 it takes
 * fifty times as long to save another tenth, and fits the first flight of a connection either way.
 */
const QUALITY = 5;

/** As many files are compressed at once as Node compresses side by side; more only wait for each other. */
const AT_ONCE = 4;

/** A setting of the compression that nobody knows. */
export class CompressError extends Error {
  override name = 'CompressError';
}

/**
 * Reads from the environment whether files are wanted compressed beside what they are: hosts that
 * compress by themselves have no use for them.
 *
 * @param env.COMPRESS `off`, or nothing
 * @throws {CompressError} that says what was found and what was expected
 */
export function wantsPrecompressed(env: { COMPRESS?: string }): boolean {
  if (env.COMPRESS && env.COMPRESS !== 'off') {
    throw new CompressError(
      `COMPRESS is "${env.COMPRESS}"; expected "off", or nothing for a build with compressed files. Set it again, or leave it out.`,
    );
  }
  return !env.COMPRESS;
}

/**
 * Writes a `.br` and a `.gz` beside every file of the built site that they save something of, for
 * servers that send them as they are. The same file gives the same bytes.
 *
 * @param folder where the built site lies, whole
 * @returns how many files have a compressed copy beside them
 */
export async function precompress(folder: string): Promise<number> {
  const files = glob(TEXTS, { cwd: folder });
  let compressed = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for await (const file of files) {
        const smaller = await precompressFile(path.join(folder, file));
        compressed += Number(smaller);
      }
    }),
  );
  return compressed;
}

/** @returns whether a compressed copy stands beside the file now */
async function precompressFile(file: string): Promise<boolean> {
  const bytes = await readFile(file);
  if (bytes.length < LEAST_BYTES) return false;
  const copies = {
    br: withBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gz: withGzip(bytes, { level: constants.Z_BEST_COMPRESSION }),
  };
  const written = Object.entries(copies).map(async ([ending, copy]) => {
    const compressed = await copy;
    if (compressed.length > bytes.length * MOST_LEFT) return false;
    await writeFile(`${file}.${ending}`, compressed);
    return true;
  });
  return (await Promise.all(written)).includes(true);
}
