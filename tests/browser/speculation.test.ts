import { afterEach, describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { openTab, type Tab } from '../support/tab.ts';
import { SERVED } from '../support/visit.ts';

const NEXT = 'a[rel=next]';

let tab: Tab | undefined;
afterEach(async () => {
  await tab?.[Symbol.asyncDispose]();
  tab = undefined;
});

/** Opens a page, and gathers the addresses that may be drawn ahead and those that were, and what is wrong with the rules. */
async function visit(address: string) {
  const candidates = new Set<string>();
  const drawn = new Set<string>();
  const faults: string[] = [];
  const opened = await openTab(inject('chromium'), [], (send) => [
    send('Preload.enable'),
    send('Page.enable'),
  ]);
  tab = opened;
  opened.events.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
    for (const { key } of preloadingAttemptSources) candidates.add(key.url);
  });
  opened.events.on('Preload.prerenderStatusUpdated', ({ key, status }) => {
    if (status === 'Ready') drawn.add(key.url);
  });
  opened.events.on('Preload.ruleSetUpdated', ({ ruleSet }) => {
    if (ruleSet.errorType) faults.push(`${ruleSet.errorType}: ${ruleSet.errorMessage}`);
  });
  const loaded = new Promise((resolve) => opened.events.once('Page.loadEventFired', resolve));
  await opened.send('Page.navigate', { url: address });
  await loaded;
  return { tab: opened, candidates, drawn, faults };
}

const scrollTo = (selector: string) =>
  document.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' });

/** Where a page is, and whether it had been drawn before it was shown. */
function readPage() {
  const [navigation] = performance.getEntriesByType('navigation');
  const { activationStart } = navigation as PerformanceEntry & { activationStart: number };
  return { address: location.href, wasDrawn: activationStart > 0 };
}

describe.each(SERVED)('chapters of $name', ({ site, url }) => {
  const [first, second] = readCatalog(site).chapters;
  const address = (id?: string) => `${url}/chapters/${id}/`;

  it('are drawn once the link to the next has come into view, and there at the click', async () => {
    const { tab, drawn, faults } = await visit(address(first?.id));
    await tab.evaluate(scrollTo, NEXT);
    await expect.poll(() => [...drawn]).toEqual([address(second?.id)]);
    await tab.pointTo(NEXT);
    await tab.press();
    await expect
      .poll(() => tab.evaluate(readPage))
      .toEqual({ address: address(second?.id), wasDrawn: true });
    expect(faults).toEqual([]);
  });

  it('show the theme that was chosen after they were drawn', async () => {
    const { tab, drawn } = await visit(address(first?.id));
    await tab.evaluate(scrollTo, NEXT);
    await expect.poll(() => [...drawn]).toEqual([address(second?.id)]);
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-theme-switch]')?.click());
    await tab.pointTo(NEXT);
    await tab.press();
    await expect
      .poll(() => tab.evaluate(readPage))
      .toEqual({ address: address(second?.id), wasDrawn: true });
    await expect
      .poll(() => tab.evaluate(() => document.documentElement.dataset.theme))
      .toBe('light');
  });

  it('are candidates but for the one that is open', async () => {
    const { candidates } = await visit(address(first?.id));
    await expect.poll(() => [...candidates]).toContain(address(second?.id));
    expect([...candidates]).not.toContain(address(first?.id));
  });
});

describe('another chapter', () => {
  it('is drawn where a pointer rests on a link to it', async () => {
    const [first, second] = readCatalog(inject('book')).chapters;
    const { tab, drawn } = await visit(`${inject('bookUrl')}/chapters/${second?.id}/`);
    await tab.pointTo(`main a[href$="/${first?.id}/"]`);
    await expect.poll(() => [...drawn]).toEqual([`${inject('bookUrl')}/chapters/${first?.id}/`]);
  });
});
