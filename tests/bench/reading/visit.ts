import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Sent, Server } from '../serve.ts';

/** How many times slower the reader's processor is than that of this machine. */
export const SLOWER = 4;

/** How long anything may take, in milliseconds. */
const PATIENCE = 120_000;

/** What a page costs that somebody opens. Times are in milliseconds from when its address is entered. */
export interface Opened {
  sent: Sent;
  /** First and largest contentful paint. */
  first: number;
  largest: number;
  /** When all of the text stands there: a frame after the document is read to its end. */
  whole: number;
  /** Cumulative layout shift. */
  shift: number;
  /** What the tasks after the first paint take beyond 50 ms each. */
  blocking: number;
}

/** A reader with an empty profile, one page, and a slow processor. */
export interface Reader extends AsyncDisposable {
  page: Page;
}

export async function invite(browser: Browser): Promise<Reader> {
  const context: BrowserContext = await browser.newContext();
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, [Symbol.asyncDispose]: () => context.close() };
}

/** Opens a page and waits until nothing of it is missing. */
export async function open({ page }: Reader, server: Server, path: string): Promise<Opened> {
  await page.addInitScript(markWhole);
  server.takeSent();
  await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
  await server.quiet();
  return { sent: server.takeSent(), ...(await page.evaluate(readTimeline)) };
}

function markWhole(): void {
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    requestAnimationFrame(() => setTimeout(() => performance.mark('whole')));
  });
}

async function readTimeline(): Promise<Omit<Opened, 'sent'>> {
  const entriesOf = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type, buffered: true });
      // None is told of where there are none.
      setTimeout(() => resolve([]), 200);
    });
  const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const whole = performance.getEntriesByName('whole')[0]?.startTime ?? 0;
  const [largest, shifts, tasks] = await Promise.all(
    ['largest-contentful-paint', 'layout-shift', 'longtask'].map(entriesOf),
  );
  return {
    first,
    largest: largest?.at(-1)?.startTime ?? 0,
    whole: Math.max(first, whole),
    shift: (shifts as (PerformanceEntry & { value: number })[]).reduce(
      (sum, { value }) => sum + value,
      0,
    ),
    blocking: (tasks ?? [])
      .filter(({ startTime }) => startTime >= first)
      .reduce((sum, { duration }) => sum + duration - 50, 0),
  };
}
