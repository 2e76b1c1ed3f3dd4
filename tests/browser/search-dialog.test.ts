import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { expectNoFaults } from '../support/axe.ts';
import { listenForCode } from '../support/listen.ts';
import { listenForEngine, saysOf } from '../support/search.ts';
import { kindsOf, SERVED, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

const button = (page: Page) => page.locator('[data-search-open]');
const dialog = (page: Page) => page.getByRole('dialog');
const input = (page: Page) =>
  dialog(page).getByRole('combobox', { name: 'Search the handbook in your own words' });
const results = (page: Page) => page.locator('ol[data-search-results] a[data-search-result]');
const status = (page: Page) => dialog(page).getByRole('status');

/** The words that the search page of a site is asked for, and finds. */
const wordsOf = ({ results }: { results: string }) =>
  new URLSearchParams(results.split('?')[1]).get('q') ?? '';

/** Opens the dialog on a page, and the answers to some words in it. */
async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await input(page).fill(words);
  await dialog(page).locator('[data-search-state=done]').waitFor();
}

/** What a reader sees of each result, as markup. */
const contentsOf = (links: Locator) =>
  links.evaluateAll((all) =>
    all.map((link) => {
      const part = (name: string) => link.parentElement?.querySelector(`:scope > p[${name}]`);
      return {
        href: link.getAttribute('href'),
        title: link.innerHTML,
        place: part('data-search-place')?.innerHTML,
        question: part('data-search-question')?.innerHTML,
        excerpt: part('data-search-excerpt')?.innerHTML,
      };
    }),
  );

const focused = (element: Locator) => element.evaluate((node) => node === document.activeElement);

describe.each(SERVED)('the search dialog of $name', ({ site, url }) => {
  const kinds = kindsOf(site);
  const words = wordsOf(kinds);

  it('opens by the button of the bar, with the focus in its input', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    await button(page).click();
    await dialog(page).waitFor();
    expect(await focused(input(page))).toBe(true);
  });

  it('shows what the search page shows for the same words, in the same order and markup', async () => {
    const page = await open();
    await visit(page, `${url}${kinds.results}`);
    const onPage = await contentsOf(results(page));
    expect(onPage).not.toEqual([]);
    await page.goto(`${url}${kinds.chapter}`);
    await ask(page, words);
    expect(await contentsOf(results(page))).toEqual(onPage);
    const holder = dialog(page).locator('[data-search-state=done]');
    expect(await holder.locator('> ol[data-search-results] > li').count()).toBe(onPage.length);
  });

  it('leads to the chosen section by Enter', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, words);
    await page.keyboard.press('ArrowDown');
    const href = await results(page).first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(new URL(String(href), url).href);
    expect(await page.locator(':target').isVisible()).toBe(true);
    expect(await dialog(page).count()).toBe(0);
  });

  it('opens the chosen section in a tab of its own by Ctrl+Enter, and stays', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, words);
    await page.keyboard.press('ArrowDown');
    const href = await results(page).first().getAttribute('href');
    const tab = page.context().waitForEvent('page');
    await page.keyboard.press('ControlOrMeta+Enter');
    const opened = await tab;
    await opened.waitForURL(new URL(String(href), url).href);
    expect(page.url()).toBe(`${url}${kinds.home}`);
    expect(await dialog(page).isVisible()).toBe(true);
    expect(await results(page).first().getAttribute('aria-selected')).toBe('true');
  });

  it('makes way for a section of the same page', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, words);
    await results(page).first().click();
    await page.waitForURL(/#/);
    // Asked once more, the first result is where the reader already is.
    await ask(page, words);
    await results(page).first().click();
    await expect.poll(() => dialog(page).isVisible()).toBe(false);
  });

  it('is there again with the same answers when the reader comes back from one', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, words);
    const before = await contentsOf(results(page));
    await results(page).last().click();
    await page.waitForURL(/#/);
    await page.goBack();
    await dialog(page).locator('[data-search-state=done]').waitFor();
    expect(page.url()).toBe(`${url}${kinds.home}`);
    expect(await input(page).inputValue()).toBe(words);
    expect(await contentsOf(results(page))).toEqual(before);
    expect(await focused(input(page))).toBe(true);
  });

  it('leaves the search page to its own input', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.search}`);
    const own = page.locator('main [data-search-input]');
    for (const turn of [() => page.keyboard.press('Control+k'), () => button(page).click()]) {
      await own.blur();
      await turn();
      await expect.poll(() => focused(own)).toBe(true);
      expect(await dialog(page).count()).toBe(0);
    }
  });
});

describe('the search dialog', () => {
  const url = inject('bookUrl');
  const kinds = kindsOf(inject('book'));
  const words = wordsOf(kinds);

  it.each(['Control+k', 'Meta+k'])('opens by %s, wherever the reader is', async (keys) => {
    const page = await open();
    for (const path of [kinds.home, kinds.chapter, kinds.glossary]) {
      await page.goto(`${url}${path}`);
      await page.keyboard.press(keys);
      await dialog(page).waitFor();
      expect(await focused(input(page)), path).toBe(true);
    }
  });

  it('opens by no single key', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    // Once its code is there, a key that opens it does so at once.
    await page.keyboard.press('Control+k');
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    const keys = [...'abcdefghijklmnopqrstuvwxyzK0123456789/?.,;', 'F1', 'F2', 'F3', 'F4', 'F6'];
    for (const key of keys) {
      await page.keyboard.press(key);
      expect(await dialog(page).isVisible(), key).toBe(false);
    }
  });

  it('fetches nothing of itself before somebody turns to it', async () => {
    const page = await open();
    const asked = listenForEngine(page);
    const code = listenForCode(page);
    await page.goto(`${url}${kinds.chapter}`, { waitUntil: 'networkidle' });
    expect(await code()).not.toBe('');
    expect(await code()).not.toContain('showModal');
    expect(asked).toEqual([]);
    await ask(page, words);
    expect(await code()).toContain('showModal');
    expect(asked).not.toEqual([]);
  });

  it('says that it found nothing', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    await page.keyboard.press('Control+k');
    await input(page).fill('xqzvw');
    await dialog(page).locator('[data-search-state=empty]').waitFor();
    expect(await status(page).textContent()).toBe('Nothing in the book has these words.');
    expect(await dialog(page).locator('[data-search-help] a').allTextContents()).not.toEqual([]);
    expect(await results(page).count()).toBe(0);
    expect(await input(page).getAttribute('aria-expanded')).toBe('false');
  });

  it('stays and answers by Enter while nothing is chosen', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await page.keyboard.press('Control+k');
    await input(page).fill(words);
    await page.keyboard.press('Enter');
    await dialog(page).locator('[data-search-state=done]').waitFor();
    expect(page.url()).toBe(`${url}${kinds.home}`);
    expect(await results(page).count()).toBeGreaterThan(0);
  });

  it('closes by Escape with words in it, and the focus goes back to the button', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    await button(page).click();
    await input(page).fill(words);
    await dialog(page).locator('[data-search-state=done]').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focused(button(page))).toBe(true);
  });

  it('gives the focus back to the link that the reader was on', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    const link = page.locator('article .text a').first();
    await link.focus();
    await ask(page, words);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focused(link)).toBe(true);
  });

  it('closes by a click beside it', async () => {
    const page = await open({ viewport: { width: 1000, height: 800 } });
    await page.goto(`${url}${kinds.chapter}`);
    await ask(page, words);
    const { x, y, height } = (await dialog(page).boundingBox()) ?? expect.fail('no box');
    await page.mouse.click(x / 2, y + height / 2);
    expect(await dialog(page).isVisible()).toBe(false);
  });

  it('stays open at a click within it, close to its edge too', async () => {
    const page = await open({ viewport: { width: 1000, height: 800 } });
    await page.goto(`${url}${kinds.chapter}`);
    await ask(page, words);
    const { x, y, width, height } = (await dialog(page).boundingBox()) ?? expect.fail('no box');
    for (const [dx, dy] of [
      [width / 2, 30],
      [width / 2, 5],
      [5, height / 2],
    ] as const) {
      await page.mouse.click(x + dx, y + dy);
      expect(await dialog(page).isVisible(), `${dx}, ${dy} within it`).toBe(true);
    }
  });

  it('stays open while words are selected in it with the mouse, wherever that ends', async () => {
    const page = await open({ viewport: { width: 1000, height: 800 } });
    await page.goto(`${url}${kinds.chapter}`);
    await ask(page, words);
    const { x, y, height } = (await input(page).boundingBox()) ?? expect.fail('no box');
    await page.mouse.move(x + 60, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(5, y + height / 2);
    await page.mouse.up();
    expect(await dialog(page).isVisible()).toBe(true);
    expect(await page.evaluate(() => String(getSelection()))).not.toBe('');
  });

  it('stays closed by a reload once the reader has closed it', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, words);
    await results(page).first().click();
    await page.waitForURL(/#/);
    await page.goBack();
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await page.reload({ waitUntil: 'networkidle' });
    expect(await dialog(page).count()).toBe(0);
  });

  it('has no sideways scroll at 320 px', async () => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    await page.goto(`${url}${kinds.chapter}`);
    await ask(page, words);
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('html, dialog')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    );
    expect(beyond).toEqual([0, 0]);
    const box = await dialog(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  });
});

describe('the search dialog, beside sections,', () => {
  const url = inject('fixtureUrl');
  const kinds = kindsOf(inject('fixture'));
  const term = (page: Page) =>
    dialog(page).locator('[data-search-beside] a[href$="/glossary/#boot"]');

  it('leads to a term, and is there again when the reader comes back from it', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, 'boot');
    await term(page).click();
    await page.waitForURL(`${url}/glossary/#boot`);
    await page.goBack();
    await term(page).waitFor();
    expect(await input(page).inputValue()).toBe('boot');
  });

  it('makes way for a term of the same page', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.glossary}`);
    await ask(page, 'boot');
    await term(page).click();
    await expect.poll(() => dialog(page).isVisible()).toBe(false);
    await expect.poll(() => page.url()).toBe(`${url}/glossary/#boot`);
  });

  it('has a way back from the words that it took for others, by the keyboard too', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, 'stoens maps');
    await page.keyboard.press('Tab');
    const way = dialog(page).getByRole('button', { name: 'Search for “stoens”' });
    expect(await focused(way)).toBe(true);
    await page.keyboard.press('Enter');
    await way.waitFor({ state: 'hidden' });
    expect(await results(page).allTextContents()).not.toContain('Stones are in the way');
    expect(await focused(input(page))).toBe(true);
  });

  it('is narrowed down as the search page is, and leaves the address alone', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, 'steps');
    await dialog(page).getByLabel('Narrow down by part').selectOption('onward');
    await expect.poll(() => results(page).allTextContents()).toEqual(['Stones are in the way']);
    expect(await status(page).textContent()).toBe('1 section');
    expect(page.url()).toBe(`${url}${kinds.home}`);
    await input(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#stones$/);
  });

  it('shows the latest searches while nothing is asked', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.home}`);
    await ask(page, 'stones');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#stones$/);
    await page.keyboard.press('Control+k');
    const search = dialog(page)
      .locator('[data-search-recent]')
      .getByRole('button', { name: 'stones' });
    await search.click();
    await expect.poll(() => results(page).allTextContents()).toEqual(['Stones are in the way']);
    expect(await focused(input(page))).toBe(true);
  });

  it('breaks no rule with the latest searches', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.goto(`${url}${kinds.home}`);
    await ask(page, 'stones');
    await page.keyboard.press('Enter');
    await input(page).fill('');
    await dialog(page).locator('[data-search-recent] li').waitFor();
    await expectNoFaults(page);
  });

  it('breaks no rule with terms, questions and a way back', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.goto(`${url}${kinds.home}`);
    await ask(page, 'waer');
    await expect.poll(() => term(page).isVisible()).toBe(true);
    expect(await dialog(page).locator('[data-search-question]').count()).toBeGreaterThan(0);
    expect(await dialog(page).locator('[data-search-mended]').isVisible()).toBe(true);
    await expectNoFaults(page);
  });
});

describe('the input of the search dialog', () => {
  const url = inject('bookUrl');
  const kinds = kindsOf(inject('book'));
  const words = wordsOf(kinds);
  const start = async () => {
    const page = await open({ viewport: { width: 1000, height: 600 } });
    await page.goto(`${url}${kinds.chapter}`);
    await page.keyboard.press('Control+k');
    await input(page).waitFor();
    return page;
  };
  /** The place of the active option among the results, -1 where the input itself is active. */
  const active = (page: Page) =>
    input(page).evaluate((node) => {
      const id = node.getAttribute('aria-activedescendant');
      const options = [...document.querySelectorAll('[role=listbox] [role=option]')];
      const selected = options.filter((option) => option.ariaSelected === 'true');
      const index = id === null ? -1 : options.findIndex((option) => option.id === id);
      if (id !== null && index < 0) return `no option ${id}`;
      if (selected.length !== (id === null ? 0 : 1)) return `${selected.length} are selected`;
      if (index >= 0 && selected[0] !== options[index]) return 'another one is selected';
      return index;
    });

  it('has a name, and names the list that it opens', async () => {
    const page = await start();
    expect(await input(page).getAttribute('aria-label')).toMatch(/\w/);
    expect(await input(page).getAttribute('aria-autocomplete')).toBe('list');
    const list = page.locator(`#${await input(page).getAttribute('aria-controls')}`);
    expect(await list.getAttribute('role')).toBe('listbox');
    expect(await list.getAttribute('aria-label')).toMatch(/\w/);
  });

  it('says that the list is closed until there are results, and then that it is open', async () => {
    const page = await start();
    expect(await input(page).getAttribute('aria-expanded'), 'at first').toBe('false');
    await ask(page, words);
    expect(await input(page).getAttribute('aria-expanded'), 'with results').toBe('true');
    await input(page).fill('');
    await dialog(page).locator('[data-search-state=idle]').waitFor({ state: 'attached' });
    expect(await input(page).getAttribute('aria-expanded'), 'when emptied').toBe('false');
  });

  it('has the links for options of the list', async () => {
    const page = await start();
    await ask(page, words);
    const options = dialog(page).getByRole('listbox').getByRole('option');
    const links = await options.evaluateAll((all) =>
      all.filter((one) => one.matches('a[data-search-result][href]')).map((one) => one.id),
    );
    expect(links.length).toBe(await results(page).count());
    expect(links.length).toBe(await options.count());
    expect(new Set(links).size).toBe(links.length);
    expect(links).not.toEqual([]);
  });

  it('says how many sections there are', async () => {
    const page = await start();
    await ask(page, words);
    const count = await results(page).count();
    expect(await status(page).textContent()).toMatch(saysOf(count));
  });

  it('keeps the focus while arrows walk down the list, round through the input', async () => {
    const page = await start();
    await ask(page, words);
    const count = await results(page).count();
    const walked = [await active(page)];
    for (let presses = 0; presses < count + 2; presses += 1) {
      await page.keyboard.press('ArrowDown');
      walked.push(await active(page));
      expect(await focused(input(page))).toBe(true);
    }
    const all = Array.from({ length: count }, (_, index) => index);
    expect(walked).toEqual([-1, ...all, -1, 0]);
  });

  it('walks up from the input to the last of the list, and back to itself', async () => {
    const page = await start();
    await ask(page, words);
    const count = await results(page).count();
    const walked: unknown[] = [];
    for (let presses = 0; presses < count + 1; presses += 1) {
      await page.keyboard.press('ArrowUp');
      walked.push(await active(page));
    }
    const all = Array.from({ length: count }, (_, index) => index);
    expect(walked).toEqual([...all.reverse(), -1]);
  });

  it('brings the option that it walks to into view', async () => {
    const page = await start();
    await ask(page, words);
    await page.keyboard.press('ArrowUp');
    const around = await dialog(page).boundingBox();
    const option = await page.locator('[role=option][aria-selected=true]').boundingBox();
    expect(option?.y).toBeGreaterThanOrEqual(around?.y ?? Infinity);
    expect((option?.y ?? Infinity) + (option?.height ?? 0)).toBeLessThanOrEqual(
      (around?.y ?? 0) + (around?.height ?? 0),
    );
  });

  it('chooses nothing once other words stand in it', async () => {
    const page = await start();
    await ask(page, words);
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe(0);
    await page.keyboard.press('Backspace');
    await expect.poll(() => active(page)).toBe(-1);
  });

  it('survives arrows without results', async () => {
    const page = await start();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await active(page)).toBe(-1);
    expect(await focused(input(page))).toBe(true);
  });
});

describe('the search dialog breaks no rule', () => {
  const url = inject('bookUrl');
  const kinds = kindsOf(inject('book'));

  it('with results', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.goto(`${url}${kinds.chapter}`);
    await ask(page, wordsOf(kinds));
    await page.keyboard.press('ArrowDown');
    await expectNoFaults(page);
  });

  it('before anything is asked', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.goto(`${url}${kinds.chapter}`);
    await page.keyboard.press('Control+k');
    await dialog(page).waitFor();
    await expectNoFaults(page);
  });
});

describe('the search dialog, where answers take long,', () => {
  const url = inject('bookUrl');

  it('has all of its script and the head of the index fetched at once, each once', async () => {
    const page = await open();
    await page.goto(`${url}${kindsOf(inject('book')).chapter}`, { waitUntil: 'networkidle' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/*', (route) => held.then(() => route.continue()));
    await page.keyboard.press('Control+k');
    await expect.poll(() => asked).toContain('/search/index.json');
    // The browser tells of each a little after the page has asked for it.
    const ahead = await page
      .locator('link:is([rel=modulepreload], [as=fetch])')
      .evaluateAll((links: HTMLLinkElement[]) => links.map(({ href }) => new URL(href).pathname));
    await expect.poll(() => asked).toEqual(expect.arrayContaining(ahead));
    const first = [...asked];
    answer();
    await input(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(first);
    expect(first.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await input(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(first);
  });
});

describe('the search dialog, where the index cannot be fetched,', () => {
  const url = inject('bookUrl');
  const kinds = kindsOf(inject('book'));

  it.each(['search/index.json', '_search/*/shard-*', '_search/*/record-*'])(
    'says so and tries again: %s',
    async (file) => {
      const page = await open();
      await page.goto(`${url}${kinds.chapter}`);
      await page.route(`**/${file}`, (route) => route.abort());
      await page.keyboard.press('Control+k');
      await input(page).fill(wordsOf(kinds));
      await dialog(page).locator('[data-search-state=error]').waitFor();
      expect(await status(page).textContent()).toContain('could not be loaded');
      expect(await results(page).count()).toBe(0);
      await page.unroute(`**/${file}`);
      await dialog(page).getByRole('button', { name: 'Try again' }).click();
      await dialog(page).locator('[data-search-state=done]').waitFor();
      expect(await results(page).count()).toBeGreaterThan(0);
      expect(await dialog(page).getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
    },
  );

  it('goes on by keyboard after Try again', async () => {
    const page = await open();
    await page.goto(`${url}${kinds.chapter}`);
    await page.route('**/search/index.json', (route) => route.abort());
    await page.keyboard.press('Control+k');
    await input(page).fill(wordsOf(kinds));
    await dialog(page).locator('[data-search-state=error]').waitFor();
    await page.unroute('**/search/index.json');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog(page).locator('[data-search-state=done]').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused(input(page))).toBe(true);
    expect(await results(page).first().getAttribute('aria-selected')).toBe('true');
  });
});
