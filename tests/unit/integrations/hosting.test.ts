import type { Dirent } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostingHeaders } from '../../../src/integrations/hosting.ts';

const entry = (name: string) =>
  ({ name: name.replace('/', ''), isDirectory: () => name.endsWith('/') }) as Dirent;

const SITE = [
  '_astro/',
  '_search/',
  'chapters/',
  's/',
  'search/',
  '404.html',
  'icon.svg',
  'index.html',
];

/** The rules of a site: each one's address, and its headers. */
const rulesFor = (base: string) =>
  hostingHeaders(SITE.map(entry), { base })
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const [path = '', ...headers] = block.split('\n').map((line) => line.trim());
      return { path, headers };
    });

/** The caching rules that a host finds for an address; `*` is anything, `:name` a segment. */
const cachingOf = (address: string, base = '/') =>
  rulesFor(base)
    .filter(({ path }) => {
      const pattern = path.replaceAll('.', '\\.').replaceAll('*', '.*').replace(/:\w+/, '[^/]+');
      return new RegExp(`^${pattern}$`).test(address);
    })
    .flatMap(({ headers }) => headers.filter((header) => header.startsWith('Cache-Control: ')));

const FOREVER = ['Cache-Control: public, max-age=31536000, immutable'];
const REVALIDATE = ['Cache-Control: public, max-age=0, must-revalidate'];

describe('hosting headers', () => {
  it.each([
    '/_astro/reading.B4x2.woff2',
    '/_search/1a2b3c4d5e6f/record-0.json',
    '/_search/1a2b3c4d5e6f/shard-12.json',
  ])('let a copy of %s be kept for ever', (address) => {
    expect(cachingOf(address)).toEqual(FOREVER);
  });

  it.each([
    '/',
    '/index.html',
    '/404.html',
    '/icon.svg',
    '/chapters/boots/',
    '/chapters/boots/index.html',
    '/s/laces/',
    '/search/',
    '/search/index.json',
  ])('have a copy of %s asked for again', (address) => {
    expect(cachingOf(address)).toEqual(REVALIDATE);
  });

  it('stand below the base path, each of them', () => {
    const paths = rulesFor('/some/base/').map(({ path }) => path);
    expect(paths).toEqual(rulesFor('/').map(({ path }) => `/some/base${path}`));
    expect(cachingOf('/some/base/', '/some/base/')).toEqual(REVALIDATE);
    expect(cachingOf('/some/base/_astro/a.css', '/some/base/')).toEqual(FOREVER);
  });

  it('forbid framing and guessing on every address', () => {
    expect(rulesFor('/')[0]).toMatchObject({
      path: '/*',
      headers: expect.arrayContaining([
        "Content-Security-Policy: frame-ancestors 'none'",
        'X-Content-Type-Options: nosniff',
      ]),
    });
  });
});
