import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { SERVED, startBrowser } from '../support/visit.ts';

const open = await startBrowser();

/** The addresses that a browser makes ready, as it tells its tools. These keep it from drawing pages ahead: it fetches them. */
async function listenForPreloads(page: Page): Promise<{ ready: Set<string>; faults: string[] }> {
  const heard = { ready: new Set<string>(), faults: [] as string[] };
  const tools = await page.context().newCDPSession(page);
  tools.on('Preload.ruleSetUpdated', ({ ruleSet }) => {
    if (ruleSet.errorType) heard.faults.push(`${ruleSet.errorType}: ${ruleSet.errorMessage}`);
  });
  tools.on('Preload.prefetchStatusUpdated', ({ key, status }) => {
    if (status === 'Ready') heard.ready.add(key.url);
  });
  await tools.send('Preload.enable');
  return heard;
}

describe.each(SERVED)('the next chapter of $name', ({ site, url }) => {
  const [first, second] = readCatalog(site).chapters;
  const address = (id?: string) => `${url}/chapters/${id}/`;

  it('is there before the click, once a pointer rests on its link', async () => {
    const page = await open();
    const { ready, faults } = await listenForPreloads(page);
    await page.goto(address(first?.id));
    await page.locator('a[rel=next]').hover();
    await expect.poll(() => [...ready]).toEqual([address(second?.id)]);
    await page.locator('a[rel=next]').click();
    await page.waitForURL(address(second?.id));
    const delivery = await page.evaluate(
      () => performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming,
    );
    expect(delivery).toMatchObject({ deliveryType: 'navigational-prefetch' });
    expect(faults).toEqual([]);
  });
});
