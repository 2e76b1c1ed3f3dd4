import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:http2';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../bench/reading/certificate.ts';
import { Line } from '../../bench/reading/line.ts';
import { serve } from '../../bench/serve.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../support/build.ts';

const TEXT = 'The same again. '.repeat(100);

const outer = await temporaryFolder();
await writeFile(path.join(outer, 'secret.txt'), 'secret');
const folder = path.join(outer, 'site');
await mkdir(path.join(folder, 'search'), { recursive: true });
await Promise.all([
  writeFile(path.join(folder, 'index.html'), TEXT),
  writeFile(path.join(folder, '404.html'), 'Nothing here.'),
  writeFile(path.join(folder, 'search/index.json'), '{}'),
  writeFile(path.join(folder, 'card.png'), TEXT),
]);
const server = await serve(folder);

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await removeTemporaryFolders();
});

const get = (at: string) => fetch(`${server.url}${at}`);

describe('the server of the benchmarks', () => {
  it('sends text as its type, compressed', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-encoding')).toBe('br');
    expect(await page.text()).toBe(TEXT);
    const data = await get('/search/index.json');
    expect(data.headers.get('content-type')).toBe('application/json');
    expect(await data.json()).toEqual({});
  });

  it('sends what is compressed already as it is', async () => {
    const image = await get('/card.png');
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(image.headers.has('content-encoding')).toBe(false);
    expect(await image.text()).toBe(TEXT);
  });

  it.each(['/nowhere/', '/search', '/..%2fsecret.txt', '/%'])('has nothing at %s', async (at) => {
    const page = await get(at);
    expect(page.status).toBe(404);
    expect(await page.text()).toBe('Nothing here.');
  });

  it('counts what it has sent since it was last asked, compressed as it was', async () => {
    server.takeSent();
    await get('/');
    const { requests, bytes } = server.takeSent();
    expect(requests).toBe(1);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(TEXT.length / 10);
    await Promise.all([get('/card.png'), get('/card.png')]);
    const nothing = { html: 0, css: 0, script: 0, font: 0, other: 0 };
    expect(server.takeSent()).toEqual({
      ...{ requests: 2, bytes: 2 * TEXT.length },
      byKind: { ...nothing, other: 2 * TEXT.length },
    });
    expect(server.takeSent()).toEqual({ requests: 0, bytes: 0, byKind: nothing });
  });
});

it('serves over HTTP/2 where it has a certificate, through a line', async () => {
  const certificate = await makeCertificate();
  const line = new Line({ roundTrip: 2, bytesPerSecond: 1e6 });
  await using secure = await serve(folder, { certificate, line });
  const session = connect(secure.url, { ca: certificate.pem });
  const request = session.request({ ':path': '/' });
  const [headers] = await once(request, 'response');
  expect(headers).toMatchObject({ ':status': 200, 'content-encoding': 'br' });
  expect(brotliDecompressSync(await buffer(request)).toString()).toBe(TEXT);
  expect(secure.takeSent().requests).toBe(1);
  expect(line.lastUsed).toBeGreaterThan(0);
  session.destroy();
});
