import type { Sent, Server } from '../serve.ts';
import type { Ways } from '../systems/system.ts';
import type { Query } from './make-queries.ts';
import type { Reader } from './visit.ts';

/** How long a reader waits for a result, in milliseconds. */
const PATIENCE = 60_000;

/** What a search costs. */
export interface LookedUp {
  /** From the key that opens the search until the right chapter is in the list, in milliseconds; missing where it never is. */
  wait: number | undefined;
  sent: Sent;
}

/**
 * Opens a page, and searches from there: opens the search with its key, types all of a query as soon as
 * there is a field that takes it, and waits for the right chapter.
 *
 * @param from the path of the page
 */
export async function lookUp(
  { page }: Reader,
  server: Server,
  { pathOf, search }: Ways,
  from: string,
  { words, chapter }: Query,
): Promise<LookedUp> {
  if (!search) throw new Error('There is no search.');
  await page.goto(`${server.url}${from}`, { waitUntil: 'networkidle' });
  await server.quiet();
  server.takeSent();
  const right = `${search.results} a[href*="${pathOf(chapter)}"]`;
  const found = await page.evaluateHandle(watch, {
    ...{ input: search.input, right, words, patience: PATIENCE },
  });
  await page.keyboard.press('Control+k');
  const wait = await found.evaluate(({ wait }) => wait);
  await server.quiet();
  return { wait, sent: server.takeSent() };
}

/** @returns in an object, or the page would be waited for before the key is pressed */
function watch({
  input,
  right,
  words,
  patience,
}: {
  input: string;
  right: string;
  words: string;
  patience: number;
}): { wait: Promise<number | undefined> } {
  let typed = false;
  function isFound(): boolean {
    const field = document.querySelector(input);
    if (!typed && field && field === document.activeElement) {
      // Deprecated, and the only way in which every system's field hears of it as it hears of typing.
      document.execCommand('insertText', false, words);
      typed = true;
    }
    return typed && (document.querySelector(right)?.checkVisibility() ?? false);
  }
  const wait = new Promise<number | undefined>((resolve) => {
    function look(start: number): void {
      if (isFound()) setTimeout(() => resolve(performance.now() - start));
      else if (performance.now() - start > patience) resolve(undefined);
      else requestAnimationFrame(() => look(start));
    }
    document.addEventListener('keydown', ({ timeStamp }) => look(timeStamp), {
      capture: true,
      once: true,
    });
  });
  return { wait };
}
