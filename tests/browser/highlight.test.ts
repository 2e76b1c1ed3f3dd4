import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { expectNoFaults } from '../support/axe.ts';
import { readCatalog } from '../support/catalog.ts';
import { listen, listenForCode } from '../support/listen.ts';
import { kindsOf, SERVED, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

/** The words that are marked on a page, and the ids of the sections that they stand in. */
const marksOf = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('search') ?? [])].map((range) => ({
      text: String(range),
      section: range.startContainer.parentElement?.closest('section')?.querySelector('[id]')?.id,
    })),
  );

/** Where the first mark of a page stands in its window. */
const firstOf = (page: Page) =>
  page.evaluate(() => {
    const [first] = CSS.highlights.get('search') ?? [];
    const { top, bottom } = (first as Range).getBoundingClientRect();
    return { top, bottom };
  });

const button = (page: Page) => page.getByRole('button', { name: 'Clear the highlights' });

/** An address that leads to a section with words to mark. */
const addressOf = (chapter: string, words: string, section: string) =>
  `${chapter}?${new URLSearchParams({ highlight: words })}#${section}`;

describe.each(SERVED)('a result of the search in $name', ({ site, url }) => {
  const kinds = kindsOf(site);
  const [section] = readCatalog(site).chapters[0]?.sections ?? [];
  const words = section?.title.toLowerCase().split(/[^a-z]+/) ?? [];

  it('leads to its section with the words marked in it, and nowhere else', async () => {
    const page = await open();
    await visit(page, `${url}${kinds.results}`);
    await page.locator('[data-search-result]').first().click();
    await button(page).waitFor();
    const marks = await marksOf(page);
    expect(marks.length).toBeGreaterThan(1);
    expect([...new Set(marks.map((mark) => mark.section))]).toEqual([section?.id]);
    for (const { text } of marks) {
      const begins = words.filter((word) => text.toLowerCase().startsWith(word));
      expect(begins, text).not.toEqual([]);
    }
    expect(await page.locator(':target').getAttribute('id')).toBe(section?.id);
  });
});

describe('the marks of a search', () => {
  const site = inject('fixture');
  const url = inject('fixtureUrl');
  const kinds = kindsOf(site);
  const { sections = [] } = readCatalog(site).chapters[0] ?? {};
  const [section, , last] = sections;
  const [word = ''] = section?.title.split(' ') ?? [];
  const marked = `${url}${addressOf(kinds.chapter, word, section?.id ?? '')}`;

  it('are on words that begin with those of the query, in either case', async () => {
    const page = await open();
    await page.goto(`${url}${addressOf(kinds.chapter, 'CARR, b', section?.id ?? '')}`);
    await button(page).waitFor();
    expect((await marksOf(page)).map(({ text }) => text)).toEqual(['carries']);
  });

  it('are seen where they stand far down in their section', async () => {
    const viewport = { width: 320, height: 300 };
    const page = await open({ viewport, reducedMotion: 'reduce' });
    await page.goto(`${url}${kinds.chapter}`);
    const final = await page
      .locator(`section:has(> .text > div > #${last?.id}) .text > ul > li`)
      .last()
      .textContent();
    const rare = final?.match(/\w{4,}/)?.[0] ?? '';
    await page.goto('about:blank');
    await page.goto(`${url}${kinds.chapter}#${last?.id}`);
    const heading = await page.locator(`#${last?.id}`).boundingBox();
    await page.goto(`${url}${addressOf(kinds.chapter, rare, last?.id ?? '')}`);
    await button(page).waitFor();
    const bar = await page.locator('body > header').boundingBox();
    const { top, bottom } = await firstOf(page);
    expect(top).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    expect(bottom).toBeLessThanOrEqual(viewport.height);
    // Without the marks the window would have stayed at the heading.
    expect((await page.locator(`#${last?.id}`).boundingBox())?.y).toBeLessThan(heading?.y ?? 0);
  });

  it('leave the heading in view where the first of them stands close to it', async () => {
    const page = await open({ viewport: { width: 1000, height: 700 } });
    await page.goto(marked);
    await button(page).waitFor();
    const bar = await page.locator('body > header').boundingBox();
    const heading = await page.locator(`#${section?.id}`).boundingBox();
    expect(heading?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    const { top, bottom } = await firstOf(page);
    expect(top).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    expect(bottom).toBeLessThanOrEqual(700);
  });

  it('are cleared by a button, from the page and from its address', async () => {
    const page = await open();
    await page.goto(marked);
    await button(page).click();
    expect(await marksOf(page)).toEqual([]);
    expect(await button(page).count()).toBe(0);
    await expect.poll(() => page.url()).toBe(`${url}${kinds.chapter}#${section?.id}`);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await marksOf(page)).toEqual([]);
  });

  it('have a color of their own, in light and in dark', async () => {
    const page = await open();
    await page.goto(marked);
    await button(page).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const [mark, paper] = await page.evaluate(() => [
        getComputedStyle(document.querySelector('article') as Element, '::highlight(search)')
          .backgroundColor,
        getComputedStyle(document.documentElement).backgroundColor,
      ]);
      expect(mark, colorScheme).toMatch(/^oklch\(/);
      expect(mark, colorScheme).not.toBe(paper);
    }
  });

  it('break no rule, nor does their button', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.goto(marked);
    await button(page).waitFor();
    await expectNoFaults(page);
  });

  it('leave no button on paper', async () => {
    const page = await open();
    await page.goto(marked);
    await button(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await button(page).isVisible()).toBe(false);
  });

  it('leave to be seen what a copy button says', async () => {
    const page = await open({ permissions: ['clipboard-write'] });
    await page.goto(marked);
    await button(page).waitFor();
    await page.locator('[data-copy-link]').first().click();
    const said = page.getByRole('status').filter({ hasText: 'Link copied' });
    await said.waitFor();
    const seen = await said.evaluate((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.textContent;
    });
    expect(seen).toBe('Link copied');
  });

  it('cost nothing where the address asks for none', async () => {
    const page = await open();
    const code = listenForCode(page);
    await page.goto(`${url}${kinds.chapter}#${section?.id}`, { waitUntil: 'networkidle' });
    expect(await code()).not.toBe('');
    expect(await code()).not.toContain('highlights');
    expect(await button(page).count()).toBe(0);
    await page.goto('about:blank');
    await page.goto(marked, { waitUntil: 'networkidle' });
    expect(await code()).toContain('highlights');
  });
});

describe('a hostile highlight in the address', () => {
  const site = inject('fixture');
  const url = inject('fixtureUrl');
  const kinds = kindsOf(site);
  const [section] = readCatalog(site).chapters[0]?.sections ?? [];
  const [word = ''] = section?.title.split(' ') ?? [];

  /** The elements and the text of a page's body, without what the marks add. */
  const bodyOf = (page: Page) =>
    page.evaluate(() => {
      const body = document.body.cloneNode(true) as HTMLElement;
      for (const one of body.querySelectorAll('button.toast')) one.remove();
      return body.innerHTML;
    });

  it.each([
    { what: 'an image', hostile: '<img src=x onerror="globalThis.ran = true">' },
    { what: 'a script', hostile: '"><script>globalThis.ran = true</script>' },
    { what: 'an address that runs', hostile: 'javascript:globalThis.ran=true' },
    { what: 'signs of regular expressions', hostile: '[(.*+?^$|{}\\' },
    { what: 'a slow regular expression', hostile: '(?:(a+)+)+$ [\\p{L}-]{99999}' },
    { what: 'broken characters', hostile: '\0\u202e\ud800\u0301' },
    { what: 'names of what every object has', hostile: 'constructor __proto__ toString' },
    { what: 'a thousand words', hostile: 'ab[c '.repeat(1_000) },
  ])('harms nothing and says nothing: $what', async ({ hostile }) => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}#${section?.id}`, { waitUntil: 'networkidle' });
    const before = await bodyOf(page);
    await page.goto('about:blank');
    const heard = listen(page, url);
    // A word of the section beside it shows that the query was read.
    await page.goto(`${url}${addressOf(kinds.chapter, `${hostile} ${word}`, section?.id ?? '')}`);
    await button(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await bodyOf(page)).toBe(before);
    expect((await marksOf(page)).map(({ text }) => text)).toContain(word);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(heard).toEqual([]);
  });

  it.each(['', '%E0%A4%A', '%5B%28', '%00+'])(
    'marks nothing where it holds no words: ?highlight=%s',
    async (hostile) => {
      const page = await open();
      const heard = listen(page, url);
      await page.goto(`${url}${kinds.chapter}?highlight=${hostile}#${section?.id}`, {
        waitUntil: 'networkidle',
      });
      expect(await marksOf(page)).toEqual([]);
      expect(await button(page).count()).toBe(0);
      expect(heard).toEqual([]);
    },
  );

  it('harms nothing where the section of the address is not there', async () => {
    const page = await open();
    const heard = listen(page, url);
    await page.goto(`${url}${addressOf(kinds.chapter, word, 'no"such[section')}`);
    await button(page).waitFor();
    expect(await marksOf(page)).not.toEqual([]);
    expect(heard).toEqual([]);
  });
});
