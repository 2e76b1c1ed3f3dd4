/** Serves a built site to a benchmark as a good host does, and counts what it sends. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

/** The types of what a build writes, and whether they are text, which is worth compressing. */
const TYPES: Record<string, { type: string; isText: boolean }> = {
  '.html': { type: 'text/html; charset=utf-8', isText: true },
  '.css': { type: 'text/css; charset=utf-8', isText: true },
  '.js': { type: 'text/javascript; charset=utf-8', isText: true },
  '.json': { type: 'application/json', isText: true },
  '.svg': { type: 'image/svg+xml', isText: true },
  '.xml': { type: 'application/xml', isText: true },
  '.txt': { type: 'text/plain; charset=utf-8', isText: true },
  '.webmanifest': { type: 'application/manifest+json', isText: true },
  '.png': { type: 'image/png', isText: false },
  '.woff2': { type: 'font/woff2', isText: false },
};

/** How long nobody asks for anything once a page has all that it wants, in milliseconds. */
const QUIET = 500;

/** What a server has sent. */
export interface Sent {
  requests: number;
  /** Of the answers' bodies, compressed as they were. */
  bytes: number;
}

export interface Server extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  /** Waits until nobody has asked for anything for a while; browsers fetch some things late, such as icons. */
  quiet(): Promise<void>;
  /** What it has sent since it was last asked. */
  takeSent(): Sent;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * Serves a folder at the root of a port of this machine. Text is compressed with brotli when it is first
 * asked for, and kept: that one answer is slower than a host's would be.
 *
 * @param folder the built site
 */
export async function serve(folder: string): Promise<Server> {
  const answers = new Map<string, Promise<Answer>>();
  let sent: Sent = { requests: 0, bytes: 0 };
  let lastAsked = Date.now();

  function answerTo(pathname: string): Promise<Answer> {
    const answer = answers.get(pathname) ?? createAnswer(folder, pathname);
    answers.set(pathname, answer);
    return answer;
  }

  async function quiet(): Promise<void> {
    const left = lastAsked + QUIET - Date.now();
    if (left <= 0) return;
    await setTimeout(left);
    await quiet();
  }

  const server = createServer(async ({ url = '/' }, response) => {
    lastAsked = Date.now();
    const { status, headers, body } = await answerTo(new URL(url, 'http://localhost').pathname);
    sent = { requests: sent.requests + 1, bytes: sent.bytes + body.length };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    quiet,
    takeSent() {
      const taken = sent;
      sent = { requests: 0, bytes: 0 };
      return taken;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function createAnswer(folder: string, pathname: string): Promise<Answer> {
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  // No name needs decoding, and what stays in code can't lead out of the folder.
  const found = await readOrNothing(path.join(folder, name));
  const file = found ? name : '/404.html';
  const bytes = found ?? (await readOrNothing(path.join(folder, file))) ?? Buffer.alloc(0);
  const { type, isText } = TYPES[path.extname(file)] ?? {
    type: 'application/octet-stream',
    isText: false,
  };
  return {
    status: found ? 200 : 404,
    headers: { 'Content-Type': type, ...(isText && { 'Content-Encoding': 'br' }) },
    body: isText ? await compress(bytes) : bytes,
  };
}

async function readOrNothing(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined);
}
