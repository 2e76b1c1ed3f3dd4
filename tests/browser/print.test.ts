import { describe, expect, inject, it } from 'vitest';
import { kindsOf, startBrowser } from '../support/visit.ts';

const open = await startBrowser();

describe('on paper a page', () => {
  const url = inject('bookUrl');
  const kinds = kindsOf(inject('book'));
  const print = async (path: string) => {
    const page = await open({ colorScheme: 'dark', viewport: { width: 700, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${url}${path}`);
    return page;
  };

  it.each(Object.entries(kinds))('has no controls: %s', async (_, path) => {
    const page = await print(path);
    for (const control of await page.locator('button, input, nav[aria-label=Handbook]').all()) {
      expect(await control.isVisible(), await control.getAttribute('class').then(String)).toBe(
        false,
      );
    }
    expect(await page.locator('h1').isVisible()).toBe(true);
  });

  it('shows the sources of every section, unfolded', async () => {
    const page = await print(kinds.chapter);
    const sources = await page.locator('details li').all();
    expect(sources).not.toEqual([]);
    for (const source of sources) expect(await source.isVisible()).toBe(true);
  });

  it('is black on white, whatever theme the reader has chosen', async () => {
    const page = await print(kinds.chapter);
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    const colors = await page.evaluate(() => {
      const text = document.querySelector('article .text p');
      return [
        getComputedStyle(document.documentElement).backgroundColor,
        text && getComputedStyle(text).color,
      ];
    });
    expect(colors).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  });

  it('carries the addresses of the links in the text', async () => {
    const page = await print(kinds.chapter);
    const links = await page.locator('article .text a').evaluateAll((anchors) =>
      anchors.map((anchor) => ({
        href: anchor.getAttribute('href'),
        after: getComputedStyle(anchor, '::after').content,
      })),
    );
    expect(links).not.toEqual([]);
    for (const { href, after } of links) expect(after).toContain(href);
  });
});
