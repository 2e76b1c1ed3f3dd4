import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { kindsOf, startBrowser, visit } from '../support/visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const open = await startBrowser();

/** What is wrong with a page, a rule and the elements that break it a line. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate<AxeResults, string[]>(
    (tags) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
        runOnly: { type: 'tag', values: tags },
      }),
    TAGS,
  );
  expect(passes).not.toEqual([]);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}, ${help}: ${html} (${any[0]?.message ?? ''})`),
  );
}

describe('the pages break no rule', () => {
  const site = inject('book');
  const url = inject('bookUrl');
  const { chapter, ...others } = kindsOf(site);
  const chapters = readCatalog(site).chapters.map(({ id }) => `/chapters/${id}/`);
  const paths = [...chapters, ...Object.values(others)];
  expect(chapters).toContain(chapter);

  it.each(paths)('in light and in dark: %s', async (path) => {
    const page = await open({ colorScheme: 'light', reducedMotion: 'reduce' });
    await visit(page, `${url}${path}`);
    expect(await faultsOf(page), 'in light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page), 'in dark').toEqual([]);
  });

  it('on a phone, where a chapter folds its sources away', async () => {
    const page = await open({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
    await visit(page, `${url}${chapter}`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('with a passage marked, in light and in dark', async () => {
    const page = await open({ colorScheme: 'light', reducedMotion: 'reduce' });
    const claims = readCatalog(site).sources.flatMap((source) => source.claims);
    const cited = claims.find(({ sections }) => sections.length > 0);
    await visit(page, String(cited?.url.replace(site.origin ?? '', url)));
    expect(await page.locator(':target').count()).toBe(1);
    expect(await faultsOf(page), 'in light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page), 'in dark').toEqual([]);
  });
});
