import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { kindsOf, SERVED, startBrowser } from '../support/visit.ts';

const start = await startBrowser();
const open = () => start({ javaScriptEnabled: false });

/** What of some elements a reader sees or doesn't see. */
const textsOf = (elements: Locator, seen: boolean) =>
  elements.evaluateAll(
    (all, wanted) =>
      all
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) === wanted)
        .map((one) => one.ariaLabel ?? one.textContent),
    seen,
  );

describe.each(SERVED)('without JavaScript $name', ({ site, url }) => {
  const kinds = kindsOf(site);
  const [chapter] = readCatalog(site).chapters;
  const [section] = chapter?.sections ?? [];
  const contents = readCatalog(site).chapters.flatMap(({ id, sections }) => [
    `${site.base}chapters/${id}/`,
    ...sections.map((one) => `${site.base}chapters/${id}/#${one.id}`),
  ]);

  it('shows the whole text of a chapter', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    const blocks = page.locator('article :is(h1, h2, h3, p, li):not(details *)');
    expect(await blocks.count()).toBeGreaterThan(chapter?.sections.length ?? Infinity);
    expect(await textsOf(blocks, false)).toEqual([]);
  });

  it('opens the sources of a section on a phone', async () => {
    const page = await open();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${url}${kinds.chapter}`);
    const sources = page.locator('details').first();
    expect(await sources.locator('li').first().isVisible()).toBe(false);
    await sources.locator('summary').click();
    expect(await sources.locator('li').first().isVisible()).toBe(true);
  });

  it.each([kinds.home, kinds.search, kinds['not found']])(
    'has contents whose every link leads to a page: %s',
    async (path) => {
      const page = await open();
      await page.goto(`${url}${path}`);
      const links = page.locator(`li a[href^="${site.base}chapters/"]:not(nav a)`);
      const addresses = await links.evaluateAll((all) =>
        all.map((link) => link.getAttribute('href')),
      );
      expect(addresses).toEqual(contents);
      expect(await textsOf(links, false)).toEqual([]);
      const answers = await Promise.all(
        addresses.map((address) => page.request.get(new URL(String(address), url).href)),
      );
      expect(answers.filter((answer) => !answer.ok())).toEqual([]);
      await page.locator(`li a[href$="#${section?.id}"]`).last().click();
      await expect.poll(() => page.url()).toBe(`${url}${kinds.chapter}#${section?.id}`);
    },
  );

  it('offers topics on the search page, and says why it does not search', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    const topics = page.locator(`main a[href^="${site.base}topics/"]`);
    expect(await topics.count()).toBe(readCatalog(site).topics.length);
    expect(await textsOf(topics, false)).toEqual([]);
  });

  it.each(Object.entries(kinds))('shows no control that needs it: %s', async (_, path) => {
    const page = await open();
    await page.goto(`${url}${path}`);
    // The browser itself opens a popover for its button.
    const controls = page.locator('button:not([popovertarget]), input, select, dialog');
    expect(await textsOf(controls, true)).toEqual([]);
    expect(await page.locator('h1').isVisible()).toBe(true);
  });

  it('shows the passage of a share page and leads into the chapter', async () => {
    const page = await open();
    await page.goto(`${url}/s/${section?.id}/`);
    expect(await page.locator(`#${section?.id}`).isVisible()).toBe(true);
    expect(await page.locator('article .text p').first().isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Read in context' }).click();
    await expect.poll(() => page.url()).toBe(`${url}${kinds.chapter}#${section?.id}`);
  });
});
