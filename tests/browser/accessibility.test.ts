import { describe, expect, inject, it } from 'vitest';
import { expectNoFaults, faultsOf } from '../support/axe.ts';
import { readCatalog } from '../support/catalog.ts';
import { kindsOf, startBrowser, visit } from '../support/visit.ts';

const open = await startBrowser();

describe('the pages break no rule', () => {
  const site = inject('book');
  const url = inject('bookUrl');
  const { chapter, 'whole book': wholeBook, ...others } = kindsOf(site);
  const chapters = readCatalog(site).chapters.map(({ id }) => `/chapters/${id}/`);
  const paths = [...chapters, ...Object.values(others)];
  expect(chapters).toContain(chapter);

  it.each(paths)('in light and in dark: %s', async (path) => {
    const page = await open({ reducedMotion: 'reduce' });
    await visit(page, `${url}${path}`);
    await expectNoFaults(page);
  });

  it('in light and in dark: the whole book, where it is short enough to be looked through', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await visit(page, `${inject('fixtureUrl')}${wholeBook}`);
    await expectNoFaults(page);
  });

  it('on a phone, where a chapter folds its sources away', async () => {
    const page = await open({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
    await visit(page, `${url}${chapter}`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('with a passage marked, in light and in dark', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    const claims = readCatalog(site).sources.flatMap((source) => source.claims);
    const cited = claims.find(({ sections }) => sections.length > 0);
    await visit(page, String(cited?.url.replace(site.origin ?? '', url)));
    expect(await page.locator(':target').count()).toBe(1);
    await expectNoFaults(page);
  });
});
