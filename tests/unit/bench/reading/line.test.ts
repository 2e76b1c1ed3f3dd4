import type { Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Line } from '../../../bench/reading/line.ts';

/** 100 ms there and back, and 100 KB a second. */
const LINE = { roundTrip: 100, bytesPerSecond: 100_000 };

/** What a new connection may send at once, in bytes. */
const FLIGHT = 14_600;

/** A reader's end of a connection: `says` sends, and `heard` counts the bytes that came. */
function connect(line: Line) {
  const toServer = new PassThrough();
  let heard = 0;
  const socket = Object.assign(toServer, {
    setNoDelay: () => socket,
    write(packet: Buffer) {
      heard += packet.length;
      return true;
    },
  });
  const server = line.slow(socket as unknown as Socket);
  let asked = '';
  server.on('data', (chunk) => {
    asked += chunk;
  });
  return {
    server,
    says: (text: string) => toServer.push(text),
    heard: () => heard,
    asked: () => asked,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a slow line', () => {
  it('takes a round trip to connect, and half of one for what is asked', async () => {
    const { says, asked } = connect(new Line(LINE));
    says('hello');
    await vi.advanceTimersByTimeAsync(148);
    expect(asked()).toBe('');
    await vi.advanceTimersByTimeAsync(4);
    expect(asked()).toBe('hello');
  });

  it('brings no more than its bandwidth, half a round trip later', async () => {
    const { server, heard } = connect(new Line(LINE));
    server.write(Buffer.alloc(FLIGHT));
    await vi.advanceTimersByTimeAsync(60);
    expect(heard()).toBe(0);
    await vi.advanceTimersByTimeAsync(70);
    expect(heard()).toBeGreaterThan(FLIGHT / 3);
    expect(heard()).toBeLessThan(FLIGHT);
    await vi.advanceTimersByTimeAsync(70);
    expect(heard()).toBe(FLIGHT);
  });

  it('sends ten packets of a new connection, and twice as many for each round trip', async () => {
    const { server, heard } = connect(new Line({ ...LINE, bytesPerSecond: 1e9 }));
    server.write(Buffer.alloc(10 * FLIGHT));
    await vi.advanceTimersByTimeAsync(60);
    expect(heard()).toBe(FLIGHT);
    await vi.advanceTimersByTimeAsync(100);
    expect(heard()).toBe(3 * FLIGHT);
    await vi.advanceTimersByTimeAsync(100);
    expect(heard()).toBe(7 * FLIGHT);
  });

  it('is shared by all connections', async () => {
    const line = new Line(LINE);
    const connections = [connect(line), connect(line)];
    for (const { server } of connections) server.write(Buffer.alloc(FLIGHT));
    await vi.advanceTimersByTimeAsync(200);
    const heard = connections.reduce((sum, { heard }) => sum + heard(), 0);
    expect(heard).toBeGreaterThan(0.8 * FLIGHT);
    expect(heard).toBeLessThan(1.2 * FLIGHT);
  });
});
