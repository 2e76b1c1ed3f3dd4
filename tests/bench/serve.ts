/** Serves a built site to a benchmark as a good host does, and counts what it sends. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import {
  type AddressInfo,
  createServer as createListener,
  type Server as Listener,
  type Socket,
} from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Certificate } from './reading/certificate.ts';
import type { Line } from './reading/line.ts';

const compress = promisify(brotliCompress);

/** What a page is made of. */
export const KINDS = ['html', 'css', 'script', 'font', 'other'] as const;

type Kind = (typeof KINDS)[number];

/** The types of what builds write, and whether they are worth compressing. */
const TYPES: Record<string, { type: string; isText: boolean; kind: Kind }> = {
  '.html': { type: 'text/html; charset=utf-8', isText: true, kind: 'html' },
  '.css': { type: 'text/css; charset=utf-8', isText: true, kind: 'css' },
  '.js': { type: 'text/javascript; charset=utf-8', isText: true, kind: 'script' },
  '.json': { type: 'application/json', isText: true, kind: 'other' },
  '.svg': { type: 'image/svg+xml', isText: true, kind: 'other' },
  '.xml': { type: 'application/xml', isText: true, kind: 'other' },
  '.txt': { type: 'text/plain; charset=utf-8', isText: true, kind: 'other' },
  '.webmanifest': { type: 'application/manifest+json', isText: true, kind: 'other' },
  '.png': { type: 'image/png', isText: false, kind: 'other' },
  '.woff2': { type: 'font/woff2', isText: false, kind: 'font' },
};

const UNKNOWN = { type: 'application/octet-stream', isText: false, kind: 'other' } as const;

/** How long nobody asks for anything once a page has all that it wants, in milliseconds. */
const QUIET = 500;

/** What a server has sent. */
export interface Sent {
  requests: number;
  /** Of the answers' bodies, compressed as they were. */
  bytes: number;
  byKind: Record<Kind, number>;
}

/** How a server reaches its readers: over HTTP/2, and a line that may be slow. */
export interface Connection {
  certificate: Certificate;
  line: Line;
}

export interface Server extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  /** Waits until nobody has asked for anything and nothing has arrived for a while; browsers fetch some things late, such as icons. */
  quiet(): Promise<void>;
  /** What it has sent since it was last asked. */
  takeSent(): Sent;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  kind: Kind;
}

/**
 * Serves a folder at the root of a port of this machine. Text is compressed with brotli when it is first
 * asked for, and kept: that one answer is slower than a host's would be.
 *
 * @param folder the built site
 * @param connection how readers are reached; over HTTP/1.1 and without delay if it is left out
 */
export async function serve(folder: string, connection?: Connection): Promise<Server> {
  const answers = new Map<string, Promise<Answer>>();
  let sent = nothing();
  let lastAsked = performance.now();

  function answerTo(pathname: string): Promise<Answer> {
    const answer = answers.get(pathname) ?? createAnswer(folder, pathname);
    answers.set(pathname, answer);
    return answer;
  }

  async function quiet(): Promise<void> {
    const last = Math.max(lastAsked, connection?.line.lastUsed ?? 0);
    const left = last + QUIET - performance.now();
    if (left <= 0) return;
    await setTimeout(left);
    await quiet();
  }

  const { listener, stop } = createHost(connection, async ({ url = '/' }, response) => {
    lastAsked = performance.now();
    const { pathname } = new URL(url, 'http://localhost');
    const { status, headers, body, kind } = await answerTo(pathname);
    sent.requests += 1;
    sent.bytes += body.length;
    sent.byKind[kind] += body.length;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    listener.on('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = listener.address() as AddressInfo;
  return {
    url: `${connection ? 'https' : 'http'}://127.0.0.1:${port}`,
    quiet,
    takeSent() {
      const taken = sent;
      sent = nothing();
      return taken;
    },
    [Symbol.asyncDispose]: stop,
  };
}

function nothing(): Sent {
  return { requests: 0, bytes: 0, byKind: { html: 0, css: 0, script: 0, font: 0, other: 0 } };
}

/** What HTTP/1.1 and HTTP/2 have in common. */
type Respond = (
  request: { url?: string | undefined },
  response: {
    writeHead(status: number, headers: Record<string, string>): { end(body: Buffer): unknown };
  },
) => void;

interface Host {
  listener: Listener;
  stop(): Promise<void>;
}

function createHost(connection: Connection | undefined, respond: Respond): Host {
  if (!connection) {
    const listener = createServer(respond);
    return { listener, stop: () => listener[Symbol.asyncDispose]() };
  }
  const { certificate, line } = connection;
  const { pem } = certificate;
  const server = createSecureServer({ key: pem, cert: pem }, respond);
  const sockets = new Set<Socket>();
  const listener = createListener((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    server.emit('connection', line.slow(socket));
  });
  return {
    listener,
    stop() {
      // Browsers keep their connections.
      for (const socket of sockets) socket.destroy();
      return listener[Symbol.asyncDispose]();
    },
  };
}

async function createAnswer(folder: string, pathname: string): Promise<Answer> {
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  // No name needs decoding, and what stays in code can't lead out of the folder.
  const found = await readOrNothing(path.join(folder, name));
  const file = found ? name : '/404.html';
  const bytes = found ?? (await readOrNothing(path.join(folder, file))) ?? Buffer.alloc(0);
  const { type, isText, kind } = TYPES[path.extname(file)] ?? UNKNOWN;
  return {
    status: found ? 200 : 404,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'max-age=600',
      ...(isText && { 'Content-Encoding': 'br' }),
    },
    body: isText ? await compress(bytes) : bytes,
    kind,
  };
}

async function readOrNothing(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined);
}
