import { afterAll, expect, inject, it } from 'vitest';
import { removeTemporaryFolders } from '../support/build.ts';
import { filesOf } from '../support/pages.ts';
import { openClient } from './client.ts';
import { type Running, SERVERS } from './servers.ts';

/** How long each server is asked, in milliseconds. */
const LASTS = 10_000;
/** Over how many connections at once, how many requests each has under way, and after how many a new one takes its place. */
const CONNECTIONS = 4;
const AT_ONCE = 4;
const REQUESTS = 100;

afterAll(removeTemporaryFolders);

/** Asks for page after page, as a browser does. What it says is how long each answer took, in milliseconds. */
async function load(running: Running, addresses: string[]) {
  const waits: number[] = [];
  let bytes = 0;
  let failed = 0;
  const end = performance.now() + LASTS;
  async function connect(first: number): Promise<void> {
    using client = openClient(running);
    let next = first;
    const last = first + REQUESTS;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < last && performance.now() < end) {
          const address = addresses[next++ % addresses.length] ?? '';
          const begin = performance.now();
          const { status, sent } = await client.ask(address, { 'accept-encoding': 'br' });
          waits.push(performance.now() - begin);
          bytes += sent.length;
          failed += Number(status !== 200);
        }
      }),
    );
  }

  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      for (let first = connection * REQUESTS; performance.now() < end; first += REQUESTS) {
        await connect(first);
      }
    }),
  );
  waits.sort((a, b) => a - b);
  const quantile = (share: number) =>
    Number((waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(1));
  return {
    requests: waits.length,
    failed,
    'requests a second': Math.round((waits.length / LASTS) * 1000),
    'MB a second': Number((bytes / LASTS / 1000).toFixed(1)),
    'p50 (ms)': quantile(0.5),
    'p99 (ms)': quantile(0.99),
    'slowest (ms)': quantile(1),
  };
}

it('keeps answering while it is asked for page after page', async () => {
  const [hosted = expect.fail('no site is built')] = inject('hosted');
  const addresses = filesOf(hosted.site)
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => file.replace(/index\.html$/, ''));
  const table: Record<string, Awaited<ReturnType<typeof load>>> = {};
  for (const { server, start } of SERVERS) {
    await using running = await start(hosted);
    table[server] = await load(running, addresses);
  }
  console.log(
    `Every page in turn in brotli, for ${LASTS / 1000} s, ${CONNECTIONS * AT_ONCE} at once over ${CONNECTIONS} connections:`,
  );
  console.table(table);
  for (const { requests, failed } of Object.values(table)) {
    expect(requests).toBeGreaterThan(0);
    expect(failed).toBe(0);
  }
});
