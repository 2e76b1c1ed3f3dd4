import { once } from 'node:events';
import { statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, inject, it } from 'vitest';
import { removeTemporaryFolders } from '../support/build.ts';
import { filesOf } from '../support/pages.ts';
import { openSession } from './client.ts';
import { type Running, startCaddy, startNginx } from './servers.ts';
import { FIRST_FLIGHT, openSlowLink, SEGMENT } from './slow-link.ts';

afterAll(removeTemporaryFolders);

const [hosted = expect.fail('no site is built')] = inject('hosted');
const sizeOf = (file: string) => statSync(path.join(hosted.site.folder, file)).size;
const [heaviest = expect.fail('the book has no chapter')] = filesOf(hosted.site)
  .filter((file) => /^\/chapters\/[^/]+\/index\.html$/.test(file))
  .sort((a, b) => sizeOf(`${b}.gz`) - sizeOf(`${a}.gz`));
const chapter = heaviest.replace('index.html', '');

/** What a reader on a slow phone sees of a page, and when: in milliseconds from the request, on a connection that is new. */
async function arrive(running: Running, address: string, coding: string) {
  await using link = await openSlowLink(running);
  const session = openSession(link);
  await once(session, 'remoteSettings');
  // What else the server has to say at the beginning is over once it answers this.
  await promisify(session.ping.bind(session) as (done: (error: Error | null) => void) => void)();
  link.begin();
  const begin = performance.now();
  const request = session.request({ ':path': address, 'accept-encoding': coding });
  let first: { ms: number; at: number } | undefined;
  let [bytes, inFirstFlight] = [0, 0];
  request.on('data', (chunk: Buffer) => {
    const { bytes: at, flights } = link.passed();
    first ??= { ms: performance.now() - begin, at };
    bytes += chunk.length;
    if (flights === 1) inFirstFlight = bytes;
  });
  await once(request, 'end');
  const whole = performance.now() - begin;
  session.destroy();
  const { bytes: sent, records } = link.passed();
  return {
    coding,
    bytes,
    sent,
    records: records.length,
    'largest record': Math.max(...records),
    'first text after (bytes)': first?.at ?? 0,
    'first text (ms)': Math.round(first?.ms ?? 0),
    'of the first flight, readable': inFirstFlight,
    'all text (ms)': Math.round(whole),
  };
}

it('brings the whole text of the heaviest chapter in the first flight, in either coding', async () => {
  const kinds = {
    'nginx, records of 16 KB': () => startNginx(hosted, [['ssl_buffer_size 4k;', '']]),
    'nginx, as configured': () => startNginx(hosted),
    'Caddy, as configured': () => startCaddy(hosted),
  };
  for (const address of [chapter, '/', '/print/']) {
    const rows: Record<string, Awaited<ReturnType<typeof arrive>>> = {};
    for (const [kind, start] of Object.entries(kinds)) {
      await using running = await start();
      for (const coding of ['br', 'gzip']) {
        rows[`${kind}, ${coding}`] = await arrive(running, address, coding);
      }
    }
    console.log(`${address} on a new connection of 1.6 Mbit/s and 150 ms:`);
    console.table(rows);
    if (address !== chapter) continue;
    for (const [kind, { sent }] of Object.entries(rows)) {
      expect(sent, kind).toBeLessThanOrEqual(FIRST_FLIGHT * SEGMENT);
    }
  }
});
