import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { expectNoFaults } from '../support/axe.ts';
import { readCatalog } from '../support/catalog.ts';
import { startBrowser } from '../support/visit.ts';

const open = await startBrowser();
const url = inject('bookUrl');
const { chapters } = readCatalog(inject('book'));
// The longest of them has the most to follow.
const chapter = chapters.toSorted((a, b) => b.sections.length - a.sections.length)[0];
if (!chapter) throw new Error('the book is empty');
const address = `${url}/chapters/${chapter.id}/`;
const ids = chapter.sections.map(({ id }) => id);

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 740 };

const list = (page: Page) => page.locator('[data-chapter-contents]');
const button = (page: Page) => page.getByRole('button', { name: 'In this chapter' });
const links = (page: Page) => list(page).getByRole('link');

/** Whether the heading of a section is in the window, clear of the bar. */
async function isInView(page: Page, id: string): Promise<boolean> {
  const bar = await page.locator('body > header').boundingBox();
  const heading = await page.locator(`#${id}`).boundingBox();
  if (!bar || !heading) return false;
  return heading.y >= bar.y + bar.height && heading.y < (page.viewportSize()?.height ?? 0);
}

describe('the contents of a chapter on a wide screen', () => {
  it('stand beside the text, every section in order, without a button', async () => {
    const page = await open({ viewport: WIDE });
    await page.goto(address);
    expect(await list(page).isVisible()).toBe(true);
    expect(await button(page).isVisible()).toBe(false);
    const hrefs = await links(page).evaluateAll((all) =>
      all.map((one) => one.getAttribute('href')),
    );
    expect(hrefs).toEqual(ids.map((id) => `#${id}`));
    const [beside, text] = [
      await list(page).boundingBox(),
      await page.locator('article').boundingBox(),
    ];
    expect((beside?.x ?? Infinity) + (beside?.width ?? 0)).toBeLessThanOrEqual(text?.x ?? 0);
  });

  it('follow the reader down the chapter and up again', async () => {
    const page = await open({ viewport: WIDE, reducedMotion: 'reduce' });
    await page.goto(address);
    const current = page.locator('[data-chapter-contents] [aria-current]');
    const walk = [...ids, ...ids.slice(0, -1).reverse()];
    const marked: (string | null)[][] = [];
    for (const id of walk) {
      await page.locator(`#${id}`).evaluate((heading) => {
        const { top } = heading.getBoundingClientRect();
        // As somebody reads it: the heading in the upper third of the window.
        scrollBy(0, top - innerHeight * 0.25);
      });
      await page.locator(`[data-chapter-contents] [aria-current=true][href="#${id}"]`).waitFor();
      marked.push(await current.evaluateAll((all) => all.map((one) => one.getAttribute('href'))));
    }
    expect(marked).toEqual(walk.map((id) => [`#${id}`]));
  });

  it('follow somebody who turns the wheel', async () => {
    const page = await open({ viewport: WIDE, reducedMotion: 'reduce' });
    await page.goto(address);
    await page.mouse.move(WIDE.width / 2, WIDE.height / 2);
    const current = list(page).locator('[aria-current=true]');
    const seen: (string | null)[] = [];
    for (const id of ids.slice(0, 3)) {
      const link = list(page).locator(`[aria-current=true][href="#${id}"]`);
      await expect
        .poll(
          async () => {
            if (await link.count()) return true;
            await page.mouse.wheel(0, 60);
            return false;
          },
          { interval: 20, timeout: 10_000 },
        )
        .toBe(true);
      seen.push(await current.getAttribute('href'));
    }
    expect(seen).toEqual(ids.slice(0, 3).map((id) => `#${id}`));
  });

  it('stay in view however far the reader is', async () => {
    const page = await open({ viewport: WIDE, reducedMotion: 'reduce' });
    await page.goto(`${address}#${ids.at(-1)}`);
    const box = await links(page).first().boundingBox();
    const bar = await page.locator('body > header').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    expect(box?.y).toBeLessThan(WIDE.height);
  });

  it('lead to the section that is chosen, and mark it', async () => {
    const page = await open({ viewport: WIDE, reducedMotion: 'reduce' });
    await page.goto(address);
    const id = ids[Math.floor(ids.length / 2)] ?? '';
    await list(page).locator(`[href="#${id}"]`).click();
    await page.waitForURL(`${address}#${id}`);
    expect(await isInView(page, id)).toBe(true);
    expect(await list(page).isVisible()).toBe(true);
  });

  it('break no rule while a section is marked', async () => {
    const page = await open({ viewport: WIDE, reducedMotion: 'reduce' });
    await page.goto(`${address}#${ids.at(-1)}`);
    await list(page).locator('[aria-current=true]').waitFor();
    await expectNoFaults(page);
  });
});

describe('the contents of a chapter on a narrow screen', () => {
  it('are opened by a button, and closed by it and by Escape', async () => {
    const page = await open({ viewport: NARROW });
    await page.goto(address);
    expect(await list(page).isVisible(), 'at first').toBe(false);
    await button(page).click();
    expect(await list(page).isVisible(), 'after a click').toBe(true);
    expect(await links(page).count()).toBe(ids.length);
    await button(page).click();
    expect(await list(page).isVisible(), 'after another').toBe(false);
    await page.keyboard.press('Enter');
    expect(await list(page).isVisible(), 'after Enter').toBe(true);
    await page.keyboard.press('Escape');
    expect(await list(page).isVisible(), 'after Escape').toBe(false);
    expect(await button(page).evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('close when a section is chosen, which is arrived at', async () => {
    const page = await open({ viewport: NARROW, reducedMotion: 'reduce' });
    await page.goto(address);
    for (const id of [ids.at(-1) ?? '', ids[1] ?? '']) {
      await button(page).click();
      await list(page).locator(`[href="#${id}"]`).click();
      await page.waitForURL(`${address}#${id}`);
      await list(page).waitFor({ state: 'hidden' });
      expect(await isInView(page, id), id).toBe(true);
    }
  });

  it('are walked through by keyboard, from the button on', async () => {
    const page = await open({ viewport: NARROW, reducedMotion: 'reduce' });
    await page.goto(address);
    await button(page).focus();
    await page.keyboard.press('Enter');
    await list(page).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const second = links(page).nth(1);
    expect(await second.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${address}#${ids[1]}`);
    expect(await list(page).isVisible()).toBe(false);
    expect(await isInView(page, ids[1] ?? '')).toBe(true);
  });

  it.each([NARROW, { width: 320, height: 320 }])(
    'stay within the window of $width by $height px, down to the last of them',
    async (viewport) => {
      const page = await open({ viewport });
      await page.goto(address);
      await button(page).click();
      const box = (await list(page).boundingBox()) ?? expect.fail('they have no box');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
      expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
      await links(page).last().scrollIntoViewIfNeeded();
      const last = (await links(page).last().boundingBox()) ?? expect.fail('the last has no box');
      expect(last.y + last.height).toBeLessThanOrEqual(viewport.height);
      const beyond = await list(page).evaluate((node) => node.scrollWidth - node.clientWidth);
      expect(beyond).toBe(0);
    },
  );

  it('open without JavaScript too, and lead to a section', async () => {
    const page = await open({ viewport: NARROW, javaScriptEnabled: false });
    await page.goto(address);
    expect(await list(page).isVisible(), 'at first').toBe(false);
    await button(page).click();
    expect(await list(page).isVisible(), 'after a click').toBe(true);
    await links(page).last().click();
    await expect.poll(() => page.url()).toBe(`${address}#${ids.at(-1)}`);
    expect(await page.locator(':target').getAttribute('id')).toBe(ids.at(-1));
  });

  it('break no rule while they are open', async () => {
    const page = await open({ viewport: NARROW, reducedMotion: 'reduce' });
    await page.goto(address);
    await button(page).click();
    await list(page).waitFor();
    await expectNoFaults(page);
  });
});
