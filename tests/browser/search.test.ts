import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { listen } from '../support/listen.ts';
import { listenForEngine, SHOWN, saysOf } from '../support/search.ts';
import { kindsOf, SERVED, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

/** Waits until a search has come to a state; without results its element has no size. */
const reach = (page: Page, state: string) =>
  page.locator(`[data-search-state=${state}]`).waitFor({ state: 'attached' });
const results = (page: Page) => page.locator('ol[data-search-results] a[data-search-result]');

const status = (page: Page) => page.getByRole('status');

/** The address that asks for some words. */
const asking = (words: string) => `/search/?${new URLSearchParams({ q: words })}`;

/** Keeps a page from getting the index until what it returns is called. */
async function holdIndex(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/_search/**', async (route) => {
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
    expect(await status(page).textContent()).toMatch(saysOf(count));
  });

  it.each(['xqzvw', 'xqzvw wvzqx', '?!', 'what should I do'])(
    'says what to try where no word is one of the book: %s',
    async (query) => {
      const page = await open();
      await page.goto(`${url}${asking(query)}`);
      await reach(page, 'empty');
      expect(await results(page).count()).toBe(0);
      expect(await status(page).textContent()).toBe('Nothing in the book has these words.');
      const help = page.locator('[data-search-help]');
      for (const path of [kinds.topics, kinds.questions]) {
        expect(await help.locator(`a[href="${site.base.slice(0, -1)}${path}"]`).isVisible()).toBe(
          true,
        );
      }
      expect(await page.locator('[data-search-mended]').isVisible()).toBe(false);
      expect(await page.locator('[data-search-beside]').isVisible()).toBe(false);
      expect(await page.locator('[data-search-filters]').isVisible()).toBe(false);
    },
  );

  it('says nothing of what to try before anything is asked, and where something is found', async () => {
    const page = await open();
    const help = page.locator('[data-search-help]');
    await page.goto(`${url}${kinds.search}`);
    await reach(page, 'idle');
    expect(await help.isVisible()).toBe(false);
    await visit(page, `${url}${kinds.results}`);
    expect(await help.isVisible()).toBe(false);
  });

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
    await expect.poll(() => new URL(page.url()).search).toBe('');
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
    { what: 'what it marks', hostile: '<mark>first</mark> [data-search] &amp; "' },
  ])(
    'answers a hostile query, runs nothing, says nothing and goes on: $what',
    async ({ hostile }) => {
      const page = await open();
      const heard = listen(page, url);
      page.on('dialog', (dialog) => {
        heard.push(`opened a dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      await page.goto(`${url}${asking(hostile)}`, { waitUntil: 'networkidle' });
      await page.locator(':is([data-search-state=done], [data-search-state=empty])').waitFor();
      expect(await page.locator('[data-search]').getAttribute('data-search-answered')).toBe(
        (await page.locator('[data-search-input]').inputValue()).trim(),
      );
      expect(await page.locator('[data-search] :is(img, script, b, i)').count()).toBe(0);
      await page.locator('[data-search-input]').fill(words);
      await expect.poll(() => results(page).first().textContent()).toBe(words);
      expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
      expect(heard).toEqual([]);
    },
  );

  it('takes a hostile choice in the address for one that leaves nothing, and goes on', async () => {
    const page = await open();
    const heard = listen(page, url);
    const hostile = '"><img src=x onerror="globalThis.ran = true">';
    const query = { q: words, part: hostile, track: '__proto__', topic: 'constructor' };
    await page.goto(`${url}/search/?${new URLSearchParams(query)}`, { waitUntil: 'networkidle' });
    await reach(page, 'empty');
    expect(await page.locator('[data-search] img').count()).toBe(0);
    for (const facet of ['part', 'track', 'topic']) {
      await page.getByLabel(`Narrow down by ${facet}`).selectOption('');
      await page.waitForURL(({ searchParams }) => !searchParams.has(facet));
    }
    await reach(page, 'done');
    expect(await results(page).first().textContent()).toBe(words);
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

describe('what the search found', () => {
  const url = inject('fixtureUrl');
  const titles = (page: Page) => results(page).allTextContents();
  const choice = (page: Page, facet: string) => page.getByLabel(`Narrow down by ${facet}`);
  const choices = (page: Page) =>
    Promise.all(
      ['part', 'track', 'topic'].map((facet) =>
        choice(page, facet).locator('option').allTextContents(),
      ),
    );
  const chosen = (page: Page) =>
    Promise.all(['part', 'track', 'topic'].map((facet) => choice(page, facet).inputValue()));
  /** The search page with what its address asks for. */
  const ask = async (query: Record<string, string>, state = 'done') => {
    const page = await open();
    await page.goto(`${url}/search/?${new URLSearchParams(query)}`);
    await reach(page, state);
    return page;
  };

  it('can be narrowed down by part, track and topic, and it says how many sections each choice leaves', async () => {
    const page = await ask({ q: 'steps' });
    expect(await status(page).textContent()).toBe('3 sections');
    expect(await choices(page)).toEqual([
      ['All parts', 'Start (2)', 'Onward (1)'],
      ['All tracks', expect.stringMatching(/\(1\)$/), expect.stringMatching(/\(2\)$/)],
      ['All topics', 'Walking (1)', 'Resting (3)'],
    ]);
    expect(await chosen(page)).toEqual(['', '', '']);
  });

  it('is narrowed down by what the reader chooses, and the address keeps that', async () => {
    const page = await ask({ q: 'steps' });
    const all = await titles(page);
    await choice(page, 'part').focus();
    await choice(page, 'part').selectOption('start');
    await page.waitForURL(`${url}/search/?q=steps&part=start`);
    await expect.poll(() => status(page).textContent()).toBe('2 sections');
    expect(await titles(page)).toEqual(all.filter((title) => title !== 'Stones are in the way'));
    expect((await choices(page))[0]).toEqual(['All parts', 'Start (2)', 'Onward (1)']);
    expect((await choices(page))[2]).toEqual(['All topics', 'Walking (1)', 'Resting (2)']);
    expect(await choice(page, 'part').evaluate((node) => node === document.activeElement)).toBe(
      true,
    );

    await choice(page, 'topic').selectOption('walking');
    await page.waitForURL(`${url}/search/?q=steps&part=start&topic=walking`);
    await expect.poll(() => titles(page)).toEqual(['Boots come first']);
    expect((await choices(page))[0]).toEqual(['All parts', 'Start (1)']);
  });

  it('is narrowed down again by an address that kept it', async () => {
    const page = await ask({ q: 'steps', part: 'start', track: 'both', topic: 'walking' });
    expect(await titles(page)).toEqual(['Boots come first']);
    expect(await chosen(page)).toEqual(['start', 'both', 'walking']);
    await page.reload();
    await reach(page, 'done');
    expect(await titles(page)).toEqual(['Boots come first']);
  });

  it('is all of it again once a choice is taken back', async () => {
    const page = await ask({ q: 'steps', part: 'onward' });
    expect(await titles(page)).toEqual(['Stones are in the way']);
    await choice(page, 'part').selectOption('');
    await page.waitForURL(`${url}/search/?q=steps`);
    await expect.poll(() => status(page).textContent()).toBe('3 sections');
  });

  it('stays narrowed down while other words are typed', async () => {
    const page = await ask({ q: 'steps', part: 'start' });
    await page.locator('[data-search-input]').fill('boots');
    await page.waitForURL(`${url}/search/?q=boots&part=start`);
    await expect.poll(() => titles(page)).toEqual(['Boots come first']);
    expect(await chosen(page)).toEqual(['start', '', '']);
  });

  it.each([
    { by: 'one choice', query: { part: 'start' } },
    { by: 'three', query: { part: 'start', track: 'both', topic: 'walking' } },
  ])(
    'may be nothing for what was chosen, and that can be taken back: by $by',
    async ({ query }) => {
      const page = await ask({ q: 'stones', ...query }, 'empty');
      expect(await status(page).textContent()).toBe(
        'No section that has these words fits what you chose.',
      );
      expect(await page.locator('[data-search-help]').isVisible()).toBe(false);
      expect(await chosen(page)).toEqual(
        ['part', 'track', 'topic'].map((facet) => new Map(Object.entries(query)).get(facet) ?? ''),
      );
      for (const facet of Object.keys(query)) await choice(page, facet).selectOption('');
      await expect.poll(() => titles(page)).toEqual(['Stones are in the way']);
    },
  );

  it('has nothing to choose from before anything is asked, or where nothing is found', async () => {
    const filters = (page: Page) => page.locator('[data-search-filters]');
    const page = await open();
    await page.goto(`${url}/search/`);
    await reach(page, 'idle');
    expect(await filters(page).isVisible()).toBe(false);
    expect(await filters(await ask({ q: 'xqzvw' }, 'empty')).isVisible()).toBe(false);
    expect(await filters(await ask({ q: 'steps' })).isVisible()).toBe(true);
  });

  it('has nothing beside sections where it is narrowed down', async () => {
    const beside = (page: Page) => page.locator('[data-search-beside]');
    expect(await beside(await ask({ q: 'boots' })).isVisible()).toBe(true);
    expect(await beside(await ask({ q: 'boots', part: 'start' })).isVisible()).toBe(false);
  });

  it('is shown whole where it is little', async () => {
    const page = await ask({ q: 'steps' });
    expect(await page.getByRole('button', { name: 'Show more' }).isVisible()).toBe(false);
  });
});

describe('much that the search found', () => {
  const url = inject('bookUrl');
  const more = (page: Page) => page.getByRole('button', { name: 'Show more' });
  const hrefs = (page: Page) =>
    results(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const start = async (query: Record<string, string> = {}) => {
    const page = await open();
    await visit(page, `${url}/search/?${new URLSearchParams({ q: 'manager', ...query })}`);
    return page;
  };
  const totalOf = async (page: Page) =>
    Number(/of (\d+) sections$/.exec((await status(page).textContent()) ?? '')?.[1]);

  it('is shown by the dozen, the focus on the first that was added', async () => {
    const page = await start();
    const total = await totalOf(page);
    expect(total).toBeGreaterThan(2 * SHOWN);
    expect(await status(page).textContent()).toBe(`The ${SHOWN} nearest of ${total} sections`);
    const first = await hrefs(page);
    expect(first.length).toBe(SHOWN);

    await more(page).click();
    await expect.poll(() => results(page).count()).toBe(2 * SHOWN);
    expect(await status(page).textContent()).toBe(`The ${2 * SHOWN} nearest of ${total} sections`);
    expect((await hrefs(page)).slice(0, SHOWN)).toEqual(first);
    const focused = () =>
      results(page).evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement));
    await expect.poll(focused).toBe(SHOWN);
  });

  it('is shown to its end by the keyboard, and then there is no more', async () => {
    const page = await start({ track: 'craft' });
    const total = await totalOf(page);
    expect(total).toBeGreaterThan(SHOWN);
    for (let shown = SHOWN; shown < total; shown += SHOWN) {
      await more(page).press('Enter');
      await expect.poll(() => results(page).count()).toBe(Math.min(shown + SHOWN, total));
    }
    expect(new Set(await hrefs(page)).size).toBe(total);
    expect(await status(page).textContent()).toBe(`${total} sections`);
    expect(await more(page).isVisible()).toBe(false);
  });

  it('begins anew with other words and with other choices', async () => {
    const page = await start();
    await more(page).click();
    await expect.poll(() => results(page).count()).toBe(2 * SHOWN);
    await page.getByLabel('Narrow down by track').selectOption('people');
    await expect.poll(() => results(page).count()).toBe(SHOWN);
    await more(page).click();
    await expect.poll(() => results(page).count()).toBe(2 * SHOWN);
    await page.locator('[data-search-input]').fill('managers');
    await expect.poll(() => results(page).count()).toBe(SHOWN);
  });
});

describe('the latest searches', () => {
  const url = inject('fixtureUrl');
  const kinds = kindsOf(inject('fixture'));
  const recent = (page: Page) => page.locator('[data-search-recent]');
  const searches = (page: Page) => recent(page).locator('li').allTextContents();
  const field = (page: Page) => page.locator('[data-search-input]');
  const stored = (page: Page) => page.evaluate(() => ({ ...localStorage }));
  const start = async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    await reach(page, 'idle');
    return page;
  };
  /** Asks for some words and submits them, each in its turn. */
  const submit = async (page: Page, ...queries: string[]) => {
    for (const query of queries) {
      await field(page).fill(query);
      await page.keyboard.press('Enter');
      await page.locator(`[data-search-answered="${query.trim()}"]`).waitFor();
    }
  };
  const empty = async (page: Page) => {
    await field(page).fill('');
    await reach(page, 'idle');
  };

  it('are none, and nothing is stored, before the reader has searched', async () => {
    const page = await open();
    for (const path of Object.values(kinds).filter((path) => !path.includes('?'))) {
      await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
      expect(await stored(page), path).toEqual({});
    }
    await page.goto(`${url}${kinds.search}`);
    await field(page).pressSequentially('stones');
    await reach(page, 'done');
    await empty(page);
    expect(await stored(page)).toEqual({});
    expect(await recent(page).isVisible()).toBe(false);
  });

  it('are those from which the reader followed a result', async () => {
    const page = await start();
    await field(page).fill('stones');
    await reach(page, 'done');
    await results(page).first().click();
    await page.waitForURL(/#stones$/);
    await page.goto(`${url}${kinds.search}`);
    expect(await searches(page)).toEqual(['stones']);
  });

  it('are those that the reader submitted, the newest first, each once', async () => {
    const page = await start();
    await submit(page, 'stones', 'maps', '  Stones ');
    await empty(page);
    expect(await searches(page)).toEqual(['Stones', 'maps']);
  });

  it('are few', async () => {
    const page = await start();
    await submit(page, ...'boots laces maps stones knot steps help'.split(' '));
    await empty(page);
    expect(await searches(page)).toEqual(['help', 'steps', 'knot', 'stones', 'maps', 'laces']);
  });

  it('are none that asks nothing', async () => {
    const page = await start();
    await field(page).fill('   ');
    await page.keyboard.press('Enter');
    expect(await stored(page)).toEqual({});
  });

  it('are shown while the input is empty, and only then', async () => {
    const page = await start();
    await submit(page, 'stones');
    expect(await recent(page).isVisible()).toBe(false);
    await empty(page);
    expect(await recent(page).isVisible()).toBe(true);
    await page.reload();
    expect(await searches(page)).toEqual(['stones']);
  });

  it('are asked again by a click', async () => {
    const page = await start();
    await submit(page, 'stones');
    await empty(page);
    await recent(page).getByRole('button', { name: 'stones' }).click();
    await reach(page, 'done');
    expect(await field(page).inputValue()).toBe('stones');
    expect(await field(page).evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await results(page).allTextContents()).toEqual(['Stones are in the way']);
  });

  it('are gone once they are cleared, and those to come are kept', async () => {
    const page = await start();
    await submit(page, 'stones');
    await empty(page);
    await recent(page).getByRole('button', { name: 'Clear these' }).click();
    expect(await recent(page).isVisible()).toBe(false);
    expect(JSON.stringify(await stored(page))).not.toContain('stones');
    // The button is gone, and the focus is not.
    expect(await field(page).evaluate((node) => node === document.activeElement)).toBe(true);
    await submit(page, 'maps');
    await empty(page);
    expect(await searches(page)).toEqual(['maps']);
  });

  it('are kept no more with one choice, until the reader wants them kept', async () => {
    const page = await start();
    await submit(page, 'stones');
    await empty(page);
    await recent(page).getByRole('button', { name: 'Keep none' }).click();
    expect(await searches(page)).toEqual([]);
    expect(JSON.stringify(await stored(page))).not.toContain('stones');
    await submit(page, 'maps');
    await results(page).first().click();
    await page.waitForURL(/#maps$/);
    await page.goto(`${url}${kinds.search}`);
    expect(await recent(page).textContent()).toContain('Your searches are not kept.');
    expect(JSON.stringify(await stored(page))).not.toContain('maps');

    await recent(page).getByRole('button', { name: 'Keep them on this device' }).click();
    await submit(page, 'laces');
    await empty(page);
    expect(await searches(page)).toEqual(['laces']);
  });

  it('are in no request', async () => {
    const page = await start();
    await submit(page, 'stonesandmaps', 'maps');
    // The page that was asked has the words in its address.
    await page.goto(`${url}${kinds.chapter}`);
    const requests: string[] = [];
    page.on('request', (request) => {
      const headers = JSON.stringify(request.headers());
      requests.push(`${request.url()} ${headers} ${request.postData() ?? ''}`);
    });
    for (const path of [kinds.search, kinds.chapter, kinds.home, kinds.search]) {
      await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
    }
    expect(await searches(page)).toEqual(['maps', 'stonesandmaps']);
    await field(page).fill('laces');
    await reach(page, 'done');
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((request) => request.includes('stonesandmaps'))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('are shown as they were typed, markup too', async () => {
    const page = await start();
    const hostile = '<img src=x onerror="globalThis.ran = true">';
    await field(page).fill(hostile);
    await page.keyboard.press('Enter');
    await reach(page, 'empty');
    await empty(page);
    expect(await searches(page)).toEqual([hostile]);
    expect(await page.locator('[data-search] img').count()).toBe(0);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });

  it.each(['', 'no JSON', '{"a":1}', 'null', '7', '[1,null,{}]', '"off"'])(
    'are none where something else is stored in their place: %s',
    async (value) => {
      const page = await start();
      const heard = listen(page, url);
      await page.evaluate((text) => localStorage.setItem('waymark-searches', text), value);
      await page.reload({ waitUntil: 'networkidle' });
      await reach(page, 'idle');
      expect(await recent(page).isVisible()).toBe(false);
      await submit(page, 'stones');
      await empty(page);
      expect(await searches(page)).toEqual(['stones']);
      expect(heard).toEqual([]);
    },
  );

  it('are none where the browser stores nothing, and the search answers all the same', async () => {
    const page = await open();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('not allowed', 'SecurityError');
        },
      });
    });
    const heard = listen(page, url);
    await page.goto(`${url}${kinds.search}`, { waitUntil: 'networkidle' });
    await submit(page, 'stones');
    expect(await results(page).allTextContents()).toEqual(['Stones are in the way']);
    await empty(page);
    expect(await recent(page).isVisible()).toBe(false);
    expect(heard).toEqual([]);
  });
});

describe('the search, where the network fails,', () => {
  const url = inject('bookUrl');
  const { results: found } = kindsOf(inject('book'));

  const words = new URLSearchParams(found.split('?')[1]).get('q') ?? '';

  it.each([
    { file: 'search/index.json', query: words },
    { file: '_search/*/shard-*.json', query: words },
    { file: '_search/*/record-*.json', query: words },
    { file: '_search/*/spellings-*.json', query: 'mangaer' },
  ])('says so and tries again once it is back: $file', async ({ file, query }) => {
    const page = await open();
    await page.route(`**/${file}`, (route) => route.abort());
    await page.goto(`${url}${asking(query)}`);
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

  it('is fetched when somebody turns to the field, and nothing of it by number', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    const asked = listenForEngine(page);
    const head = page.waitForResponse(`${url}/search/index.json`);
    await page.locator('[data-search-input]').focus();
    await (await head).finished();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([`${url}/search/index.json`]);
  });

  it('is what holds the words and what is shown, each fetched once', async () => {
    const page = await open();
    const asked = listenForEngine(page);
    await visit(page, `${url}${asking('feedback')}`);
    const kind = (name: string) => asked.filter((address) => address.includes(`/${name}-`));
    const shown = await page.locator('[data-search-results] li, [data-search-beside] a').count();
    expect(kind('record').length).toBe(shown);
    expect(kind('shard').length).toBeGreaterThan(0);
    expect(kind('spellings')).toEqual([]);
    const before = [...asked];
    expect(new Set(before).size).toBe(before.length);
    const field = page.locator('[data-search-input]');
    await field.fill('');
    await reach(page, 'idle');
    await field.fill('feedback');
    await reach(page, 'done');
    expect(asked).toEqual(before);
  });

  it('is asked for by numbers and not by words', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.locator('[data-search-input]').fill('promotionworries and feedback');
    await reach(page, 'done');
    expect(asked).not.toEqual([]);
    expect(asked.filter((request) => /promotion|worries|feedback/.test(request))).toEqual([]);
  });
});
