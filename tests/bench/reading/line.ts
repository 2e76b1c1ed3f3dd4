import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** A connection's line to a reader, as `slow 4G` is in tools that simulate it. */
export const SLOW_4G = { roundTrip: 150, bytesPerSecond: 1_600_000 / 8 };

/** What a packet carries of a stream, in bytes. */
const SEGMENT = 1460;

/** How many packets a new connection may have on their way before the first is confirmed (RFC 6928). */
const FIRST_FLIGHT = 10;

/**
 * A slow line of this machine to itself, for all connections that {@link Line.slow} leads over it. They share
 * what goes through it toward the reader. Each begins with a round trip for the handshake, then sends as much
 * as was confirmed and as much again (slow start), until the line is full. Nothing is lost on it, a
 * connection that was quiet doesn't start anew, and what the reader asks takes time but no room.
 */
export class Line {
  readonly roundTrip: number;
  readonly #bytesPerSecond: number;
  /** When all that was sent so far has left. */
  #free = 0;
  /** When something last arrived, on the clock of `performance.now()`, in milliseconds. */
  lastUsed = 0;

  /** @param line the round trip in milliseconds, and what goes through the line */
  constructor({ roundTrip, bytesPerSecond }: typeof SLOW_4G) {
    this.roundTrip = roundTrip;
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** @returns the stream that a server has of a reader at the other end */
  slow(socket: Socket): Duplex {
    return new SlowConnection(socket, this);
  }

  /** Twice what is on its way when the line is full, in bytes: more would only wait. */
  get most(): number {
    return Math.max(FIRST_FLIGHT * SEGMENT, (2 * this.#bytesPerSecond * this.roundTrip) / 1000);
  }

  /** @returns when a packet arrives that is sent now */
  send(bytes: number): number {
    this.#free = Math.max(this.#free, performance.now()) + (bytes / this.#bytesPerSecond) * 1000;
    return this.#free + this.roundTrip / 2;
  }
}

class SlowConnection extends Duplex {
  readonly #socket: Socket;
  readonly #line: Line;
  readonly #toReader = createSchedule();
  readonly #confirmed = createSchedule();
  #window = FIRST_FLIGHT * SEGMENT;
  #onTheirWay = 0;
  /** What has not been sent of what the server wrote last, and what tells it that it was. */
  #rest: Buffer = Buffer.alloc(0);
  #sent: ((error?: Error) => void) | undefined;
  /** When the last packet arrives. */
  #arrival = 0;

  constructor(socket: Socket, line: Line) {
    super();
    this.#socket = socket.setNoDelay();
    this.#line = line;
    const open = performance.now() + line.roundTrip;
    const fromReader = createSchedule();
    const arrive = (chunk: Buffer | null) => {
      const arrival = Math.max(performance.now(), open) + line.roundTrip / 2;
      fromReader(arrival, () => {
        line.lastUsed = performance.now();
        if (!this.destroyed) this.push(chunk);
      });
    };
    socket
      .on('data', arrive)
      .on('end', () => arrive(null))
      .on('error', () => this.destroy())
      .on('close', () => this.destroy());
  }

  override _read(): void {
    // What a reader asks is pushed as it comes.
  }

  override _write(chunk: Buffer, _: BufferEncoding, sent: (error?: Error) => void): void {
    this.#rest = chunk;
    this.#sent = sent;
    this.#sendOn();
  }

  override _final(done: () => void): void {
    this.#toReader(this.#arrival, () => this.#socket.end());
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }

  #sendOn(): void {
    while (this.#rest.length > 0 && this.#onTheirWay < this.#window) {
      this.#send(this.#rest.subarray(0, SEGMENT));
      this.#rest = this.#rest.subarray(SEGMENT);
    }
    if (this.#rest.length > 0) return;
    const sent = this.#sent;
    this.#sent = undefined;
    sent?.();
  }

  #send(packet: Buffer): void {
    this.#onTheirWay += packet.length;
    this.#arrival = this.#line.send(packet.length);
    this.#toReader(this.#arrival, () => {
      this.#line.lastUsed = performance.now();
      if (!this.#socket.destroyed) this.#socket.write(packet);
    });
    this.#confirmed(this.#arrival + this.#line.roundTrip / 2, () => {
      this.#onTheirWay -= packet.length;
      this.#window = Math.min(this.#window + packet.length, this.#line.most);
      this.#sendOn();
    });
  }
}

/**
 * Timers of different lengths may ring in another order than they should; these don't.
 *
 * @returns does something at a time, on the clock of `performance.now()`; no time may be before the last
 */
function createSchedule(): (time: number, act: () => void) => void {
  const waiting: { time: number; act: () => void }[] = [];
  function ring(): void {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const left = next.time - performance.now();
      if (left > 0) {
        setTimeout(ring, left);
        return;
      }
      next.act();
      waiting.shift();
    }
  }
  return (time, act) => {
    // Whatever is first has its timer, or is what is being done.
    if (waiting.push({ time, act }) === 1) setTimeout(ring, time - performance.now());
  };
}
