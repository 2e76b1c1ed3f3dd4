import { describe, expect, inject, it } from 'vitest';
import { expectNoFaults } from '../support/axe.ts';
import { readCatalog } from '../support/catalog.ts';
import { startBrowser } from '../support/visit.ts';

const open = await startBrowser();
const url = inject('bookUrl');
const { chapters, parts } = readCatalog(inject('book'));
const [, chapter] = chapters;
const section = chapter?.sections[1];
if (!chapter || !section) throw new Error('the book is too small');
const part = parts.find((one) => one.chapters.includes(chapter.id));
const shared = `${url}/s/${section.id}/`;
const inChapter = `${url}/chapters/${chapter.id}/#${section.id}`;

describe('a link to a section, followed with script', () => {
  it('opens on the passage in its chapter', async () => {
    const page = await open();
    await page.goto(shared);
    await page.waitForURL(inChapter);
    const heading = page.locator(`#${section.id}:target`);
    const { y } = (await heading.boundingBox()) ?? { y: -1 };
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan((page.viewportSize()?.height ?? 0) / 2);
  });

  it('lets Back lead to where the reader came from, in one step', async () => {
    const page = await open();
    await page.goto(`${url}/topics/`);
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
    }, shared);
    await page.waitForURL(inChapter);
    await page.goBack();
    expect(page.url()).toBe(`${url}/topics/`);
  });

  it('takes the rest of the address along', async () => {
    const page = await open();
    await page.goto(`${shared}?highlight=team`);
    await page.waitForURL(`${url}/chapters/${chapter.id}/?highlight=team#${section.id}`);
  });
});

describe('a link to a section, followed without script', () => {
  const visitShared = async (options = {}) => {
    const page = await open({ javaScriptEnabled: false, ...options });
    await page.goto(shared);
    return page;
  };

  it('shows the passage, which handbook, part and chapter it is of, and the way there', async () => {
    const page = await visitShared();
    expect(page.url()).toBe(shared);
    const text = await page.locator('body').textContent();
    for (const name of ['Waymark', part?.title, chapter.title]) expect(text).toContain(name);
    expect(await page.locator(`#${section.id}`).isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Read in context' }).click();
    await expect.poll(() => page.url()).toBe(inChapter);
  });

  it.each([320, 768, 1440])('fits a window of %i px', async (width) => {
    const page = await visitShared({ viewport: { width, height: 800 } });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });

  it('breaks no rule', async () => {
    const page = await open();
    // The rules are looked at with script: only the one that leads away is held back.
    await page.route(shared, async (route) => {
      const html = await (await route.fetch()).text();
      await route.fulfill({ contentType: 'text/html', body: html.replace('carryOn();', '') });
    });
    await page.goto(shared);
    expect(page.url()).toBe(shared);
    await expectNoFaults(page);
  });

  it('is printed without controls', async () => {
    const page = await visitShared();
    await page.emulateMedia({ media: 'print' });
    for (const control of await page.locator('button, input, nav[aria-label=Handbook]').all()) {
      expect(await control.isVisible()).toBe(false);
    }
  });
});
