import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import {
  CHAPTER_BYTES,
  READING_SCRIPT_BYTES,
  ROMAN_FONT_BYTES,
} from '../../src/handbook/budgets.ts';
import { DATA_SCRIPT, fileAt, type Page, readFile, readPages, resolve } from '../support/pages.ts';

const book = inject('book');
const chapters = readPages(book).filter(({ path }) => path.startsWith('/chapters/'));

const gzip = (text: string) => gzipSync(text, { level: 9 }).length;
const brotli = (text: string) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  }).length;

/** What pages hold, each as what is taken out to leave the rest, and what stays in its place. */
const PARTS: [name: string, what: RegExp, stays: string][] = [
  ['CSS', /<style>.*?<\/style>/gs, ''],
  ['script', /<script(?! type="application\/ld).*?<\/script>/gs, ''],
  ['policy', /<meta http-equiv="content-security-policy"[^>]*>/g, ''],
  ['data for programs', /<script.*?<\/script>/gs, ''],
  ['metadata', /<head>.*<\/head>/s, ''],
  ['drawings', /<svg.*?<\/svg>/gs, ''],
  ['text', />[^<]+/g, '>'],
  ['addresses', / href="[^"]*"/g, ''],
  ['classes', / class="[^"]*"/g, ''],
];

/** What a page weighs, and how much lighter it gets as its parts are taken out one by one, the heaviest first. */
function weigh({ path, html }: Page, squeeze: (text: string) => number): string {
  let rest = html;
  const parts = PARTS.map(([name, what, stays]) => {
    const before = squeeze(rest);
    rest = rest.replace(what, stays);
    return { name, bytes: before - squeeze(rest) };
  });
  const all = [...parts, { name: 'other tags', bytes: squeeze(rest) }]
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ name, bytes }) => `${name} ${bytes}`);
  return `${path} has ${squeeze(html)} bytes, and may have ${CHAPTER_BYTES}: ${all.join(', ')}`;
}

/** The address of a script and of all that it imports before it runs. */
function scriptsFrom(address: URL, seen: Set<string>): void {
  if (seen.has(address.href)) return;
  seen.add(address.href);
  const code = readFile(book, fileAt(book, address) ?? '');
  for (const [, link] of code.matchAll(/\b(?:import|from)\s*["']([^"']+)["']/g)) {
    scriptsFrom(new URL(link ?? '', address), seen);
  }
}

describe.each([
  { name: 'gzip', squeeze: gzip },
  { name: 'brotli', squeeze: brotli },
])('a chapter in $name', ({ squeeze }) => {
  it.each(chapters)('fits the first flight of a connection: $path', (page) => {
    expect(squeeze(page.html), weigh(page, squeeze)).toBeLessThanOrEqual(CHAPTER_BYTES);
  });
});

describe('the scripts of a chapter', () => {
  it.each(chapters)('are small: $path', (page) => {
    const inline = page
      .$('script:not([src])')
      .not(DATA_SCRIPT)
      .toArray()
      .map((node) => page.$(node).html() ?? '');
    const fetched = new Set<string>();
    for (const { attribs } of page.$('script[src], link[rel=modulepreload]').toArray()) {
      scriptsFrom(resolve(book, page, attribs.src ?? attribs.href ?? ''), fetched);
    }
    const files = [...fetched].map((url) => readFile(book, fileAt(book, new URL(url)) ?? ''));
    const sizes = [...inline, ...files].map(brotli);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    expect(all, `${sizes} bytes in ${[...inline, ...fetched]}`).toBeLessThanOrEqual(
      READING_SCRIPT_BYTES,
    );
    expect(fetched.size).toBeGreaterThan(0);
  });

  it.each(chapters)('hold up nothing but for the line of the theme: $path', ({ $ }) => {
    const blocking = $('script:not([type=module], [type=speculationrules])')
      .not(DATA_SCRIPT)
      .toArray();
    expect(blocking.map((node) => $(node).html())).toEqual([
      readFileSync('src/client/before-paint.js', 'utf8'),
    ]);
  });
});

describe('the reading font', () => {
  const [chapter] = chapters;
  const preloaded = () =>
    chapter
      ?.$('link[rel=preload][as=font]')
      .toArray()
      .map(({ attribs }) => fileAt(book, resolve(book, chapter, attribs.href ?? '')) ?? '') ?? [];

  it('is preloaded in its roman alone', () => {
    const faces = [...(chapter?.html.matchAll(/@font-face\s*\{.*?\}/gs) ?? [])].map(String);
    const romans = faces.filter((face) => /font-style:\s*normal/.test(face));
    expect(preloaded().length).toBe(1);
    expect(romans.join()).toContain(preloaded()[0]);
  });

  it('is small', () => {
    const sizes = preloaded().map((file) => readFileSync(path.join(book.folder, file)).length);
    expect(sizes.length).toBe(1);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(ROMAN_FONT_BYTES);
  });
});
