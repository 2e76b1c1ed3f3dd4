import { describe, expect, it } from 'vitest';
import { headersFor, readRules } from '../support/headers-file.ts';
import { fileAt, filesOf, readFile, SITES } from '../support/pages.ts';

describe.each(SITES)('what hosts are told about $name', ({ site }) => {
  const rules = readRules(readFile(site, '/_headers'));
  const addresses = filesOf(site)
    .filter((file) => file !== '/_headers')
    .map((file) => `${site.base.slice(0, -1)}${file.replace(/\/index\.html$/, '/')}`);
  const headersOf = (address: string) => headersFor(rules, address);

  it('is to frame no page and to guess no type', () => {
    for (const address of addresses) {
      expect(headersOf(address), address).toEqual(
        expect.arrayContaining([
          "Content-Security-Policy: frame-ancestors 'none'",
          'X-Content-Type-Options: nosniff',
          expect.stringMatching(/^Referrer-Policy: /),
        ]),
      );
    }
  });

  it('is one age for each address: for ever where the name holds a hash, else none', () => {
    for (const address of addresses) {
      const hashed = /\/(_astro|_search)\//.test(address);
      const age = headersOf(address).filter((header) => header.startsWith('Cache-Control: '));
      expect(age, address).toEqual([
        expect.stringContaining(hashed ? 'max-age=31536000, immutable' : 'max-age=0'),
      ]);
    }
  });

  it('is that robots may read everything, and where the sitemap is if there is one', () => {
    const lines = readFile(site, '/robots.txt').trim().split('\n');
    expect(lines.slice(0, 2)).toEqual(['User-agent: *', 'Allow: /']);
    const sitemaps = lines.slice(2).map((line) => line.replace('Sitemap: ', ''));
    expect(sitemaps.length).toBe(site.origin ? 1 : 0);
    for (const url of sitemaps) expect(fileAt(site, new URL(url))).toBe('/sitemap-index.xml');
  });
});
