import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { kindsOf, SERVED, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

/** Waits until a search has come to a state; without results its element has no size. */
const reach = (page: Page, state: string) =>
  page.locator(`[data-search-state=${state}]`).waitFor({ state: 'attached' });
const results = (page: Page) => page.locator('ol[data-search-results] a[data-search-result]');

/** The addresses of Pagefind that a page asks for. */
function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) asked.push(request.url());
  });
  return asked;
}

describe.each(SERVED)('the search of $name', ({ site, url }) => {
  const kinds = kindsOf(site);
  const [chapter] = readCatalog(site).chapters;
  const [section] = chapter?.sections ?? [];
  const words = section?.title ?? '';

  it('answers the words in the address with links to sections', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.results}`);
    await reach(page, 'done');
    expect(await page.locator('[data-search-input]').inputValue()).toBe(words);
    const links = await results(page).evaluateAll((all) =>
      all.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(links[0]).toBe(
      `${site.base}chapters/${chapter?.id}/?${new URLSearchParams({ highlight: words })}#${section?.id}`,
    );
    const form = new RegExp(`^${site.base}chapters/[a-z0-9-]+/(\\?[^#]*)?#[a-z0-9-]+$`);
    for (const link of links) expect(link).toMatch(form);
  });

  it('leads from a result to its section', async () => {
    const page = await open();
    await visit(page, `${url}${kinds.results}`);
    await results(page).first().click();
    await page.waitForURL(`${url}${kinds.chapter}**#${section?.id}`);
    const target = page.locator(`#${section?.id}:target`);
    const box = await target.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
  });

  it('answers while somebody types, and keeps the words in the address', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    await page.locator('[data-search-input]').pressSequentially(words);
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === words);
    await reach(page, 'done');
    expect(await results(page).first().textContent()).toBe(words);
  });

  it('is asked from the home page too', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await page.locator('[data-search-input]').fill(words);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/search/?q=**`);
    await results(page).filter({ hasText: words }).waitFor();
    expect(await page.locator('[data-search-input]').inputValue()).toBe(words);
  });

  it('marks the word that it found', async () => {
    const page = await open();
    const [word = ''] = words.split(' ').sort((one, other) => other.length - one.length);
    await visit(page, `${url}/search/?q=${word}`);
    const marked = await page.locator('[data-search-results] mark').allTextContents();
    expect(marked).not.toEqual([]);
    for (const found of marked) {
      expect(found.toLowerCase()).toContain(word.toLowerCase().slice(0, 4));
    }
  });

  it('says where it stands: idle, loading, done', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    await reach(page, 'idle');
    expect(await results(page).count()).toBe(0);

    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/pagefind/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${url}${kinds.results}`, { waitUntil: 'domcontentloaded' });
    await reach(page, 'loading');
    letGo();
    await reach(page, 'done');
    expect(await results(page).count()).toBeGreaterThan(0);
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ sections?$/);
  });

  it('says that it found nothing', async () => {
    const page = await open();
    await page.goto(`${url}/search/?q=xqzvw`);
    await reach(page, 'empty');
    expect(await results(page).count()).toBe(0);
    expect(await page.getByRole('status').textContent()).toContain('xqzvw');
  });

  it('is idle again when the words are gone', async () => {
    const page = await open();
    await visit(page, `${url}${kinds.results}`);
    await page.locator('[data-search-input]').fill('');
    await reach(page, 'idle');
    expect(await results(page).count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  it('repeats words that look like markup as words', async () => {
    const page = await open();
    await page.goto(`${url}/search/?q=${encodeURIComponent('<b>xqzvw</b>')}`);
    await reach(page, 'empty');
    expect(await page.getByRole('status').textContent()).toContain('<b>xqzvw</b>');
  });

  it('runs nothing that is asked of it', async () => {
    const page = await open();
    const query = '<img src=x onerror="globalThis.ran = true">';
    await page.goto(`${url}/search/?q=${encodeURIComponent(query)}`);
    await page.locator(':is([data-search-state=done], [data-search-state=empty])').waitFor();
    expect(await page.locator('[data-search] img').count()).toBe(0);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });
});

describe('the search, where the network fails,', () => {
  const url = inject('bookUrl');
  const { results: found } = kindsOf(inject('book'));

  it.each(['pagefind.js*', 'pagefind-entry.json*', '*.pf_meta', 'wasm.*', 'index/*', 'fragment/*'])(
    'says so and tries again once it is back: %s',
    async (file) => {
      const page = await open();
      await page.route(`**/pagefind/${file}`, (route) => route.abort());
      await page.goto(`${url}${found}`);
      await reach(page, 'error');
      expect(await results(page).count()).toBe(0);
      expect(await page.getByRole('status').textContent()).toContain('could not be loaded');
      await page.unroute(`**/pagefind/${file}`);
      await page.getByRole('button', { name: 'Try again' }).click();
      await reach(page, 'done');
      expect(await results(page).count()).toBeGreaterThan(0);
      expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
    },
  );
});

describe('Pagefind', () => {
  const url = inject('bookUrl');
  const { results, ...kinds } = kindsOf(inject('book'));

  it('is not fetched before somebody turns to search, whatever the page', async () => {
    const page = await open();
    const asked = listen(page);
    for (const path of Object.values(kinds)) {
      await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
      expect(asked, path).toEqual([]);
    }
  });

  it('is fetched when somebody turns to the field', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    const asked = page.waitForRequest('**/pagefind/**');
    await page.locator('[data-search-input]').focus();
    expect(new URL((await asked).url()).pathname).toBe('/pagefind/pagefind.js');
  });

  it('fetches no worker and no interface of its own', async () => {
    const page = await open();
    const asked = listen(page);
    await visit(page, `${url}${results}`);
    await page.waitForLoadState('networkidle');
    expect(
      asked.filter((address) => /worker|ui|highlight/.test(new URL(address).pathname)),
    ).toEqual([]);
    expect(asked).not.toEqual([]);
  });
});
