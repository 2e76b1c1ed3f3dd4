import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { expectNoFaults } from '../support/axe.ts';
import { readCatalog } from '../support/catalog.ts';
import { startBrowser } from '../support/visit.ts';

const open = await startBrowser();
const url = inject('bookUrl');
const { chapters, parts } = readCatalog(inject('book'));
const chapter = chapters.toSorted((a, b) => b.sections.length - a.sections.length)[0];
if (!chapter) throw new Error('the book is empty');
const [first, second, third] = chapter.sections;
if (!first || !second || !third) throw new Error('the chapter has too few sections');
const part = parts.find(({ chapters: ids }) => ids.includes(chapter.id));
const address = `${url}/chapters/${chapter.id}/`;

const PHONE = { width: 360, height: 740 };
const unknown = (page: Page) => page.locator('[data-unknown-fragment]');

/** The address as the page has it now: Playwright hears of a change within a page only a while later. */
const addressOf = (page: Page) => page.evaluate(() => location.href);

/** Scrolls a heading to a share of the window's height, as a reader does, and waits until all is still. */
async function readFrom(page: Page, id: string, share = 0.25): Promise<void> {
  await page.evaluate(
    async ([heading, down]) => {
      const top = document.getElementById(heading)?.getBoundingClientRect().top ?? 0;
      const still = new Promise((resolve) =>
        document.addEventListener('scrollend', resolve, { once: true }),
      );
      scrollBy({ top: top - innerHeight * down, behavior: 'instant' });
      await still;
    },
    [id, share] as const,
  );
}

describe('a reader who arrives in the middle of a chapter', () => {
  it.each([PHONE, { width: 1440, height: 900 }])(
    'has the heading clear of the bar, which names handbook, part and chapter, at $width px',
    async (viewport) => {
      const page = await open({ viewport });
      await page.goto(`${address}#${second.id}`);
      const bar = page.locator('body > header');
      const bottom = await bar.evaluate((element) => element.getBoundingClientRect().bottom);
      const heading = await page.locator(`#${second.id}`).boundingBox();
      expect(heading?.y).toBeGreaterThanOrEqual(bottom);
      expect(heading?.y).toBeLessThan(viewport.height / 3);
      const text = await bar.textContent();
      for (const name of ['Waymark', part?.title, chapter.title]) expect(text).toContain(name);
    },
  );

  it('goes to the beginning of the chapter by its name in the bar', async () => {
    const page = await open({ viewport: PHONE });
    await page.goto(`${address}#${third.id}`);
    await page.locator('body > header').getByRole('link', { name: chapter.title }).click();
    await page.waitForURL(address);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it('has the passage marked at its edge, for as long as they stay', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.goto(`${address}#${second.id}`);
    const edge = (id: string) =>
      page.locator(`#${id}`).evaluate((heading) => {
        const text = heading.closest('.text');
        return text && Number.parseFloat(getComputedStyle(text).borderLeftWidth);
      });
    expect(await edge(second.id)).toBeGreaterThan(0);
    await readFrom(page, third.id);
    expect(await edge(second.id)).toBeGreaterThan(0);
    expect(await edge(third.id)).toBe(0);
  });

  it('sees the words that a link quotes in the color of what was looked for', async () => {
    const page = await open();
    await page.goto(address);
    const [quoted, marked] = await page.evaluate(() => {
      const mark = document.createElement('mark');
      document.body.append(mark);
      return [getComputedStyle(document.body, '::target-text'), getComputedStyle(mark)].map(
        ({ backgroundColor }) => backgroundColor,
      );
    });
    expect(quoted).toBe(marked);
  });
});

describe('an address that names no passage of the chapter', () => {
  it('is said to, and the search for its words is a step away', async () => {
    const page = await open();
    await page.goto(`${address}#no-such-passage`);
    await unknown(page).waitFor();
    expect(await unknown(page).textContent()).toContain('no passage called “no-such-passage”');
    await expectNoFaults(page);
    await unknown(page).getByRole('link').click();
    await page.waitForURL(`${url}/search/?q=no+such+passage`);
  });

  it('is forgotten once a passage is chosen', async () => {
    const page = await open({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${address}#no-such-passage`);
    await unknown(page).waitFor();
    await page.locator(`[data-chapter-contents] a[href="#${second.id}"]`).click();
    await unknown(page).waitFor({ state: 'detached' });
    expect(await addressOf(page)).toBe(`${address}#${second.id}`);
  });

  it.each(['', `#${first.id}`, '#:~:text=the'])('is not "%s"', async (hash) => {
    const page = await open();
    await page.goto(`${address}${hash}`, { waitUntil: 'networkidle' });
    expect(await unknown(page).count()).toBe(0);
  });

  it('is one that nobody can have written, too', async () => {
    const page = await open();
    await page.goto(`${address}#%`);
    await unknown(page).waitFor();
    expect(await unknown(page).textContent()).toContain('no passage called “%”');
  });
});

describe('the address of a chapter', () => {
  it('follows the section that is being read, down and up again', async () => {
    const page = await open();
    await page.goto(address);
    for (const { id } of [first, second, third, second]) {
      await readFrom(page, id);
      expect(await addressOf(page)).toBe(`${address}#${id}`);
    }
    await page.evaluate(async () => {
      const still = new Promise((resolve) =>
        document.addEventListener('scrollend', resolve, { once: true }),
      );
      scrollTo({ top: 0, behavior: 'instant' });
      await still;
    });
    expect(await addressOf(page)).toBe(address);
  });

  it('adds nothing to the history', async () => {
    const page = await open();
    await page.goto(address);
    const before = await page.evaluate(() => history.length);
    for (const { id } of [first, second, third]) await readFrom(page, id);
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  it('keeps what else it says', async () => {
    const page = await open();
    await page.goto(`${address}?from=mail`);
    await readFrom(page, second.id);
    expect(await addressOf(page)).toBe(`${address}?from=mail#${second.id}`);
  });

  it('stays where a reader arrived while that heading is near the top', async () => {
    const page = await open();
    await page.goto(`${address}#${second.id}`);
    await readFrom(page, second.id, 0.12);
    expect(await addressOf(page)).toBe(`${address}#${second.id}`);
  });

  it('stays while the heading arrived at is in sight, which may be far down where words are quoted', async () => {
    const page = await open();
    await page.goto(`${address}#${second.id}`);
    await readFrom(page, second.id, 0.6);
    expect(await addressOf(page)).toBe(`${address}#${second.id}`);
    await readFrom(page, second.id, 1.1);
    expect(await addressOf(page)).not.toBe(`${address}#${second.id}`);
    await readFrom(page, second.id, 0.25);
    await readFrom(page, second.id, 0.6);
    expect(await addressOf(page)).toBe(`${address}#${second.id}`);
  });

  it('stays while the reader selects', async () => {
    const page = await open();
    await page.goto(`${address}#${first.id}`);
    await page.evaluate((id) => {
      getSelection()?.selectAllChildren(document.getElementById(id) as Element);
    }, first.id);
    await readFrom(page, third.id);
    expect(await addressOf(page)).toBe(`${address}#${first.id}`);
  });

  it('stays while the page is printed', async () => {
    const page = await open();
    await page.goto(`${address}#${first.id}`);
    await page.emulateMedia({ media: 'print' });
    await readFrom(page, third.id);
    expect(await addressOf(page)).toBe(`${address}#${first.id}`);
  });

  it('stays without script', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${address}#${first.id}`);
    await page.mouse.wheel(0, 2_000);
    await page.locator(`#${third.id}`).scrollIntoViewIfNeeded();
    expect(page.url()).toBe(`${address}#${first.id}`);
  });
});
