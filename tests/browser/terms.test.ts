import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoFaults } from '../support/axe.ts';
import { readCatalog } from '../support/catalog.ts';
import { listen } from '../support/listen.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';
import { SERVED, startBrowser } from '../support/visit.ts';

const open = await startBrowser();

const definition = (page: Page) => page.locator('.term:popover-open');
const focused = (element: Locator) => element.evaluate((node) => node === document.activeElement);

/** Notes in a page that it is the same one, so that `stayed` can tell. */
const note = (page: Page) => page.evaluate(() => Object.assign(globalThis, { noted: true }));
const stayed = (page: Page) => page.evaluate(() => 'noted' in globalThis);

describe.each(SERVED)('a term that a chapter of $name marks', ({ site, url }) => {
  const { glossary, chapters } = readCatalog(site);
  const term = glossary.find(({ sections }) => sections.length > 0);
  if (!term) throw new Error('no chapter marks a term');
  const chapter = chapters.find(({ sections }) =>
    sections.some(({ id }) => id === term.sections[0]),
  );
  const address = `${url}/chapters/${chapter?.id}/`;
  const inGlossary = `${site.base}glossary/#${term.id}`;
  const entry = `${url}/glossary/#${term.id}`;

  const termOf = (page: Page) => page.locator(`article .text a[href="${inGlossary}"]`).first();
  /** The requests for the glossary that a page makes. */
  const requestsOf = (page: Page) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === `${site.base}glossary/`) {
        asked.push(request.resourceType());
      }
    });
    return asked;
  };
  const start = async (options = {}) => {
    const page = await open(options);
    await page.goto(address);
    await note(page);
    return page;
  };

  it('shows its definition in place by a click', async () => {
    const page = await start();
    await termOf(page).click();
    await definition(page).waitFor();
    expect(await definition(page).isVisible()).toBe(true);
    expect(page.url()).toBe(address);
    expect(await stayed(page)).toBe(true);
  });

  it('shows it by Enter', async () => {
    const page = await start();
    await termOf(page).focus();
    await page.keyboard.press('Enter');
    await definition(page).waitFor();
    expect(page.url()).toBe(address);
    expect(await stayed(page)).toBe(true);
  });

  it('shows it by touch', async () => {
    const page = await start({ hasTouch: true, viewport: { width: 360, height: 740 } });
    await termOf(page).tap();
    await definition(page).waitFor();
    expect(new URL(page.url()).pathname).toBe(new URL(address).pathname);
    expect(await stayed(page)).toBe(true);
  });

  it('shows what the glossary says, and a link to there', async () => {
    const { $ } = pageAt(readPages(site), '/glossary/');
    const said = ['dt', '[data-meaning]'].map((part) => plain($(`#${term.id} ${part}`).text()));
    expect(said.join()).toContain(term.term);
    const page = await start();
    await termOf(page).click();
    await definition(page).waitFor();
    const lines = await definition(page).locator('p').allTextContents();
    expect(lines.map(plain)).toEqual(said);
    await definition(page).getByRole('link').click();
    await page.waitForURL(entry);
    expect(await page.locator(`#${term.id}:target`).isVisible()).toBe(true);
  });

  it('is hidden by Escape, and the focus goes back to it', async () => {
    const page = await start();
    for (const ask of [() => termOf(page).click(), () => page.keyboard.press('Enter')]) {
      await ask();
      await definition(page).waitFor();
      expect(await focused(termOf(page)), 'while it is open').toBe(false);
      await page.keyboard.press('Escape');
      await definition(page).waitFor({ state: 'hidden' });
      expect(await focused(termOf(page)), 'after Escape').toBe(true);
    }
    expect(await stayed(page)).toBe(true);
  });

  it('is hidden by a click elsewhere', async () => {
    const page = await start();
    await termOf(page).click();
    await definition(page).waitFor();
    await page.mouse.click(2, 300);
    expect(await definition(page).count()).toBe(0);
    expect(await stayed(page)).toBe(true);
  });

  it('fetches the glossary when first asked, and once', async () => {
    const page = await open();
    const asked = requestsOf(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    for (let times = 0; times < 3; times += 1) {
      await termOf(page).click();
      await definition(page).waitFor();
      await page.keyboard.press('Escape');
      await definition(page).waitFor({ state: 'hidden' });
    }
    expect(asked).toEqual(['fetch']);
  });

  it.each([
    { fails: 'the network is down', status: undefined },
    { fails: 'the host is in trouble', status: 503 },
  ])('leads to the glossary where $fails', async ({ status }) => {
    const page = await start();
    await page.route('**/glossary/', (route) => {
      if (route.request().resourceType() !== 'fetch') return route.continue();
      return status ? route.fulfill({ status, body: '' }) : route.abort();
    });
    await termOf(page).click();
    await page.waitForURL(entry);
    expect(await page.locator(`#${term.id}:target`).isVisible()).toBe(true);
  });

  it('is a link for whoever opens links elsewhere', async () => {
    const page = await start();
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      termOf(page).click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await other.waitForURL(entry);
    expect(await definition(page).count()).toBe(0);
    expect(page.url()).toBe(address);
  });

  it('is a plain link without JavaScript, which arrives at the term', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(address);
    await termOf(page).click();
    await page.waitForURL(entry);
    const box = await page.locator(`#${term.id}:target`).boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
  });

  it('shows its definition within the window at 320 px, wherever in the window it stands', async () => {
    const viewport = { width: 320, height: 480 };
    const page = await start({ viewport, reducedMotion: 'reduce' });
    const terms = await page.locator('article .text a[href*="/glossary/#"]').all();
    expect(terms).not.toEqual([]);
    for (const one of terms) {
      for (const block of ['center', 'end'] as const) {
        await one.evaluate((node, where) => node.scrollIntoView({ block: where }), block);
        const held = await page.evaluate(() => scrollY);
        await one.press('Enter');
        await definition(page).waitFor();
        const box = (await definition(page).boundingBox()) ?? expect.fail('it has no box');
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
        expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
        expect(await page.evaluate(() => scrollY), 'the page stands still').toBe(held);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth).toBe(clientWidth);
        await page.keyboard.press('Escape');
        await definition(page).waitFor({ state: 'hidden' });
      }
    }
  });

  it('breaks no rule while its definition is shown', async () => {
    const page = await start({ reducedMotion: 'reduce' });
    await termOf(page).click();
    await definition(page).waitFor();
    await expectNoFaults(page);
  });

  it('gives a browser nothing to say', async () => {
    const page = await open();
    const heard = listen(page, url);
    await page.goto(address);
    await termOf(page).click();
    await definition(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(heard).toEqual([]);
  });
});
