/**
 * What a search costs as a book grows: makes up handbooks of some sizes, builds them, asks each a few
 * questions in Chromium, and prints a row for each size.
 *
 *     npm run bench:search-scale                  31, 250 and 1,000 chapters
 *     npm run bench:search-scale -- 100 200       others
 *
 * "Cold" is what a reader costs who has not searched before, from the key on: bodies as they are sent,
 * compressed with brotli, and the wait. "Warm" is the wait of one who has asked the same before. Nothing
 * slows the connection down: the waits are for the work alone.
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { PAGES, SEARCH_PIECES } from '../../src/handbook/address.ts';
import { ask, askCold, openSearch, startBrowser } from './ask.ts';
import { writeHandbook } from './generator/write-handbook.ts';
import { makeQueries } from './make-queries.ts';
import { buildSite, type Site } from './site.ts';
import { median } from './summary.ts';

const SIZES = [31, 250, 1000];

/** How many queries of a kind; a median is taken of them. */
const QUERIES = 9;

const KB = 1024;

async function sizeOfIndex(folder: string): Promise<{ files: number; bytes: number }> {
  const pieces = path.join(folder, SEARCH_PIECES);
  const entries = await readdir(pieces, { recursive: true, withFileTypes: true });
  const files = [
    path.join(folder, PAGES.searchIndex),
    ...entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name)),
  ];
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function measureCold(browser: Browser, { server }: Site, queries: string[]) {
  const costs = [];
  for (const query of queries) costs.push(await askCold(browser, server, query));
  return {
    kilobytes: Math.round(median(costs.map(({ bytes }) => bytes)) / KB),
    requests: median(costs.map(({ requests }) => requests)),
    wait: Math.round(median(costs.map(({ wait }) => wait))),
  };
}

async function measure(browser: Browser, site: Site) {
  const { one, six } = makeQueries(site.catalog, QUERIES);
  const page = await openSearch(browser, site.server);
  // Once through to warm the index up, and the server with it, and once to measure.
  for (const query of [...one, ...six]) await ask(page, query);
  const waits = [];
  for (const query of [...one, ...six]) waits.push((await ask(page, query)).wait);
  await page.close();
  const cold = {
    one: await measureCold(browser, site, one),
    six: await measureCold(browser, site, six),
  };
  const { files, bytes } = await sizeOfIndex(site.folder);
  const { chapters } = site.catalog;
  return {
    chapters: chapters.length,
    sections: chapters.flatMap(({ sections }) => sections).length,
    'index files': files,
    'index KB': Math.round(bytes / KB),
    'one word cold KB': cold.one.kilobytes,
    'one requests': cold.one.requests,
    'one ms': cold.one.wait,
    'six words cold KB': cold.six.kilobytes,
    'six requests': cold.six.requests,
    'six ms': cold.six.wait,
    'warm ms': Math.round(median(waits)),
  };
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES;
await using browser = await startBrowser();
const rows = [];
for (const chapters of sizes) {
  const content = await mkdtemp(path.join(tmpdir(), 'waymark-'));
  try {
    console.log(`${chapters} chapters …`);
    await writeHandbook(chapters, content);
    await using site = await buildSite(content);
    rows.push(await measure(browser, site));
  } finally {
    await rm(content, { recursive: true, force: true });
  }
}
console.table(rows);
