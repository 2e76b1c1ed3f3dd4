import { setTimeout as wait } from 'node:timers/promises';
import type { Ways } from '../systems/system.ts';
import type { Reader } from './visit.ts';

/** How long a pointer rests on a link before it is pressed, in milliseconds. */
const HOVER = 300;

/** Where pages of one visit leave word for each other. */
const CLICKED = 'bench-clicked';
const ARRIVED = 'bench-arrived';

/**
 * Follows the link to the next chapter with a pointer.
 *
 * @param reader who has a chapter open
 * @param title of the next one
 * @returns from the click until its heading stands there, in milliseconds
 */
export async function turnPage({ page }: Reader, { next }: Ways, title: string): Promise<number> {
  const told = { clicked: CLICKED, arrived: ARRIVED, title };
  await page.addInitScript(watch, told);
  await page.evaluate(watch, told);
  const link = page.locator(next);
  await link.scrollIntoViewIfNeeded();
  await link.hover();
  await wait(HOVER);
  await page.mouse.down();
  await page.mouse.up();
  const took = await page.waitForFunction(
    ({ clicked, arrived }) => {
      const time = sessionStorage.getItem(arrived);
      return time !== null && [Number(time) - Number(sessionStorage.getItem(clicked))];
    },
    told,
    { polling: 100 },
  );
  const [milliseconds = 0] = (await took.jsonValue()) || [];
  return milliseconds;
}

/** Runs in every page; the next chapter may be another document, or the same one with another text. */
function watch({ clicked, arrived, title }: { clicked: string; arrived: string; title: string }) {
  const now = () => performance.timeOrigin + performance.now();
  function look(): void {
    const heading = document.querySelector('h1')?.textContent ?? '';
    if (!heading.includes(title) || document.visibilityState !== 'visible') {
      requestAnimationFrame(look);
    } else {
      // After the frame that shows it.
      setTimeout(() => sessionStorage.setItem(arrived, String(now())));
    }
  }
  if (sessionStorage.getItem(clicked)) requestAnimationFrame(look);
  document.addEventListener(
    'click',
    ({ timeStamp }) => {
      sessionStorage.setItem(clicked, String(performance.timeOrigin + timeStamp));
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}
