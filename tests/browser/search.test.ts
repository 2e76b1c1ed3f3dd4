import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { listen } from '../support/listen.ts';
import { kindsOf, SERVED, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

/** Waits until a search has come to a state; without results its element has no size. */
const reach = (page: Page, state: string) =>
  page.locator(`[data-search-state=${state}]`).waitFor({ state: 'attached' });
const results = (page: Page) => page.locator('ol[data-search-results] a[data-search-result]');

const status = (page: Page) => page.getByRole('status');

/** The address that asks for some words. */
const asking = (words: string) => `/search/?${new URLSearchParams({ q: words })}`;

/** The addresses that a page asks for of what the search needs. */
function listenForEngine(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/pagefind\/|lexicon/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/** Keeps a page from getting the index until what it returns is called. */
async function holdIndex(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/pagefind/**', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

describe.each(SERVED)('the search of $name', ({ site, url }) => {
  const kinds = kindsOf(site);
  const [chapter] = readCatalog(site).chapters;
  const [section] = chapter?.sections ?? [];
  const words = section?.title ?? '';
  const [question = ''] = section?.questions ?? [];

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

    const letGo = await holdIndex(page);
    await page.goto(`${url}${kinds.results}`, { waitUntil: 'domcontentloaded' });
    await reach(page, 'loading');
    letGo();
    await reach(page, 'done');
    const count = await results(page).count();
    expect(count).toBeGreaterThan(0);
    expect(await status(page).textContent()).toBe(
      count === 1 ? '1 section' : `The ${count} nearest sections`,
    );
  });

  it.each(['xqzvw', 'xqzvw wvzqx', '?!', 'what should I do'])(
    'says what to try where no word is one of the book: %s',
    async (query) => {
      const page = await open();
      await page.goto(`${url}${asking(query)}`);
      await reach(page, 'empty');
      expect(await results(page).count()).toBe(0);
      expect(await status(page).textContent()).toMatch(
        /^Nothing in the book has these words\. Try /,
      );
      expect(await page.locator('[data-search-mended]').isVisible()).toBe(false);
      expect(await page.locator('[data-search-beside]').isVisible()).toBe(false);
    },
  );

  it('shows the question that is near what was asked', async () => {
    const page = await open();
    await visit(page, `${url}${asking(question)}`);
    const shown = page.locator('[data-search-results] li', {
      has: page.locator(`a[href$="#${section?.id}"]`),
    });
    expect(await shown.locator('[data-search-question]').textContent()).toBe(question);
  });

  it('is idle again when the words are gone', async () => {
    const page = await open();
    await visit(page, `${url}${kinds.results}`);
    await page.locator('[data-search-input]').fill('');
    await reach(page, 'idle');
    expect(await results(page).count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  it.each([
    { what: 'an image', hostile: '<img src=x onerror="globalThis.ran = true">' },
    { what: 'a script', hostile: '"><script>globalThis.ran = true</script>' },
    { what: 'an address that runs', hostile: 'javascript:globalThis.ran=true' },
    { what: 'markup', hostile: '<b>xqzvw</b> &lt;i&gt;' },
    { what: 'one word of 10,000 characters', hostile: 'a'.repeat(10_000) },
    { what: 'words of 10,000 characters', hostile: 'fisrt boosk '.repeat(833) },
    { what: 'control characters', hostile: '\0\x07\x1b[31m\x7f' },
    { what: 'text from right to left', hostile: 'שלום \u202eעולם\u202c مرحبا' },
    { what: 'only punctuation', hostile: '?!… — (){}[]/\\|.,;:*+^$#@%' },
    { what: 'unbalanced quotes', hostile: `"first 'second “third` },
    { what: 'a slow regular expression', hostile: '(?:(a+)+)+$ [\\p{L}-]{99999}' },
    { what: 'half a character', hostile: 'first \ud800 second' },
    { what: 'names of what every object has', hostile: 'constructor __proto__ toString' },
  ])('answers a hostile query, runs nothing and says nothing: $what', async ({ hostile }) => {
    const page = await open();
    const heard = listen(page, url);
    await page.goto(`${url}${asking(hostile)}`, { waitUntil: 'networkidle' });
    await page.locator(':is([data-search-state=done], [data-search-state=empty])').waitFor();
    expect(await page.locator('[data-search]').getAttribute('data-search-answered')).toBe(
      (await page.locator('[data-search-input]').inputValue()).trim(),
    );
    expect(await page.locator('[data-search] :is(img, script, b, i)').count()).toBe(0);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(heard).toEqual([]);
  });
});

describe('what the search understands', () => {
  const { base } = inject('fixture');
  const url = inject('fixtureUrl');
  const mended = (page: Page) => page.locator('[data-search-mended]');
  const answer = async (words: string) => {
    const page = await open();
    await page.goto(`${url}${asking(words)}`);
    await page.locator(':is([data-search-state=done], [data-search-state=empty])').waitFor();
    return page;
  };
  const titles = (page: Page) => results(page).allTextContents();

  it('is a misspelled word, and it says what it took it for', async () => {
    const page = await answer('Stoens and mapps');
    expect(await mended(page).textContent()).toBe(
      'Showing results for “stones”, “maps” instead of “stoens”, “mapps”. Search for “stoens”, “mapps”',
    );
    expect((await titles(page)).slice(0, 2).sort()).toEqual(['Maps help', 'Stones are in the way']);
    expect(await results(page).first().getAttribute('href')).toContain('highlight=stones+and+maps');
    const marked = await page.locator('[data-search-results] mark').allTextContents();
    expect(marked).toEqual(expect.arrayContaining(['Stones', 'Maps']));
    expect(await page.locator('[data-search-input]').inputValue()).toBe('Stoens and mapps');
  });

  it('is a misspelled word as it was typed, for whoever asks for that', async () => {
    const page = await answer('stoens maps');
    expect(await titles(page)).toContain('Stones are in the way');
    await mended(page).getByRole('button', { name: 'Search for “stoens”' }).click();
    await expect.poll(() => titles(page)).not.toContain('Stones are in the way');
    expect(await titles(page)).toContain('Maps help');
    expect(await mended(page).isVisible()).toBe(false);
    const input = page.locator('[data-search-input]');
    expect(await input.inputValue()).toBe('stoens maps');
    expect(await input.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('is a word between the signs of markup, and it repeats no more than the word', async () => {
    const page = await answer('<b>stoens</b>');
    expect(await mended(page).textContent()).toContain('instead of “stoens”. ');
    expect(await titles(page)).toContain('Stones are in the way');
    expect(await page.locator('[data-search] b').count()).toBe(0);
  });

  it('is a whole sentence, though no section has all of its words', async () => {
    const page = await answer(
      'How do I tie my laces when stones are in the way and I have no maps?',
    );
    expect((await titles(page)).slice(0, 3).sort()).toEqual([
      'Laces hold',
      'Maps help',
      'Stones are in the way',
    ]);
  });

  it('is a word that readers use for one of the book', async () => {
    expect(await titles(await answer('bow'))).toEqual(['Laces hold']);
    expect(await titles(await answer('walking shoes'))).toContain('Boots come first');
  });

  it('is a question, and one that is not near is not shown', async () => {
    const question = (page: Page) =>
      page
        .locator('[data-search-results] li', { hasText: 'Laces hold' })
        .locator('[data-search-question]');
    expect(await question(await answer('tie them')).allTextContents()).toEqual([
      'How do I tie them?',
    ]);
    expect(await question(await answer('knot')).count()).toBe(0);
  });

  it('is a term of the glossary, and it shows that beside the sections', async () => {
    const page = await answer('boot');
    const term = page.locator(`[data-search-beside] a[href="${base}glossary/#boot"]`);
    expect(await term.textContent()).not.toBe('');
    expect(await titles(page)).toContain('Boots come first');
    await term.click();
    await page.waitForURL(`${url}/glossary/#boot`);
    expect(await page.locator(':target').isVisible()).toBe(true);
  });

  it('is what was asked for, though other words stand in the input by now', async () => {
    const page = await open();
    const letGo = await holdIndex(page);
    await page.goto(`${url}${asking('stones')}`, { waitUntil: 'domcontentloaded' });
    await reach(page, 'loading');
    // The pause in typing after which it is asked anew never comes.
    await page.locator('[data-search-input]').evaluate((node: HTMLInputElement) => {
      node.value = 'maps';
    });
    letGo();
    await reach(page, 'done');
    expect(await page.locator('[data-search]').getAttribute('data-search-answered')).toBe('stones');
    expect(await page.locator('[data-search-results] mark').allTextContents()).toContain('Stones');
  });
});

describe('the search, where the network fails,', () => {
  const url = inject('bookUrl');
  const { results: found } = kindsOf(inject('book'));

  it.each([
    'search/lexicon.json*',
    'pagefind/pagefind.js*',
    'pagefind/pagefind-entry.json*',
    'pagefind/*.pf_meta',
    'pagefind/wasm.*',
    'pagefind/index/*',
    'pagefind/fragment/*',
  ])('says so and tries again once it is back: %s', async (file) => {
    const page = await open();
    await page.route(`**/${file}`, (route) => route.abort());
    await page.goto(`${url}${found}`);
    await reach(page, 'error');
    expect(await results(page).count()).toBe(0);
    expect(await status(page).textContent()).toContain('could not be loaded');
    await page.unroute(`**/${file}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await reach(page, 'done');
    expect(await results(page).count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
  });
});

describe('what the search needs', () => {
  const url = inject('bookUrl');
  const { results, ...kinds } = kindsOf(inject('book'));

  it('is not fetched before somebody turns to search, whatever the page', async () => {
    const page = await open();
    const asked = listenForEngine(page);
    for (const path of Object.values(kinds)) {
      await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
      expect(asked, path).toEqual([]);
    }
  });

  it('is fetched when somebody turns to the field', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    const asked = ['/search/lexicon.json', '/pagefind/pagefind.js'].map((path) =>
      page.waitForRequest(`${url}${path}`),
    );
    await page.locator('[data-search-input]').focus();
    await expect(Promise.all(asked)).resolves.toHaveLength(2);
  });

  it('fetches no worker and no interface of its own', async () => {
    const page = await open();
    const asked = listenForEngine(page);
    await visit(page, `${url}${results}`);
    await page.waitForLoadState('networkidle');
    expect(
      asked.filter((address) => /worker|ui|highlight/.test(new URL(address).pathname)),
    ).toEqual([]);
    expect(asked).not.toEqual([]);
  });
});
