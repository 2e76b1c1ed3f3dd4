import { afterEach, describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { openTab, type Tab } from '../support/tab.ts';
import { kindsOf, SERVED } from '../support/visit.ts';

let tab: Tab | undefined;
afterEach(async () => {
  await tab?.[Symbol.asyncDispose]();
  tab = undefined;
});

/** Goes to an address, and waits until a page stands there, whose address may be another. */
async function visit(tab: Tab, address: string): Promise<void> {
  await tab.send('Page.navigate', { url: address });
  await expect.poll(() => tab.evaluate(() => document.readyState)).toBe('complete');
}

/** Playwright turns the cache off that a browser keeps left pages in; a tab has it. */
async function open(address: string): Promise<Tab> {
  tab = await openTab(inject('chromium'), [], (send) => [send('Page.enable')]);
  await visit(tab, address);
  return tab;
}

/** Leaves a page, goes back, and expects it to be the same page still, with all that its script held. */
async function expectKept(tab: Tab, elsewhere: string): Promise<void> {
  const left = await tab.evaluate(() => {
    document.body.dataset.left = '';
    return location.href;
  });
  await visit(tab, elsewhere);
  await tab.evaluate(() => history.back());
  await expect.poll(() => tab.evaluate(() => location.href)).toBe(left);
  const returned = await tab.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const { notRestoredReasons } = navigation as PerformanceEntry & {
      notRestoredReasons?: { reasons: { reason: string }[] | null } | null;
    };
    return {
      isKept: document.body.dataset.left !== undefined,
      faults: notRestoredReasons?.reasons?.map(({ reason }) => reason) ?? [],
    };
  });
  expect(returned).toEqual({ isKept: true, faults: [] });
}

describe.each(SERVED)('going back to a page of $name', ({ site, url }) => {
  const kinds = kindsOf(site);
  const [chapter] = readCatalog(site).chapters;
  const section = chapter?.sections[0];
  const elsewhere = `${url}${kinds.about}`;

  it.each([kinds.home, kinds.chapter, kinds.topic])('finds it as it was left: %s', async (path) => {
    const tab = await open(`${url}${path}`);
    await expectKept(tab, elsewhere);
  });

  it('finds it in the theme that was chosen meanwhile', async () => {
    const tab = await open(`${url}${kinds.chapter}`);
    await visit(tab, elsewhere);
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-theme-switch]')?.click());
    await tab.evaluate(() => history.back());
    await expect.poll(() => tab.evaluate(() => location.href)).toBe(`${url}${kinds.chapter}`);
    await expect
      .poll(() => tab.evaluate(() => document.documentElement.dataset.theme))
      .toBe('light');
  });

  it('finds the results of a search as they were left', async () => {
    const tab = await open(`${url}${kinds.results}`);
    const countFound = () => document.querySelectorAll('main [data-search-result]').length;
    await expect.poll(() => tab.evaluate(countFound)).toBeGreaterThan(0);
    await expectKept(tab, elsewhere);
    expect(await tab.evaluate(countFound)).toBeGreaterThan(0);
  });

  it('finds the chapter as it was left that a share page led to', async () => {
    const tab = await open(`${url}/s/${section?.id}/`);
    await expect
      .poll(() => tab.evaluate(() => document.readyState === 'complete' && location.pathname))
      .toContain(`/chapters/${chapter?.id}/`);
    await expectKept(tab, elsewhere);
  });

  it('finds the search that is open as it was left, with what it found', async () => {
    const tab = await open(`${url}${kinds.chapter}`);
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-search-open]')?.click());
    await expect.poll(() => tab.evaluate(() => document.activeElement?.localName)).toBe('input');
    await tab.send('Input.insertText', { text: section?.title ?? '' });
    const countFound = () => document.querySelectorAll('dialog[open] [data-search-result]').length;
    await expect.poll(() => tab.evaluate(countFound)).toBeGreaterThan(0);
    await expectKept(tab, elsewhere);
    expect(await tab.evaluate(countFound)).toBeGreaterThan(0);
  });
});
