import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/browser.ts';
import { CHROMIUM_ARGS } from '../support/launch.ts';
import type { Sent, Server } from './serve.ts';

/** What the search page made of a query. */
export interface Asked {
  /** The ids of the sections that were found, best first. */
  sections: string[];
  /** From the last key to the results, in milliseconds. */
  wait: number;
}

/**
 * @returns the path of Chromium
 * @throws {Error} where there is none
 */
export function findBrowser(): string {
  const found = findChromium();
  if (!found) throw new Error('This needs Chromium: install it, or set CHROMIUM to its path.');
  return found;
}

/**
 * @param args what else it is started with
 * @throws {Error} where no Chromium is found
 */
export function startBrowser(args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_ARGS, ...args] });
}

/** The search page as it is before the reader does anything, in a profile of its own. */
export async function openSearch(browser: Browser, server: Server): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${server.url}/search/`);
  await server.quiet();
  return page;
}

/**
 * Types a query as a reader would, all at once, and waits for its results.
 *
 * @param page the search page, where something else was typed last
 * @throws {Error} where the search fails
 */
export async function ask(page: Page, query: string): Promise<Asked> {
  return page.evaluate(async (words) => {
    const input = document.querySelector<HTMLInputElement>('main [data-search-input]');
    const holder = document.querySelector<HTMLElement>('[data-search]');
    if (!input || !holder) throw new Error('not the search page');
    const isThere = () =>
      holder.dataset.searchAnswered === words && holder.dataset.searchState !== 'loading';
    const start = performance.now();
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(holder, { attributes: true, childList: true, subtree: true });
    });
    const wait = performance.now() - start;
    if (holder.dataset.searchState === 'error') throw new Error(`no answer to "${words}"`);
    const links = [...holder.querySelectorAll<HTMLAnchorElement>('[data-search-result]')];
    return { sections: links.map((link) => link.hash.slice(1)), wait };
  }, query);
}

/** What one query costs a reader who has not searched before, from the key on. */
export async function askCold(
  browser: Browser,
  server: Server,
  query: string,
): Promise<Pick<Asked, 'wait'> & Sent> {
  const page = await openSearch(browser, server);
  server.takeSent();
  const { wait } = await ask(page, query);
  await page.close();
  return { wait, ...server.takeSent() };
}
