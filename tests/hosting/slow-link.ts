import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** What a packet carries of TLS, on most ways through the internet. */
export const SEGMENT = 1460;
/** How many packets a server sends before it hears from the other end (RFC 6928). */
export const FIRST_FLIGHT = 10;
/** A slow phone: 1.6 Mbit/s, in bytes a millisecond, and 150 ms there and back. */
const SPEED = 200;
const ROUND_TRIP = 150;
/** A TLS record says in its first bytes what it is, of which version, and how long. */
const HEADER = 5;

/** A slow link in front of a server. */
export interface SlowLink extends AsyncDisposable {
  port: number;
  /** From here on what the server sends comes slowly, a flight at a time. */
  begin(): void;
  /** What has come since then: how many bytes, in how many flights, and the TLS records that they make. */
  passed(): { bytes: number; flights: number; records: number[] };
}

/**
 * Puts a link of a slow phone in front of a server, for one connection: packets come at its speed, ten in
 * the first flight, and twice as many in each that follows, a round trip later.
 */
export async function openSlowLink(server: { port: number }): Promise<SlowLink> {
  let waiting = Buffer.alloc(0);
  let wake = () => {};
  const more = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  let slow = false;
  let flights = 0;
  const came: Buffer[] = [];
  const sockets: Socket[] = [];

  async function deliver(to: Socket): Promise<void> {
    let window = FIRST_FLIGHT;
    let arrives: number | undefined;
    while (!to.destroyed) {
      if (waiting.length === 0) await more();
      if (!slow) {
        to.write(waiting);
        waiting = Buffer.alloc(0);
        continue;
      }
      arrives ??= performance.now() + ROUND_TRIP;
      await setTimeout(Math.max(0, arrives - performance.now()));
      flights += 1;
      for (let sent = 0; sent < window && waiting.length > 0; sent += 1) {
        const segment = waiting.subarray(0, SEGMENT);
        waiting = waiting.subarray(SEGMENT);
        await setTimeout(segment.length / SPEED);
        came.push(segment);
        to.write(segment);
      }
      arrives += ROUND_TRIP;
      window *= 2;
    }
  }

  const link = createServer((to) => {
    const from = dial(server.port, '127.0.0.1');
    sockets.push(to, from);
    from.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      wake();
    });
    to.on('data', (chunk) => from.write(chunk));
    to.on('close', () => from.destroy());
    deliver(to);
  });
  await new Promise<void>((resolve) => link.listen(0, '127.0.0.1', resolve));
  return {
    port: (link.address() as AddressInfo).port,
    begin() {
      slow = true;
    },
    passed() {
      const bytes = Buffer.concat(came);
      return { bytes: bytes.length, flights, records: recordsIn(bytes) };
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await link[Symbol.asyncDispose]();
    },
  };
}

/** The sizes of the TLS records that lie one after the other, each with its header. */
function recordsIn(bytes: Buffer): number[] {
  const sizes: number[] = [];
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const size = HEADER + bytes.readUInt16BE(at + 3);
    sizes.push(size);
    at += size;
  }
  return sizes;
}
