/**
 * What a book costs as it grows, to whoever builds it and to whoever reads it: makes up handbooks of some
 * sizes, builds them, reads and searches them in Chromium over a slow line, and prints tables in Markdown.
 *
 *     npm run bench                                            25, 250, 1,000 and 5,000 chapters
 *     npm run bench -- 25 250                                  others
 *     npm run bench -- 25 --beside starlight,vitepress         the same pages built by others, too
 *     npm run bench -- 25 --builds-only                        without a browser
 *     npm run bench -- 25 --cards                              our builds with cards, too: drawn, and kept
 *
 * What is built beside ours is installed into a temporary folder first. Nothing else may work on the
 * machine meanwhile.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { arch, availableParallelism, cpus, tmpdir, totalmem, type } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureBuild } from './builds/measure-build.ts';
import { measureOutput } from './builds/output.ts';
import { writeHandbook } from './generator/write-handbook.ts';
import { measureReading } from './reading/measure-reading.ts';
import { BARE_WAYS, writeBare } from './systems/bare.ts';
import { type PlainBook, readPlainBook } from './systems/plain-book.ts';
import { starlight } from './systems/starlight.ts';
import type { Made, System } from './systems/system.ts';
import { vitepress } from './systems/vitepress.ts';
import { waymark } from './systems/waymark.ts';
import { BARE, type Measured, tableOfBuilds, tableOfPages, tableOfSearches } from './tables.ts';

const SIZES = [25, 250, 1000, 5000];

const BESIDE = { starlight, vitepress };

const isBeside = (name: string): name is keyof typeof BESIDE => name in BESIDE;

/** @throws {Error} where the command line says something else than the head of this file */
function readCommandLine() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      beside: { type: 'string' },
      'builds-only': { type: 'boolean', default: false },
      cards: { type: 'boolean', default: false },
    },
  });
  const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES;
  // Of two chapters, one follows the other.
  if (!sizes.every((size) => Number.isInteger(size) && size >= 2)) {
    throw new Error(`Expected numbers of chapters, 2 or more: ${positionals.join(' ')}`);
  }
  const beside = values.beside?.split(',') ?? [];
  if (!beside.every(isBeside)) {
    throw new Error(`Expected --beside ${Object.keys(BESIDE).join(',')} or one of them: ${beside}`);
  }
  return { sizes, beside, cards: values.cards, read: !values['builds-only'] };
}

const { sizes, beside, cards, read } = readCommandLine();

async function measure(system: System, made: Made, read: boolean): Promise<Measured> {
  const { site, ...command } = await system.prepare(made);
  const cost = await measureBuild(command);
  const build = { cost, output: await measureOutput(site) };
  const chapters = chaptersOf(made.book);
  const reading = read ? await orTell(measureReading(site, system, chapters)) : undefined;
  await rm(site, { recursive: true });
  return { chapters: chapters.length, system: system.name, build, reading };
}

async function measureBare({ book }: Made, room: string): Promise<Measured> {
  const site = await mkdtemp(path.join(room, 'bare-'));
  const chapters = chaptersOf(book);
  await writeBare(chapters, site);
  const reading = await measureReading(site, BARE_WAYS, chapters);
  return { chapters: chapters.length, system: BARE, build: undefined, reading };
}

/** What some work comes to; where it fails, that is told, and the rest is measured all the same. */
async function orTell<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return undefined;
  }
}

const chaptersOf = ({ parts }: PlainBook) => parts.flatMap(({ chapters }) => chapters);

const room = await mkdtemp(path.join(tmpdir(), 'waymark-bench-'));
try {
  const trials = [{ system: waymark(room), read }];
  for (const state of cards ? (['drawn', 'kept'] as const) : []) {
    trials.push({ system: waymark(room, state), read: false });
  }
  for (const name of beside) {
    console.error(`Installing ${name} …`);
    trials.push({ system: await BESIDE[name](room), read });
  }
  const measured: Measured[] = [];
  for (const size of sizes) {
    const content = await mkdtemp(path.join(room, 'content-'));
    await writeHandbook(size, content);
    const made = { content, book: await readPlainBook(content) };
    if (read) {
      console.error(`${size} chapters, ${BARE} …`);
      measured.push(await measureBare(made, room));
    }
    for (const { system, read } of trials) {
      console.error(`${size} chapters, ${system.name} …`);
      const one = await orTell(measure(system, made, read));
      if (one) measured.push(one);
    }
  }
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(
    `${availableParallelism()} × ${cpus()[0]?.model}, ${memory} GB, ${type()} ${arch()}, Node ${process.versions.node}`,
  );
  console.log(`\nBuilds\n\n${tableOfBuilds(measured)}`);
  if (read) {
    console.log(`\nPages\n\n${tableOfPages(measured)}`);
    console.log(`\nSearches\n\n${tableOfSearches(measured)}`);
  }
} finally {
  await rm(room, { recursive: true, force: true });
}
