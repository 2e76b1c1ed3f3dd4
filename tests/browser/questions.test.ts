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

  it('is narrowed down as a reader types, to questions with all of the words', async () => {
    const page = await open();
    await page.goto(`${url}/questions/`);
    const [first = '', last = ''] = [some.split(' ')[0], some.split(' ').at(-1)];
    await page.locator('[data-question-filter]').fill(`${last.toUpperCase()} ${first}`);
    const shown = await visible(page);
    expect(shown).toContain(some);
    for (const question of shown) {
      expect(question.toLowerCase()).toContain(first.toLowerCase());
      expect(question.toLowerCase()).toContain(last.toLowerCase());
    }
    expect(shown.length).toBeLessThan(questions.length);
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
