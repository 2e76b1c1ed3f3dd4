import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { SERVED, startBrowser } from '../support/visit.ts';

const open = await startBrowser();

describe.each(SERVED)('the list of questions of $name', ({ site, url }) => {
  const questions = readCatalog(site).chapters.flatMap(({ sections }) =>
    sections.flatMap((section) => section.questions),
  );
  const [some = ''] = questions;
  const visible = (page: Page) => page.locator('[data-question-group] li:visible').allInnerTexts();

  const words = some.match(/\p{L}+/gu) ?? [];
  const word = words.toSorted((a, b) => a.length - b.length).at(-1) ?? '';

  it('is narrowed down as a reader types, whatever the case and the words around', async () => {
    const page = await open();
    await page.goto(`${url}/questions/`);
    await page.locator('[data-question-filter]').fill(`what of ${word.toUpperCase()}`);
    const shown = await visible(page);
    expect(shown).toContain(some);
    expect(shown.length).toBeLessThan(questions.length);
  });

  it('finds words by their beginnings, never by what stands inside them', async () => {
    const page = await open();
    await page.goto(`${url}/questions/`);
    await page.locator('[data-question-filter]').fill(word.slice(0, 3));
    expect(await visible(page)).toContain(some);
    await page.locator('[data-question-filter]').fill(word.slice(1));
    expect(await visible(page)).not.toContain(some);
  });

  it('says how many are left, and leaves no heading without a question', async () => {
    const page = await open();
    await page.goto(`${url}/questions/`);
    await page.locator('[data-question-filter]').fill(some);
    expect(await page.locator('[data-question-count]').textContent()).toBe('1 question');
    for (const group of await page.locator('[data-question-group]:visible').all()) {
      expect(await group.locator('li:visible').count()).toBeGreaterThan(0);
    }
  });

  it('says so where none is left, and shows all again when the words are gone', async () => {
    const page = await open();
    await page.goto(`${url}/questions/`);
    const all = await visible(page);
    await page.locator('[data-question-filter]').fill('xyzzy');
    expect(await visible(page)).toEqual([]);
    expect(await page.locator('[data-question-count]').textContent()).toContain('No question');
    const elsewhere = page.locator('[data-question-search]');
    expect(await elsewhere.getAttribute('href')).toBe(`${site.base}search/?q=xyzzy`);
    expect(await elsewhere.isVisible()).toBe(true);
    await page.locator('[data-question-filter]').fill('');
    expect(await visible(page)).toEqual(all);
  });

  it('is complete without a script, and offers no filter that would not work', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${url}/questions/`);
    const shown = await visible(page);
    for (const question of questions) expect(shown).toContain(question);
    expect(await page.locator('[data-question-filter]').isVisible()).toBe(false);
  });
});
