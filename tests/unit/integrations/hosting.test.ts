import type { Dirent } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostingHeaders } from '../../../src/integrations/hosting.ts';
import { headersFor, readRules } from '../../support/headers-file.ts';

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
  'feed.xml',
  'handbook.epub',
  'llms.txt',
  'opensearch.xml',
];

/** What hosts are told about a site. */
const rulesFor = (base: string) => readRules(hostingHeaders(SITE.map(entry), { base }));

/** The headers of some name that a host finds for an address. */
const headersOf = (name: string, address: string, base = '/') =>
  headersFor(rulesFor(base), address).filter((header) => header.startsWith(`${name}: `));
const cachingOf = (address: string, base = '/') => headersOf('Cache-Control', address, base);

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
    '/chapters/boots.md',
    '/llms.txt',
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

  it.each([
    ['/chapters/boots.md', 'text/markdown; charset=utf-8'],
    ['/llms.txt', 'text/plain; charset=utf-8'],
    ['/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/handbook.epub', 'application/epub+zip'],
    ['/opensearch.xml', 'application/opensearchdescription+xml; charset=utf-8'],
  ])('say what %s is, and how it is encoded', (address, type) => {
    for (const base of ['/', '/some/base/']) {
      const at = `${base.slice(0, -1)}${address}`;
      expect(headersOf('Content-Type', at, base)).toEqual([`Content-Type: ${type}`]);
    }
  });

  it('say nothing of what a page is, which hosts know', () => {
    expect(headersOf('Content-Type', '/chapters/boots/')).toEqual([]);
  });

  it('stand in one rule for each address', () => {
    const paths = rulesFor('/').map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
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
