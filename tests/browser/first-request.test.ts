import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { READING_SCRIPT_BYTES } from '../../src/handbook/budgets.ts';
import { readCatalog } from '../support/catalog.ts';
import { kindsOf, startBrowser } from '../support/visit.ts';

const open = await startBrowser();
const url = inject('bookUrl');
const kinds = kindsOf(inject('book'));
const [chapter] = readCatalog(inject('book')).chapters;

describe('the first request for a page', () => {
  it.each([kinds.chapter, kinds.home])('brings all that is painted: %s', async (path) => {
    const page = await open({ viewport: { width: 1000, height: 800 } });
    const answered: string[] = [];
    page.on('response', (response) => answered.push(response.url()));
    await page.route('**', (route) =>
      route.request().resourceType() === 'document' ? route.continue() : route.abort(),
    );
    await page.goto(`${url}${path}`);

    expect(answered).toEqual([`${url}${path}`]);
    await expect
      .poll(() =>
        page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length),
      )
      .toBe(1);
    expect(await page.locator('h1').isVisible()).toBe(true);
    const look = await page.evaluate(() => {
      const { backgroundColor, fontSize } = getComputedStyle(document.documentElement);
      return { backgroundColor, fontSize };
    });
    expect(look.backgroundColor).toMatch(/^oklch\(/);
    expect(Number.parseFloat(look.fontSize)).toBeGreaterThanOrEqual(18);
  });

  it('brings the whole text of a chapter, in one column of about 66 characters', async () => {
    const page = await open({ viewport: { width: 1000, height: 800 } });
    await page.route('**', (route) =>
      route.request().resourceType() === 'document' ? route.continue() : route.abort(),
    );
    await page.goto(`${url}${kinds.chapter}`);
    for (const { id, title } of chapter?.sections ?? []) {
      const heading = page.locator(`#${id}`);
      expect(await heading.isVisible(), id).toBe(true);
      expect(await heading.textContent()).toBe(title);
    }
    const column = await page.locator('article .text').first().boundingBox();
    expect(column?.width).toBeGreaterThan(450);
    expect(column?.width).toBeLessThan(640);
  });
});

describe('the scripts that a chapter fetches of its own accord', () => {
  it('are few bytes', async () => {
    const page = await open();
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await page.goto(`${url}${kinds.chapter}`, { waitUntil: 'networkidle' });
    const sizes = (await Promise.all(scripts)).map((body) => brotliCompressSync(body).length);
    expect(sizes).not.toEqual([]);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(READING_SCRIPT_BYTES);
  });
});
