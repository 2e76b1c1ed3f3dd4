import { describe, expect, inject, it } from 'vitest';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../src/folders.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { lengthsOf } from '../../src/handbook/pathway-lengths.ts';
import { startBrowser } from '../support/visit.ts';

const open = await startBrowser();

describe('a pathway', () => {
  const url = inject('bookUrl');
  const paths = loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER).then(({ pathways }) =>
    pathways.map((pathway) => ({ ...pathway, lengths: lengthsOf(pathway) })),
  );

  it('shows as many steps as fit the time that its address names, without a script', async () => {
    const page = await open({ javaScriptEnabled: false });
    for (const { id, steps, lengths } of await paths) {
      await page.goto(`${url}/pathways/${id}/`);
      expect(await page.locator('.pathway ol > li:visible').count()).toBe(steps.length);
      for (const { within, steps: fitting } of lengths) {
        await page.locator(`[data-within="${within}"]`).click();
        expect(await page.locator('.pathway ol > li:visible').count(), `${id} ${within}`).toBe(
          fitting,
        );
      }
    }
    expect((await paths).flatMap(({ lengths }) => lengths)).not.toEqual([]);
  });

  it('shows all of it again', async () => {
    const page = await open();
    const [pathway] = (await paths).filter(({ lengths }) => lengths.length > 0);
    await page.goto(`${url}/pathways/${pathway?.id}/#_within-${pathway?.lengths[0]?.within}`);
    await page.locator('[data-within=all]').click();
    expect(await page.locator('.pathway ol > li:visible').count()).toBe(pathway?.steps.length);
  });

  it('prints whole on one page, on A4 and on letter paper', async () => {
    const page = await open();
    for (const { id } of await paths) {
      await page.goto(`${url}/pathways/${id}/`);
      for (const format of ['A4', 'Letter']) {
        const pdf = (await page.pdf({ format })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, `${id} on ${format}`).toBe(1);
      }
    }
  });
});
