import { describe, expect, it } from 'vitest';
import { listen } from '../support/listen.ts';
import { kindsOf, SERVED, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

describe.each(SERVED)('a browser has nothing to say about $name', ({ site, url }) => {
  it('on a page of any kind', async () => {
    const page = await open();
    const heard = listen(page, url);
    for (const path of Object.values(kindsOf(site))) {
      await visit(page, `${url}${path}`);
      await page.waitForLoadState('networkidle');
      expect(heard, path).toEqual([]);
    }
  });

  it('while somebody switches the theme, copies a link and searches', async () => {
    const page = await open({ permissions: ['clipboard-write'] });
    const heard = listen(page, url);
    const { chapter, results } = kindsOf(site);
    await page.goto(`${url}${chapter}`);
    await page.locator('[data-theme-switch]:visible').click();
    await page.locator('[data-copy-link]').first().click();
    await page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
    await page.goto(`${url}/search/`);
    await page
      .locator('[data-search-input]')
      .fill(new URLSearchParams(results.split('?')[1]).get('q') ?? '');
    await page.locator('[data-search-result]').first().click();
    await page.waitForURL(/#/);
    await page.waitForLoadState('networkidle');
    expect(heard).toEqual([]);
  });
});
