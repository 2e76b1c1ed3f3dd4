import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { openTab, type Tab } from '../../support/tab.ts';
import { findBrowser } from '../ask.ts';
import type { Server } from '../serve.ts';
import type { Ways } from '../systems/system.ts';
import { SLOWER } from './visit.ts';

/** How long a reader looks at the link to the next chapter before the pointer is there: four words of a title at 220 a minute. In milliseconds. */
const LOOK = 1000;

/** How long the pointer rests on it before it is pressed, in milliseconds; our guess at a hand that hurries. */
const REST = 200;

/** How long anything may take, in milliseconds. */
const PATIENCE = 30_000;

/** Where pages of one visit leave word for each other: those that are drawn ahead share it, too. */
const CLICKED = 'bench-clicked';

/** What a page calls when the chapter that it waits for stands there. */
const ARRIVED = 'benchArrived';

/**
 * Opens a chapter in a browser of its own, which draws pages ahead as a reader's does, and follows the link
 * to the next with a pointer.
 *
 * @param args what the browser is started with
 * @param path of the chapter
 * @param title of the next one
 * @returns from the click until its heading stands there, in milliseconds; nothing where it never does
 */
export async function turnPage(
  server: Server,
  args: string[],
  { next }: Ways,
  path: string,
  title: string,
): Promise<number | undefined> {
  const source = `(${watch})(${JSON.stringify({ clicked: CLICKED, arrived: ARRIVED, title })})`;
  await using tab = await openTab(findBrowser(), args, (send) => [
    send('Emulation.setCPUThrottlingRate', { rate: SLOWER }),
    send('Page.enable'),
    send('Runtime.enable'),
    send('Runtime.addBinding', { name: ARRIVED }),
    send('Page.addScriptToEvaluateOnNewDocument', { source }),
  ]);
  const loaded = heard(tab, 'Page.loadEventFired');
  await tab.send('Page.navigate', { url: `${server.url}${path}` });
  await loaded;
  await server.quiet();
  await tab.evaluate(
    (next) =>
      document.querySelector(next)?.scrollIntoView({ block: 'center', behavior: 'instant' }),
    next,
  );
  await wait(LOOK);
  await tab.pointTo(next);
  await wait(REST);
  const arrived = heard(tab, 'Runtime.bindingCalled').catch(() => undefined);
  await tab.press();
  const told = (await arrived) as { payload: string } | undefined;
  return told && Number(told.payload);
}

/** @throws {Error} where nothing is heard */
function heard({ events }: Tab, event: string): Promise<unknown> {
  return once(events, event, { signal: AbortSignal.timeout(PATIENCE) }).then(([first]) => first);
}

/** Runs in every page; the next chapter may be another document, or the same one with another text. */
function watch({ clicked, arrived, title }: { clicked: string; arrived: string; title: string }) {
  const now = () => performance.timeOrigin + performance.now();
  function look(): void {
    const heading = document.querySelector('h1')?.textContent ?? '';
    if (!heading.includes(title) || document.visibilityState !== 'visible') {
      requestAnimationFrame(look);
      return;
    }
    // After the frame that shows it.
    setTimeout(() => {
      const took = now() - Number(localStorage.getItem(clicked));
      (globalThis as unknown as Record<string, (took: string) => void>)[arrived]?.(String(took));
    });
  }
  if (localStorage.getItem(clicked) || (document as { prerendering?: boolean }).prerendering) {
    requestAnimationFrame(look);
  }
  document.addEventListener(
    'click',
    ({ timeStamp }) => {
      localStorage.setItem(clicked, String(performance.timeOrigin + timeStamp));
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}
