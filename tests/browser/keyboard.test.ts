import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { kindsOf, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();
const url = inject('bookUrl');
const kinds = kindsOf(inject('book'));

/** The page's focused element as a reader would name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? '';
  });

/** Presses Tab until the focused element matches a selector. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

describe('the Tab key', () => {
  it('reaches the skip link first, which leads to the text', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the text');
    expect((await page.locator(':focus').boundingBox())?.width).toBeGreaterThan(50);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('then walks along the bar', async () => {
    const page = await open({ viewport: { width: 1200, height: 800 } });
    await page.goto(`${url}${kinds.chapter}`);
    const names: string[] = [];
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab');
      names.push(await focused(page));
    }
    expect(names).toEqual([
      'Skip to the text',
      readCatalog(inject('book')).title,
      readCatalog(inject('book')).chapters[0]?.title,
      'Contents',
      'Questions',
      'Search Ctrl K',
      'In this chapter',
      'Theme: system',
    ]);
  });
});

describe('a press of Tab after a click', () => {
  it('goes on from where the reader clicked', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    const section = page.locator('article section').nth(2);
    await section.locator('p').first().click();
    await page.keyboard.press('Tab');
    const from = await section.boundingBox();
    const to = await page.locator(':focus').boundingBox();
    expect(to?.y).toBeGreaterThan(from?.y ?? Number.POSITIVE_INFINITY);
  });
});

describe('focus', () => {
  it.each(Object.entries(kinds))(
    'is seen wherever it goes: %s',
    async (_, path) => {
      const page = await open({ reducedMotion: 'reduce' });
      await visit(page, `${url}${path}`);
      const seen: string[] = [];
      const unseen: string[] = [];
      for (;;) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body || element.hasAttribute('data-been')) return;
          element.setAttribute('data-been', '');
          // A field shows it on the form around it, a waymark of the map on the shape within.
          const showing = [element, element.closest('form'), ...element.querySelectorAll('.hit')];
          const visible = showing.some((one) => {
            if (!one) return false;
            const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(one);
            const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
            const drawn = stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2;
            return outlined || (one instanceof SVGElement && drawn);
          });
          return { visible, html: element.outerHTML.slice(0, 120) };
        });
        if (!found) break;
        seen.push(found.html);
        if (!found.visible) unseen.push(found.html);
      }
      expect(seen.length).toBeGreaterThan(5);
      expect(unseen).toEqual([]);
      // The list of questions alone has hundreds of stops.
    },
    120_000,
  );
});

describe('the theme switch', () => {
  it('goes from the system to light, dark and back, and the page follows', async () => {
    const page = await open({ colorScheme: 'dark' });
    await page.goto(`${url}${kinds.home}`);
    await tabTo(page, '[data-theme-switch]');
    const states: [string, string][] = [];
    for (let presses = 0; presses < 4; presses += 1) {
      const paper = await page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
      const lightness = Number.parseFloat(paper.replace('oklch(', ''));
      states.push([await focused(page), lightness > 0.5 ? 'light paper' : 'dark paper']);
      await page.keyboard.press('Enter');
    }
    expect(states).toEqual([
      ['Theme: system', 'dark paper'],
      ['Theme: light', 'light paper'],
      ['Theme: dark', 'dark paper'],
      ['Theme: system', 'dark paper'],
    ]);
  });

  it('is remembered, on this page and on others', async () => {
    const page = await open({ colorScheme: 'dark' });
    await page.goto(`${url}${kinds.home}`);
    await tabTo(page, '[data-theme-switch]');
    await page.keyboard.press('Enter');
    await page.reload();
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    const name = () => page.locator('[data-theme-switch]').first().getAttribute('aria-label');
    expect([await theme(), await name()]).toEqual(['light', 'Theme: light']);
    await page.goto(`${url}${kinds.chapter}`);
    expect([await theme(), await name()]).toEqual(['light', 'Theme: light']);
  });
});

describe('the map', () => {
  it.each([
    { width: 360, height: 740 },
    { width: 1200, height: 800 },
  ])(
    'has a waymark for each chapter that Tab reaches and Enter opens ($width px)',
    async (viewport) => {
      const { chapters } = readCatalog(inject('book'));
      const page = await open({ viewport });
      await page.goto(url);
      const reached: string[] = [];
      await tabTo(page, 'svg a');
      while (await page.evaluate(() => document.activeElement?.matches('svg a'))) {
        reached.push(String(await page.locator(':focus').getAttribute('href')));
        await page.keyboard.press('Tab');
      }
      expect(reached.sort()).toEqual(chapters.map(({ id }) => `/chapters/${id}/`).sort());
      await page.keyboard.press('Shift+Tab');
      const href = await page.locator(':focus').getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${url}${href}`);
      expect(await page.locator('article h1').isVisible()).toBe(true);
    },
  );
});
