import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { cutFrom, PAPERS, print, splitFoot, squeeze } from '../support/paper.ts';
import { kindsOf, SERVED, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

describe.each(SERVED)('on paper a page of $name', ({ site, url }) => {
  // All of the book in one has tests of its own.
  const { 'whole book': _, ...kinds } = kindsOf(site);
  const openDark = async (path: string): Promise<Page> => {
    const page = await open({ colorScheme: 'dark', viewport: { width: 700, height: 1000 } });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await visit(page, `${url}${path}`);
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    return page;
  };

  it.each(Object.entries(kinds))('has no controls: %s', async (_, path) => {
    const page = await openDark(path);
    const controls = page.locator('button, input, select, summary, nav[aria-label=Handbook]');
    for (const control of await controls.all()) {
      expect(await control.isVisible(), await control.getAttribute('class').then(String)).toBe(
        false,
      );
    }
    expect(await page.locator('h1').isVisible()).toBe(true);
  });

  it.each(Object.entries(kinds))('is black on white: %s', async (_, path) => {
    const page = await openDark(path);
    const colors = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      const main = document.querySelector('main');
      return [backgroundColor, color, main && getComputedStyle(main).color];
    });
    expect(colors).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
  });

  it.each(Object.entries(kinds))('is cut nowhere, and has no empty leaf: %s', async (_, path) => {
    const page = await openDark(path);
    for (const paper of PAPERS) {
      const leaves = await print(page, paper);
      leaves.forEach((leaf, index) => {
        const { number, body } = splitFoot(leaf);
        expect(number, `the foot of leaf ${index + 1}`).toBe(`${index + 1}`);
        expect(body, `leaf ${index + 1} on ${paper}`).not.toBe('');
        expect(cutFrom(leaf), `leaf ${index + 1} on ${paper}`).toEqual([]);
      });
      const printed = squeeze(leaves.map((leaf) => splitFoot(leaf).body).join(''));
      const [text = ''] = await page.locator('main').allInnerTexts();
      expect(printed).toContain(squeeze(text).slice(-10));
    }
  });

  it('says whence it is, and in which edition', async () => {
    const page = await openDark(kinds.chapter);
    const imprint = page.locator('header p');
    expect(await imprint.isVisible()).toBe(true);
    const address = site.origin ? `${site.origin}${kinds.chapter}` : '';
    await expect(imprint.textContent()).resolves.toMatch(/Edition \d+/);
    await expect(imprint.textContent()).resolves.toContain(address);
  });

  it('shows the sources of every section, unfolded', async () => {
    const page = await openDark(kinds.chapter);
    const sources = await page.locator('details li').all();
    expect(sources).not.toEqual([]);
    for (const source of sources) expect(await source.isVisible()).toBe(true);
  });

  it('shows every passage that a term stands in', async () => {
    const page = await openDark(kinds.glossary);
    for (const passage of await page.locator('dd a').all()) {
      expect(await passage.isVisible()).toBe(true);
    }
  });

  it.each([kinds.chapter, kinds.reading, kinds.source])(
    'carries the addresses that its links lead to: %s',
    async (path) => {
      const page = await openDark(path);
      const addresses = await page
        .locator('.text a[href^="/"], main a[href^="http"]')
        .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
      const text = squeeze((await print(page, 'A4')).map((leaf) => splitFoot(leaf).body).join(''));
      const terms = addresses.filter((address) => address.includes('/glossary/#'));
      const others = addresses.filter((address) => !terms.includes(address));
      expect(others).not.toEqual([]);
      for (const address of others) {
        const absolute = address.startsWith('/') ? `${site.origin ?? ''}${address}` : address;
        expect(text).toContain(`(${absolute})`);
      }
      // A term is marked as one, and the glossary explains it.
      for (const term of terms) expect(text).not.toContain(term);
    },
  );
});

describe('the style sheet for paper', () => {
  it('is no part of a page, and holds up nothing', async () => {
    const page = await open();
    await page.route('**/*.css', (route) => route.abort());
    await page.goto(`${inject('bookUrl')}${kindsOf(inject('book')).chapter}`);
    const sheets = page.locator('link[rel=stylesheet]');
    expect(await sheets.count()).toBe(1);
    expect(await sheets.getAttribute('media')).toBe('print');
    expect(await page.locator('h1').isVisible()).toBe(true);
  });
});
