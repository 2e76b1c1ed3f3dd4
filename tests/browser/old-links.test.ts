import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryFolders } from '../support/build.ts';
import { readFile } from '../support/pages.ts';
import { buildRewrittenBook } from '../support/rewritten-book.ts';
import { serve } from '../support/serve.ts';
import { startBrowser } from '../support/visit.ts';

/** Where the addresses lead now that the book gave away once. */
const MOVED: Record<string, string> = {
  '/chapters/first-steps/': '/chapters/beginnings/',
  '/chapters/first-steps/#boots': '/chapters/beginnings/#footwear',
  '/chapters/first-steps/#laces': '/chapters/beginnings/#laces',
  '/chapters/first-steps/#maps': '/chapters/second-steps/#maps',
  '/chapters/second-steps/#gates': '/chapters/beginnings/#gates',
  '/chapters/early-steps/#gates': '/chapters/beginnings/#gates',
  '/chapters/early-steps/': '/chapters/beginnings/',
  '/chapters/early-steps/#shoes': '/chapters/beginnings/#footwear',
  '/chapters/early-steps/#laces': '/chapters/beginnings/#laces',
  '/chapters/third-steps/': '/chapters/beginnings/#laces',
  '/chapters/third-steps/#rivers': '/chapters/second-steps/',
  '/chapters/third-steps/#bridges': '/chapters/beginnings/#laces',
  '/s/boots/': '/chapters/beginnings/#footwear',
  '/s/shoes/': '/chapters/beginnings/#footwear',
  '/s/stones/': '/chapters/second-steps/#maps',
  '/s/rivers/': '/chapters/second-steps/',
  '/s/bridges/': '/chapters/beginnings/#laces',
  '/topics/walking/': '/topics/strolling/',
  '/pathways/new-here/': '/pathways/newcomers/',
  '/sources/on-walking/': '/sources/on-strolling/',
  '/sources/on-walking/#walk-slowly': '/sources/on-strolling/#stroll',
  '/sources/on-walking/#rest-often': '/sources/on-resting/#rest-often',
};

/** Those that open on the page that they were made for. */
const STAYED: Record<string, string> = {
  '/chapters/second-steps/#stones': '/chapters/second-steps/#maps',
  '/glossary/#boot': '/glossary/#shoe',
  '/glossary/#trail': '/glossary/#shoe',
  '/reading/#walks': '/reading/#strolls',
  '/compare/#the-pace': '/compare/#speed',
  '/careers/#a-writer': '/careers/#writer',
  '/disagreements/#slow-or-far': '/disagreements/#far-or-slow',
};

/** Addresses that `handbook.json` doesn't give away, and that somebody may hold all the same. */
const BESIDE: Record<string, string> = {
  '/chapters/further-steps/': '/chapters/second-steps/',
  '/chapters/further-steps/#rocks': '/chapters/second-steps/#maps',
  '/s/rocks/': '/chapters/second-steps/#maps',
};

const { site, lost } = await buildRewrittenBook();
const { url, stop } = await serve(site);
const open = await startBrowser();
afterAll(async () => {
  await stop();
  await removeTemporaryFolders();
});

const everyMoved = Object.entries({ ...MOVED, ...BESIDE });
const start = `${url}/topics/`;

/** Whether what the address names begins in the window, within what another id names. */
const isShown = (page: Page, wanted: string) =>
  page.evaluate((id) => {
    const named = document.getElementById(location.hash.slice(1));
    const top = named?.getBoundingClientRect().top ?? -1;
    const within = document.getElementById(id)?.closest('section, .arrival');
    return Boolean(within?.contains(named)) && top >= 0 && top < innerHeight;
  }, wanted);

describe('an address that the book gave away', () => {
  it('is one of those that are followed here', () => {
    expect(lost.toSorted()).toEqual(Object.keys({ ...MOVED, ...STAYED }).sort());
  });
});

describe('an old link', () => {
  it.each(everyMoved)('leads on at once: %s to %s', async (from, to) => {
    const page = await open();
    await page.goto(start);
    await page.goto(`${url}${from}`);
    await page.waitForURL(`${url}${to}`);
    if (to.includes('#')) expect(await isShown(page, to.split('#')[1] ?? '')).toBe(true);
    await page.goBack();
    expect(page.url()).toBe(start);
  });

  it.each(everyMoved)('says without script where it leads: %s to %s', async (from, to) => {
    const page = await open({ javaScriptEnabled: false });
    const answer = await page.goto(`${url}${from}`);
    expect(answer?.status()).toBe(200);
    expect(page.url()).toBe(`${url}${from}`);
    const [, id] = from.split('#');
    const told = id
      ? page.locator(`[data-moved]:has(#${id}), #${id}[data-moved]`)
      : page.locator('[data-carry-on]');
    const link = told.locator('a').first();
    expect(await link.isVisible()).toBe(true);
    if (id)
      expect(await told.evaluate((node) => node.matches(':target, :has(:target)'))).toBe(true);
    await link.click();
    await expect.poll(() => page.url()).toBe(`${url}${to}`);
  });

  describe.each([true, false])('with script or without (%s)', (javaScriptEnabled) => {
    it.each(Object.entries(STAYED))('opens on what took its place: %s is %s', async (from, to) => {
      const page = await open({ javaScriptEnabled });
      await page.goto(`${url}${from}`);
      expect(page.url()).toBe(`${url}${from}`);
      expect(await isShown(page, to.split('#')[1] ?? '')).toBe(true);
    });
  });

  it('leads on with the whole of its address', async () => {
    const page = await open();
    await page.goto(`${url}/chapters/first-steps/?highlight=said#boots`);
    await page.waitForURL(`${url}/chapters/beginnings/?highlight=said#footwear`);
    await page.goto(`${url}/chapters/first-steps/#_talk`);
    await page.waitForURL(`${url}/chapters/beginnings/#_talk`);
  });

  it('leads on from a page that is open, and back to it', async () => {
    const page = await open();
    await page.goto(`${url}/chapters/second-steps/`);
    await page.evaluate(() => location.assign('#_main'));
    await expect.poll(() => page.url()).toBe(`${url}/chapters/second-steps/#_main`);
    await page.evaluate(() => location.assign('#gates'));
    await page.waitForURL(`${url}/chapters/beginnings/#gates`);
    await page.goBack();
    await expect.poll(() => page.url()).toBe(`${url}/chapters/second-steps/#_main`);
  });
});

describe('what stands at an old address', () => {
  const pages = everyMoved.map(([from]) => from.split('#')[0] ?? '');
  it.each([...new Set(pages)].filter((from) => from !== '/chapters/second-steps/'))(
    'is not to be found by a search engine: %s',
    (from) => {
      const html = readFile(site, `${from}index.html`);
      expect(html).toContain('<meta name="robots" content="noindex">');
    },
  );

  it.each(['/s/boots/', '/s/stones/'])(
    'is the passage itself where it was shared: %s',
    async (from) => {
      const page = await open({ javaScriptEnabled: false });
      await page.goto(`${url}${from}`);
      const wanted = MOVED[from]?.split('#')[1] ?? '';
      expect(await page.locator('article .text').textContent()).toContain(
        `This is said of ${wanted}.`,
      );
    },
  );
});
