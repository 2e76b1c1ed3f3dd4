import { describe, expect, inject, it } from 'vitest';
import { kindsOf, startBrowser } from '../support/visit.ts';

const open = await startBrowser();
const url = `${inject('bookUrl')}${kindsOf(inject('book')).home}`;

describe('the theme', () => {
  it('is the one that was chosen elsewhere before the script for it had come', async () => {
    const page = await open();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let held = 0;
    await page.route('**/*.js', async (route) => {
      held += 1;
      await released;
      await route.continue();
    });
    await page.goto(url, { waitUntil: 'commit' });
    await expect.poll(() => held).toBeGreaterThan(0);
    await page.evaluate(() => localStorage.setItem('waymark-theme', 'dark'));
    release();
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    await expect.poll(theme).toBe('dark');
  });
});
