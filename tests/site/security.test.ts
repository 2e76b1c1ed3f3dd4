import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DATA_SCRIPT, isOwn, type Page, readPages, resolve, SITES } from '../support/pages.ts';

const META = 'meta[http-equiv="content-security-policy" i]';

/** The sources of each directive of a page's policy. */
function policyOf({ $ }: Page): Map<string, string[]> {
  const directives = ($(META).attr('content') ?? '')
    .split(';')
    .map((one) => one.trim().split(/\s+/));
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]));
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe.each(SITES)('every page of $name', ({ site }) => {
  const pages = readPages(site);

  it('has one security policy, in its head', () => {
    for (const { path, $ } of pages) expect($(`head > ${META}`).length, path).toBe(1);
  });

  it('lets nothing run but its own scripts and the hashed ones', () => {
    for (const page of pages) {
      const policy = policyOf(page);
      for (const name of ['script-src', 'style-src']) {
        const loose = policy
          .get(name)
          ?.filter((source) => !/^'(self|sha(256|384|512)-.+)'$/.test(source));
        expect(loose, `${name} of ${page.path}`).toEqual([]);
      }
      expect(policy.get('default-src'), page.path).toEqual(["'self'"]);
      expect(policy.get('object-src'), page.path).toEqual(["'none'"]);
      expect(policy.get('base-uri'), page.path).toEqual(["'none'"]);
      expect(policy.get('form-action'), page.path).toEqual(["'self'"]);
    }
  });

  it('has the hashes of its inline scripts and styles in its policy, and no others', () => {
    for (const page of pages) {
      const policy = policyOf(page);
      for (const [element, directive] of [
        ['script:not([src])', 'script-src'],
        ['style', 'style-src'],
      ] as const) {
        const inline = page.$(element).not(DATA_SCRIPT).toArray();
        const needed = inline.map((node) => hashOf(page.$(node).html() ?? ''));
        const allowed = policy.get(directive)?.filter((source) => source !== "'self'");
        expect(allowed?.sort(), `${directive} of ${page.path}`).toEqual(
          [...new Set(needed)].sort(),
        );
      }
    }
  });

  it('has nothing ahead of its policy but its encoding', () => {
    for (const { path, html } of pages) {
      const ahead = html.slice(0, html.search(/<meta[^>]+content-security-policy/i));
      expect(ahead, path).toMatch(/^<!doctype html><html[^>]*><head><meta charset="utf-8">$/i);
    }
  });

  it('has no handler, style or script in an attribute', () => {
    const found = pages.flatMap(({ path, $ }) =>
      $('*')
        .toArray()
        .flatMap((node) => Object.entries($(node).attr() ?? {}))
        .filter(
          ([name, value]) =>
            name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value),
        )
        .map(([name, value]) => `${path} has ${name}="${value}"`),
    );
    expect(found).toEqual([]);
  });

  it('asks nothing of another host', () => {
    const found = pages.flatMap((page) => {
      const { $, path } = page;
      const attributes = $(
        'link:not([rel=canonical]), script, img, source, iframe, form, use, image',
      )
        .toArray()
        .flatMap(({ attribs }) => [
          attribs.href,
          attribs.src,
          attribs.action,
          ...(attribs.srcset?.split(',').map((one) => one.trim().split(' ')[0]) ?? []),
        ]);
      const css = $('style').text();
      const inCss = [...css.matchAll(/(?:url\(|@import\s+)["']?([^"')]+)/g)].map(([, url]) => url);
      return [...attributes, ...inCss]
        .filter((link) => link !== undefined && !isOwn(site, resolve(site, page, link)))
        .map((link) => `${path} asks for ${link}`);
    });
    expect(found).toEqual([]);
  });
});
