import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, inject } from 'vitest';
import { readCatalog } from './catalog.ts';
import { launch } from './launch.ts';
import type { Site } from './sites.ts';

/** Both built sites and where they are served, for `describe.each`. */
export const SERVED = [
  { name: 'the book', site: inject('book'), url: inject('bookUrl') },
  { name: 'the fixture', site: inject('fixture'), url: inject('fixtureUrl') },
];

/** A browser for the tests of a file, and a way to open a page in a profile of its own. */
export async function startBrowser() {
  const browser: Browser = await launch();
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(() => browser.close());
  return async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(15_000);
    return context.newPage();
  };
}

/** One page of each kind by its path, with words that the search finds. Share pages are missing: with script nobody stays on one. */
export function kindsOf(site: Site) {
  const { chapters, topics, sources, pathways } = readCatalog(site);
  const [chapter, topic, source, pathway] = [chapters[0], topics[0], sources[0], pathways[0]];
  const section = chapter?.sections[0];
  if (!chapter || !section || !topic || !source || !pathway) throw new Error('the site is empty');
  return {
    home: '/',
    chapter: `/chapters/${chapter.id}/`,
    topics: '/topics/',
    topic: `/topics/${topic.id}/`,
    sources: '/sources/',
    source: `/sources/${source.key}/`,
    glossary: '/glossary/',
    disagreements: '/disagreements/',
    reading: '/reading/',
    comparison: '/compare/',
    pathways: '/pathways/',
    pathway: `/pathways/${pathway.id}/`,
    questions: '/questions/',
    careers: '/careers/',
    about: '/about/',
    'whole book': '/print/',
    search: '/search/',
    results: `/search/?q=${encodeURIComponent(section.title)}`,
    'not found': '/404.html',
  };
}

/** Goes to an address and waits until it is quiet; a search's results are part of the page. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if (new URL(address).searchParams.has('q')) {
    await page.locator('[data-search-state=done]').waitFor();
  }
}
