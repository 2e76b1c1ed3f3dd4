/**
 * How well and how fast the search answers: builds the book, types every query of `queries/` into the
 * real search page in Chromium, and prints a table for each list.
 *
 *     npm run bench:search            builds into a temporary folder first
 *     npm run bench:search -- DIR     takes the site that lies in DIR
 */
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { ask, askCold, openSearch, startBrowser } from './ask.ts';
import { claimsBySection, LISTS, rankOf, readQueries } from './queries.ts';
import { buildSite, openSite, type Site } from './site.ts';
import { type Measured, type Query, summarize } from './summary.ts';

async function measure(browser: Browser, { catalog, server }: Site, queries: Query[]) {
  const stated = claimsBySection(catalog.chapters.map(({ sections }) => sections));
  const page = await openSearch(browser, server);
  // Once through to warm the index up, and the server with it, and once to measure.
  for (const { query } of queries) await ask(page, query);
  const measured: Measured[] = [];
  for (const query of queries) {
    const { sections, wait } = await ask(page, query.query);
    const { bytes } = await askCold(browser, server, query.query);
    measured.push({ query, results: sections, rank: rankOf(query, sections, stated), wait, bytes });
  }
  await page.close();
  return measured;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false } },
});
await using site = await (positionals[0] ? openSite(positionals[0]) : buildSite());
await using browser = await startBrowser();
const sections = site.catalog.chapters.flatMap((chapter) => chapter.sections);
const cited = sections.reduce((sum, { claims }) => sum + claims.length, 0);
for (const list of LISTS) {
  const measured = await measure(browser, site, await readQueries(list));
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
