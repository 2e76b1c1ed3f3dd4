import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';
import { CHROMIUM_ARGS } from './launch.ts';

/** What tells a page something, in the protocol of Chromium's tools: https://chromedevtools.github.io/devtools-protocol/ */
export type Send = CDPSession['send'];

/**
 * A tab in a Chromium of its own, in which pages are drawn ahead as they are for readers. Chromium draws none
 * ahead where a program holds the page alone, as Playwright does: this one holds the tab, and through it
 * whatever page it shows or keeps ready.
 */
export interface Tab extends AsyncDisposable {
  /** To the page that it shows. */
  send: Send;
  /** What the pages of the tab tell, by the names of the protocol. */
  events: EventEmitter;
  /** Runs a function in the page that it shows. */
  evaluate<Result, Told = undefined>(run: (told: Told) => Result, told?: Told): Promise<Result>;
  /** Moves the pointer to the middle of what a selector finds, which must be in view. */
  pointTo(selector: string): Promise<void>;
  /** Presses and lets go where the pointer is. */
  press(): Promise<void>;
}

/**
 * @param chromium its path
 * @param args what else it is started with
 * @param prepare what every page of the tab is told before it runs, those that are drawn ahead as well
 */
export async function openTab(
  chromium: string,
  args: string[],
  prepare: (send: Send) => Promise<unknown>[],
): Promise<Tab> {
  const profile = await mkdtemp(path.join(tmpdir(), 'waymark-'));
  const browser = spawn(
    chromium,
    [
      ...CHROMIUM_ARGS,
      ...args,
      ...['--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`],
      ...['--window-size=1280,720', 'about:blank'],
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const { sendTo, events } = connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  const send = sendTo(undefined);

  // The page that is left goes before the one that was drawn ahead: what is shown is always the first.
  const pages: string[] = [];
  const shown = () => sendTo(pages[0]);
  events.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'page') return;
    pages.push(sessionId);
    const sendToPage = sendTo(sessionId);
    const told = prepare(sendToPage);
    await Promise.all([...told, sendToPage('Runtime.runIfWaitingForDebugger')]);
    events.emit('ready');
  });
  events.on('Target.detachedFromTarget', ({ sessionId }) => {
    if (pages.includes(sessionId)) pages.splice(pages.indexOf(sessionId), 1);
  });
  const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const { sessionId } = await send('Target.attachToTarget', {
    targetId: targetInfos[0]?.targetId ?? '',
    flatten: true,
  });
  const ready = once(events, 'ready');
  await sendTo(sessionId)('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
  await ready;

  let pointer = { x: 0, y: 0 };
  const point = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased') =>
    shown()('Input.dispatchMouseEvent', {
      ...{ type, ...pointer },
      ...(type !== 'mouseMoved' && { button: 'left', clickCount: 1 }),
    });
  const tab: Tab = {
    send: ((method, params) => shown()(method, params)) as Send,
    events,
    async evaluate(run, told) {
      const { result, exceptionDetails } = await shown()('Runtime.evaluate', {
        expression: `(${run})(${JSON.stringify(told)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
    async pointTo(selector) {
      pointer = await tab.evaluate((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        if (!box) throw new Error(`There is no ${selector}.`);
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, selector);
      await point('mouseMoved');
    },
    async press() {
      await point('mousePressed');
      // The page may be gone before it could say that it heard.
      void point('mouseReleased').catch(() => {});
    },
    async [Symbol.asyncDispose]() {
      const gone = once(browser, 'exit');
      await send('Browser.close');
      await gone;
      await rm(profile, { recursive: true, maxRetries: 5 });
    },
  };
  return tab;
}

/** What an answer or an event of Chromium's holds. */
interface Message {
  id?: number;
  method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's own types come with its methods' names.
  params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  result?: any;
  error?: { message: string };
}

function connect(toBrowser: Writable, fromBrowser: Readable) {
  const events = new EventEmitter();
  const calls = new Map<number, { sessionId: string | undefined; end(answer: Message): void }>();
  let last = 0;

  function receive({ id, method, params, ...answer }: Message): void {
    if (method) events.emit(method, params);
    else if (id) calls.get(id)?.end(answer);
  }

  // Nobody answers for a page that is gone.
  events.on('Target.detachedFromTarget', ({ sessionId }) => {
    for (const call of calls.values()) {
      if (call.sessionId === sessionId) call.end({ error: { message: 'the page is gone' } });
    }
  });

  let rest = '';
  fromBrowser.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message));
  });

  /** @param sessionId of the browser itself if it is left out */
  const sendTo = (sessionId: string | undefined) =>
    ((method, params) =>
      new Promise((resolve, reject) => {
        last += 1;
        const id = last;
        function end({ result, error }: Message): void {
          calls.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        }
        calls.set(id, { sessionId, end });
        toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      })) as Send;
  return { sendTo, events };
}
