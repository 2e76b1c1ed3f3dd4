import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { countWords } from '../../src/handbook/words.ts';
import { readCatalog } from '../support/catalog.ts';
import { cutFrom, print, splitFoot, squeeze } from '../support/paper.ts';
import type { PdfPage } from '../support/pdf.ts';
import { SERVED, startBrowser } from '../support/visit.ts';

const open = await startBrowser();

/** Words on a leaf of nothing but small type, and on one of chapters with their headings, notes and white space. */
const WORDS_ON_A_LEAF = { most: 800, least: 150 };

describe.each(SERVED)('the whole book as a PDF: $name', ({ site, url }) => {
  const { chapters, parts } = readCatalog(site);
  let leaves: PdfPage[];
  let bodies: string[];
  /** What the page holds, as a browser shows it on paper. */
  let text: string;
  let targets: string[];

  beforeAll(async () => {
    const page: Page = await open({ javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${url}/print/`);
    [text = ''] = await page.locator('main').allInnerTexts();
    targets = await page
      .locator('main a')
      .evaluateAll((links) =>
        links
          .filter((link) => link.checkVisibility())
          .map((link) => String(link.getAttribute('href'))),
      );
    leaves = await print(page, 'A4');
    bodies = leaves.map((leaf) => splitFoot(leaf).body);
  }, 120_000);

  it('has as many pages as its words ask for, and none is empty', () => {
    const words = countWords(text);
    // Every chapter and every list begins on a new page.
    const begun = chapters.length + 12;
    expect(leaves.length).toBeGreaterThan(words / WORDS_ON_A_LEAF.most);
    expect(leaves.length).toBeLessThan(words / WORDS_ON_A_LEAF.least + begun);
    expect(bodies.flatMap((body, index) => (body === '' ? index + 1 : []))).toEqual([]);
  });

  it('numbers its pages, but for the title', () => {
    const numbers = leaves.map((leaf) => splitFoot(leaf).number);
    expect(numbers).toEqual(leaves.map((_, index) => (index === 0 ? '' : `${index + 1}`)));
  });

  it('is cut nowhere', () => {
    leaves.forEach((leaf, index) => {
      expect(cutFrom(leaf), `leaf ${index + 1}`).toEqual([]);
    });
    const wanted = countWords(text);
    expect(countWords(bodies.join(' '))).toBeGreaterThan(0.98 * wanted);
    expect(squeeze(bodies.join(''))).toContain(squeeze(text).slice(-60));
  });

  it('begins each chapter on a page of its own, in the order of the book', () => {
    const begins = chapters.map(({ title }, index) => {
      const number = index + 1;
      const first = parts.find((part) => part.chapters[0] === chapters[index]?.id);
      const heading = `${first ? `Part ${parts.indexOf(first) + 1}: ${first.title} ` : ''}${number} ${title}`;
      return bodies.findLastIndex((body) => squeeze(body).startsWith(squeeze(heading)));
    });
    expect(begins).not.toContain(-1);
    expect(begins).toEqual([...new Set(begins)].sort((a, b) => a - b));
  });

  it('leads from the contents, and from everywhere else, to places in it', () => {
    const links = leaves.flatMap((leaf) => leaf.links);
    const inside = links.filter((link) => typeof link === 'number');
    expect(inside.filter((page) => page === 0)).toEqual([]);
    const wanted = targets.filter((target) => target.startsWith('#'));
    // One that goes on in the next line is two in a PDF.
    expect(inside.length).toBeGreaterThanOrEqual(wanted.length);
    expect(wanted).toEqual(expect.arrayContaining(chapters.map(({ id }) => `#${id}`)));
  });

  it('leads out of it by whole addresses', () => {
    const links = leaves.flatMap((leaf) => leaf.links);
    const outside = new Set(links.filter((link) => typeof link === 'string'));
    const wanted = targets
      .filter((target) => !target.startsWith('#'))
      .map((target) => new URL(target, url).href);
    expect(outside).toEqual(new Set(wanted));
    expect([...outside].filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
  });
});
