import { describe, expect, it } from 'vitest';
import {
  absolute,
  chapterPath,
  claimPath,
  href,
  LocationError,
  readLocation,
  sectionPath,
  sharePath,
  sourcePath,
  topicPath,
} from '../../src/handbook/address.ts';

describe('addresses', () => {
  it('hold no part, order or topic, and end in a slash or a fragment', () => {
    expect([
      chapterPath('boots'),
      sectionPath('boots', 'laces'),
      sharePath('laces'),
      topicPath('walking'),
      sourcePath('essay'),
      claimPath('essay', 'rest'),
    ]).toEqual([
      '/chapters/boots/',
      '/chapters/boots/#laces',
      '/s/laces/',
      '/topics/walking/',
      '/sources/essay/',
      '/sources/essay/#rest',
    ]);
  });

  it.each([
    ['/', '/topics/', '/topics/'],
    ['/some/base/', '/topics/', '/some/base/topics/'],
    ['/some/base/', '/', '/some/base/'],
  ])('under %s, lead from %s to %s', (base, path, expected) => {
    expect(href(path, { base })).toBe(expected);
  });

  it('are absolute where the site is known', () => {
    const location = { site: 'https://example.org', base: '/some/base/' };
    expect(absolute('/s/laces/', location)).toBe('https://example.org/some/base/s/laces/');
  });

  it('begin with the base path where the site is not known', () => {
    expect(absolute('/s/laces/', { site: undefined, base: '/base/' })).toBe('/base/s/laces/');
  });
});

describe('the location', () => {
  it.each([
    [{}, undefined, '/'],
    [{ SITE_URL: '', BASE_PATH: '' }, undefined, '/'],
    [{ BASE_PATH: '/' }, undefined, '/'],
    [{ BASE_PATH: 'some//base' }, undefined, '/some/base/'],
    [{ BASE_PATH: '/some/base/' }, undefined, '/some/base/'],
    [{ BASE_PATH: '/~me/v1.2_x-y' }, undefined, '/~me/v1.2_x-y/'],
    [{ SITE_URL: 'https://example.org' }, 'https://example.org', '/'],
    [{ SITE_URL: 'https://EXAMPLE.org/' }, 'https://example.org', '/'],
    [{ SITE_URL: 'http://localhost:8080', BASE_PATH: 'x' }, 'http://localhost:8080', '/x/'],
  ])('of %j is %s and %s', (env, site, base) => {
    expect(readLocation(env)).toEqual({ site, base });
  });

  it.each([
    'example.org',
    'ftp://example.org',
    'https://example.org/some/path',
    'https://example.org/?a=b',
    'https://example.org/#a',
    'javascript:alert(1)',
  ])('refuses %s as SITE_URL and says what it expected', (url) => {
    expect(() => readLocation({ SITE_URL: url })).toThrow(
      new LocationError(
        `SITE_URL is "${url}"; expected an origin such as "https://example.org". A path belongs in BASE_PATH.`,
      ),
    );
  });

  it.each([
    '/some base/',
    '/a/../b',
    '/./',
    '/a?b',
    '/a#b',
    'https://example.org/a',
    '/a%20b/',
    '/a\\b/',
  ])('refuses %s as BASE_PATH and says what it expected', (base) => {
    expect(() => readLocation({ BASE_PATH: base })).toThrow(
      new LocationError(
        `BASE_PATH is "${base}"; expected a path of plain segments, such as "/waymark/". Set it again, or leave it out for the root of a host.`,
      ),
    );
  });
});
