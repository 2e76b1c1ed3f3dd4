import { existsSync, readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { removeTemporaryFolders } from '../support/build.ts';
import { headersFor, readRules } from '../support/headers-file.ts';
import { filesOf, readFile } from '../support/pages.ts';
import { type Answer, type Client, openClient, unpack } from './client.ts';
import { type Running, SERVERS } from './servers.ts';

/** What the headers are called that hosts are told of, and none of which an answer may have twice. */
const TOLD = [
  'cache-control',
  'content-security-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
];

/** What files are whose type hosts are told nothing of. */
const TYPES: Record<string, RegExp> = {
  '.css': /^text\/css; charset=utf-8$/,
  '.html': /^text\/html; charset=utf-8$/,
  '.js': /^text\/javascript; charset=utf-8$/,
  '.json': /^application\/json/,
  '.png': /^image\/png$/,
  '.svg': /^image\/svg\+xml/,
  '.txt': /^text\/plain; charset=utf-8$/,
  '.woff2': /^font\/woff2$/,
  '.xml': /^(?:text|application)\/xml(?:; charset=utf-8)?$/,
};

const CODINGS = { identity: '', gzip: '.gz', br: '.br' };

const CASES = SERVERS.flatMap((one) => inject('hosted').map((hosted) => ({ ...one, hosted })));

afterAll(removeTemporaryFolders);

describe.each(CASES)('$server with $hosted.name', ({ start, hosted }) => {
  const { site } = hosted;
  const rules = readRules(readFile(site, '/_headers'));
  const files = filesOf(site).filter((file) => file !== '/_headers');
  /** The address of a path from the site's root. */
  const at = (place: string) => `${site.base.slice(0, -1)}${place}`;
  const addressOf = (file: string) => at(file.replace(/\/index\.html$/, '/'));
  const bytesOf = (file: string) => readFileSync(path.join(site.folder, file));
  /** The headers that hosts are told to send with an address, by their names in lower case. */
  const toldOf = (address: string) =>
    Object.fromEntries(
      headersFor(rules, address).map((header) => {
        const [name = '', value] = header.split(/: (.*)/);
        return [name.toLowerCase(), value];
      }),
    );

  let running: Running;
  let client: Client;
  beforeAll(async () => {
    running = await start(hosted);
    client = openClient(running);
  });
  afterAll(async () => {
    client?.[Symbol.dispose]();
    await running?.[Symbol.asyncDispose]();
  });

  const expectErrorPage = (answer: Answer, address: string) => {
    const { status, headers } = answer;
    expect(status, address).toBe(404);
    expect(unpack(answer).equals(bytesOf('/404.html')), address).toBe(true);
    expect(headers, address).toMatchObject({
      ...toldOf(at('/404.html')),
      'content-type': 'text/html; charset=utf-8',
    });
  };

  it.each(Object.entries(CODINGS))('sends every file as it is, in %s', async (coding, ending) => {
    for (const file of files) {
      const copy = coding !== 'identity' && existsSync(path.join(site.folder, file + ending));
      const answer = await client.ask(addressOf(file), { 'accept-encoding': coding });
      expect(answer.status, file).toBe(200);
      expect(answer.headers['content-encoding'], file).toBe(copy ? coding : undefined);
      expect(answer.sent.equals(bytesOf(copy ? file + ending : file)), file).toBe(true);
      expect(unpack(answer).equals(bytesOf(file)), file).toBe(true);
      // Caddy says nothing of the length of what is compressed: HTTP/2 frames it anyhow.
      const length = answer.headers['content-length'] ?? answer.sent.length;
      expect(Number(length), file).toBe(answer.sent.length);
    }
  });

  it('sends the smallest copy to who takes all, and keeps the copies apart in caches', async () => {
    for (const file of files.filter((one) => existsSync(path.join(site.folder, `${one}.br`)))) {
      const { headers } = await client.ask(addressOf(file), {
        'accept-encoding': 'gzip, deflate, br, zstd',
      });
      expect(headers['content-encoding'], file).toBe('br');
      for (const coding of Object.keys(CODINGS)) {
        const answer = await client.ask(addressOf(file), { 'accept-encoding': coding });
        expect(answer.headers.vary, `${file} in ${coding}`).toBe('Accept-Encoding');
      }
    }
  });

  it('sends with every file the headers that hosts are told of, each once', async () => {
    for (const address of files.map(addressOf)) {
      for (const coding of ['identity', 'br']) {
        const { headers } = await client.ask(address, { 'accept-encoding': coding });
        expect(headers, address).toMatchObject(toldOf(address));
        // Of a header that comes twice, the values are joined.
        for (const name of TOLD) expect(headers[name], address).toBe(toldOf(address)[name]);
      }
    }
  });

  it('says what every file is', async () => {
    for (const file of files) {
      const { headers } = await client.ask(addressOf(file));
      if (toldOf(addressOf(file))['content-type']) continue;
      expect(headers['content-type'], file).toMatch(TYPES[path.extname(file)] ?? /^$/);
    }
  });

  it('answers with the error page where nothing is', async () => {
    for (const place of [
      '/nowhere/',
      '/chapters/nowhere.md',
      '/nowhere.epub',
      '/_astro/nowhere.js',
      '/_astro/',
      '/chapters/',
      '/_headers',
      '/.git/config',
      '/icon.svg/more/',
    ]) {
      expectErrorPage(await client.ask(at(place)), place);
      expectErrorPage(await client.ask(at(place), { 'accept-encoding': 'br' }), place);
    }
  });

  it('answers with it beyond its base path too', async () => {
    if (site.base === '/') return;
    for (const address of ['/nowhere/', '/some/']) {
      expectErrorPage(await client.ask(address), address);
    }
  });

  it('has a page at every address that it once gave away', async () => {
    for (const place of hosted.former) {
      const { status, headers, sent } = await client.ask(at(place));
      expect(status, place).toBe(200);
      expect(headers['content-type'], place).toBe('text/html; charset=utf-8');
      expect(sent.equals(bytesOf(`${place}index.html`)), place).toBe(true);
    }
  });

  it('leads from an address without a slash at its end to the one with it, for good', async () => {
    for (const file of files.filter((one) => /.\/index\.html$/.test(one))) {
      const address = addressOf(file);
      const { status, headers } = await client.ask(address.slice(0, -1));
      expect([301, 308], address).toContain(status);
      expect(headers.location, address).toBe(address);
      expect(headers, address).toMatchObject({ 'x-content-type-options': 'nosniff' });
    }
    const { headers } = await client.ask(`${at('/search')}?q=a+b`);
    expect(headers.location).toBe(`${at('/search/')}?q=a+b`);
  });

  it('says of what has not changed only that, and answers HEAD without a body', async () => {
    for (const place of ['/', '/handbook.json', '/icon.svg', '/handbook.epub']) {
      for (const coding of ['identity', 'br']) {
        const accept = { 'accept-encoding': coding };
        const full = await client.ask(at(place), accept);
        const { etag = '', 'last-modified': modified = '' } = full.headers;
        for (const condition of [{ 'if-none-match': etag }, { 'if-modified-since': modified }]) {
          const answer = await client.ask(at(place), { ...accept, ...condition });
          expect(answer.status, place).toBe(304);
          expect(answer.sent.length, place).toBe(0);
          expect(answer.headers['cache-control'], place).toBe(toldOf(at(place))['cache-control']);
        }
        const head = await client.ask(at(place), { ...accept, ':method': 'HEAD' });
        expect(head.status, place).toBe(200);
        expect(head.sent.length, place).toBe(0);
        const apart = { date: '', 'content-length': '' };
        expect({ ...head.headers, ...apart }, place).toEqual({ ...full.headers, ...apart });
      }
    }
  });

  it('sends a part of the EPUB to who has the rest', async () => {
    const all = bytesOf('/handbook.epub');
    const { status, headers, sent } = await client.ask(at('/handbook.epub'), {
      range: 'bytes=1000-1999',
    });
    expect(status).toBe(206);
    expect(headers['content-range']).toBe(`bytes 1000-1999/${all.length}`);
    expect(sent.equals(all.subarray(1000, 2000))).toBe(true);
  });

  it('says of itself at most its name', async () => {
    for (const place of ['/', '/nowhere/']) {
      const { headers } = await client.ask(at(place));
      expect(JSON.stringify(headers)).not.toMatch(/(?:nginx|caddy)\/?\d/i);
    }
  });

  it('leads whoever comes without TLS to the same address with it', async () => {
    const { statusCode, headers } = await new Promise<IncomingMessage>((resolve, reject) => {
      const address = `${at('/search/')}?q=a+b`;
      get(
        {
          host: '127.0.0.1',
          port: running.plainPort,
          path: address,
          headers: { host: 'localhost' },
        },
        resolve,
      ).on('error', reject);
    });
    expect([301, 308]).toContain(statusCode);
    expect(headers.location).toMatch(/^https:\/\/localhost(?::\d+)?\/.*search\/\?q=a\+b$/);
  });
});
