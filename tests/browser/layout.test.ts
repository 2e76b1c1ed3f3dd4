import { readFileSync } from 'node:fs';
import type { Page, Route } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { kindsOf, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

describe('the layout', () => {
  it.each(Object.entries(kindsOf(inject('book'))))(
    'never scrolls sideways: %s',
    async (_, path) => {
      const page = await open();
      await visit(page, `${inject('bookUrl')}${path}`);
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const hidden = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        expect(hidden, `pixels beside the window, at ${width} px`).toBe(0);
      }
    },
  );
});

describe('arriving by a link', () => {
  const url = inject('bookUrl');
  const [chapter] = readCatalog(inject('book')).chapters;
  const sections = chapter?.sections.slice(1) ?? [];

  it.each([
    { width: 360, height: 740 },
    { width: 1440, height: 900 },
  ])(
    'shows the heading below the bar, and marks its section alone ($width px)',
    async (viewport) => {
      const page = await open({ viewport, reducedMotion: 'reduce' });
      for (const { id } of sections) {
        await page.goto('about:blank');
        await page.goto(`${url}/chapters/${chapter?.id}/#${id}`);
        const bar = await page.locator('body > header').boundingBox();
        const heading = await page.locator(`#${id}`).boundingBox();
        expect(heading?.y, id).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
        expect(heading?.y, id).toBeLessThan(viewport.height - 40);
        const marked = await page.locator('.text').evaluateAll((texts) =>
          texts
            .filter((text) => getComputedStyle(text).borderLeftStyle === 'solid')
            .filter((text) => Number.parseFloat(getComputedStyle(text).borderLeftWidth) > 0)
            .map((text) => text.querySelector('h2, h3')?.id),
        );
        expect(marked).toEqual([id]);
      }
      expect(sections).not.toEqual([]);
    },
  );
});

describe('the reading font', () => {
  const url = `${inject('bookUrl')}${kindsOf(inject('book')).chapter}`;
  const css = readFileSync('src/styles/fonts.css', 'utf8');
  /** The installed font behind each fallback. */
  const fallbacks = new Map(
    [...css.matchAll(/font-family: "(.+?)";\s*src: local\("(.+?)"\)/g)].map(
      ([, face = '', font = '']) => [face, font],
    ),
  );

  /** Opens a chapter with every request for a font in the hands of `handle`, and watches what moves. */
  async function openWatched(handle: (route: Route) => unknown): Promise<Page> {
    const page = await open({ viewport: { width: 360, height: 740 } });
    await page.addInitScript(() => {
      const moved: PerformanceEntry[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => moved.push(...list.getEntries())).observe({
        type: 'layout-shift',
        buffered: true,
      });
    });
    await page.route('**/*.woff2', handle);
    // A preloaded font that doesn't come holds up the end of loading.
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await expect
      .poll(() =>
        page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length),
      )
      .toBe(1);
    return page;
  }

  /** The fonts that a paragraph is set in, by what the system calls them. */
  async function fontsOf(page: Page): Promise<string[]> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('DOM.enable');
    await devtools.send('CSS.enable');
    const { root } = await devtools.send('DOM.getDocument');
    const { nodeId } = await devtools.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: 'article .text p',
    });
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts.map(({ familyName }) => familyName);
  }

  /** How much has moved by the time that all that was asked for is there and painted. */
  const shiftOf = (page: Page) =>
    page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      const { moved } = globalThis as unknown as { moved: { value: number }[] };
      return moved.reduce((sum, { value }) => sum + value, 0);
    });

  /** The installed fonts of those fallback faces that the page found and used. */
  const usedFallbacks = async (page: Page) => {
    const loaded = await page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', '')),
    );
    return loaded.flatMap((face) => fallbacks.get(face) ?? []);
  };

  it('moves nothing when it arrives in time', async () => {
    const page = await openWatched((route) => route.continue());
    const inTime = async () => {
      await page.reload();
      return fontsOf(page);
    };
    await expect.poll(inTime, { timeout: 15_000 }).toEqual(['Literata']);
    expect(await shiftOf(page)).toBe(0);
  });

  it('moves nothing when it arrives after the text has been painted', async () => {
    let held: Route | undefined;
    const page = await openWatched((route) => {
      held = route;
    });
    await expect.poll(() => held).toBeDefined();
    await held?.continue();
    await page.waitForLoadState('load');
    expect(await shiftOf(page)).toBe(0);
  });

  it.each([
    { host: 'near', milliseconds: 20, media: 'all' },
    { host: 'far', milliseconds: 200, media: 'not all' },
  ])('is asked for ahead of the text for $media where the host is $host', async (told) => {
    const page = await open();
    await page.addInitScript((responseStart) => {
      performance.getEntriesByType = () =>
        [{ requestStart: 0, responseStart }] as unknown as PerformanceEntry[];
    }, told.milliseconds);
    await page.goto(url);
    const ahead = page.locator('link[rel=preload][as=font]');
    expect(
      await ahead.evaluateAll((links) => links.map((link) => link.getAttribute('media'))),
    ).toEqual([told.media]);
  });

  it('is asked for ahead of the text where there is no script to tell how near the host is', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(url);
    expect(await page.locator('link[rel=preload][as=font]:not([media])').count()).toBe(1);
  });

  it('moves nothing when it never arrives, and a fallback cut to its measure stands in', async () => {
    const page = await openWatched((route) => route.abort());
    expect(await shiftOf(page)).toBe(0);
    const [font, ...more] = await fontsOf(page);
    expect(more).toEqual([]);
    expect([...fallbacks.values()]).toContain(font);
    expect(await usedFallbacks(page)).toContain(font);
  });
});
