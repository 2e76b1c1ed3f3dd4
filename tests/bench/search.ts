/**
 * How well and how fast the search answers: builds the book, types every query of `queries/` into the
 * real search page in Chromium, and prints a table for each list.
 *
 *     npm run bench:search            builds into a temporary folder first
 *     npm run bench:search -- DIR     takes the site that lies in DIR
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { preview } from 'astro';
import { type Browser, chromium, type Page } from 'playwright-core';
import { parse } from 'yaml';
import { z } from 'zod';
import { findChromium } from '../support/browser.ts';
import { run, temporaryFolder } from '../support/build.ts';
import { catalogSchema } from '../support/catalog-schema.ts';
import { CHROMIUM_ARGS } from '../support/launch.ts';
import { type Measured, type Query, summarize } from './summary.ts';

const LISTS = ['tuning', 'check'] as const;

const queriesSchema = z.array(
  z.strictObject({ query: z.string(), class: z.string(), claims: z.array(z.string()).min(1) }),
);

async function readQueries(list: string): Promise<Query[]> {
  const file = path.join(import.meta.dirname, 'queries', `${list}.yaml`);
  return queriesSchema.parse(parse(await readFile(file, 'utf8')));
}

type Catalog = z.infer<typeof catalogSchema>;

async function readCatalog(folder: string): Promise<Catalog> {
  return catalogSchema.parse(
    JSON.parse(await readFile(path.join(folder, 'handbook.json'), 'utf8')),
  );
}

/** The claims that a result states: those of its section, and of its subsections where it has some. */
function claimsBySection({ chapters }: Catalog): Map<string, Set<string>> {
  const stated = new Map<string, Set<string>>();
  for (const { sections } of chapters) {
    let whole: Set<string> | undefined;
    for (const { id, level, claims } of sections) {
      stated.set(id, new Set(claims));
      if (level === 2) whole = stated.get(id);
      else for (const claim of claims) whole?.add(claim);
    }
  }
  return stated;
}

/** Types a query as a reader would, all at once, and waits for its results. */
async function answer(page: Page, query: string): Promise<{ sections: string[]; wait: number }> {
  return page.evaluate(async (words) => {
    const input = document.querySelector<HTMLInputElement>('main [data-search-input]');
    const holder = document.querySelector<HTMLElement>('[data-search]');
    if (!input || !holder) throw new Error('not the search page');
    const isThere = () =>
      holder.dataset.searchAnswered === words &&
      ['done', 'empty', 'error'].includes(String(holder.dataset.searchState));
    const start = performance.now();
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(holder, { attributes: true, childList: true, subtree: true });
    });
    const wait = performance.now() - start;
    const links = [...holder.querySelectorAll<HTMLAnchorElement>('[data-search-result]')];
    return { sections: links.map((link) => link.hash.slice(1)), wait };
  }, query);
}

/** What one query costs a reader who has not searched before, in bytes as a host with brotli sends them. */
async function coldBytes(browser: Browser, url: string, folder: string, query: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/search/`);
  await page.waitForLoadState('networkidle');
  const fetched = new Set<string>();
  page.on('request', (request) => fetched.add(new URL(request.url()).pathname));
  await answer(page, query);
  await context.close();
  const sizes = [...fetched].map(async (file) => {
    const bytes = await readFile(path.join(folder, file));
    return /\.(?:js|json|css|html|svg)$/.test(file)
      ? brotliCompressSync(bytes).length
      : bytes.length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function measure(browser: Browser, url: string, folder: string, queries: Query[]) {
  const stated = claimsBySection(await readCatalog(folder));
  const page = await browser.newPage();
  await page.goto(`${url}/search/`);
  // Once through to warm the index up, and once to measure.
  for (const { query } of queries) await answer(page, query);
  const measured: Measured[] = [];
  for (const query of queries) {
    const { sections, wait } = await answer(page, query.query);
    const answers = sections.map((id) => query.claims.some((claim) => stated.get(id)?.has(claim)));
    const bytes = await coldBytes(browser, url, folder, query.query);
    measured.push({ query, results: sections, rank: answers.indexOf(true) + 1, wait, bytes });
  }
  await page.close();
  return measured;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false } },
});
const folder = positionals[0] ? path.resolve(positionals[0]) : await temporaryFolder();
if (!positionals[0]) {
  const { code, output } = await run(['build', '--outDir', folder]);
  if (code !== 0) throw new Error(output);
}
const server = await preview({
  configFile: false,
  root: path.dirname(folder),
  outDir: folder,
  trailingSlash: 'always',
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0 },
});
const executablePath = findChromium();
if (!executablePath)
  throw new Error('This needs Chromium: install it, or set CHROMIUM to its path.');
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  const url = `http://127.0.0.1:${server.port}`;
  const sections = (await readCatalog(folder)).chapters.flatMap((chapter) => chapter.sections);
  const cited = sections.reduce((sum, { claims }) => sum + claims.length, 0);
  for (const list of LISTS) {
    const measured = await measure(browser, url, folder, await readQueries(list));
    console.log(
      `\n${list}: ${measured.length} queries, ${(cited / sections.length).toFixed(2)} claims a section`,
    );
    console.table(summarize(measured));
    if (values.misses) {
      for (const { query, rank, results } of measured) {
        if (rank === 1) continue;
        console.log(
          `${rank || '-'}\t${query.class}\t${query.query}\t${results.slice(0, 3).join(' ')}`,
        );
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
  if (!positionals[0]) await rm(folder, { recursive: true, force: true });
}
