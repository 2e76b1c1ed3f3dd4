import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  changedFixture,
  FIXTURE,
  removeTemporaryFolders,
  run,
  temporaryFolder,
} from '../support/build.ts';

afterAll(removeTemporaryFolders);

/** How many cards a build says that it drew anew. */
const drawnBy = (output: string) =>
  Number(/\d+ cards for previews, (\d+) of them drawn anew/.exec(output)?.[1]);

describe('a build', () => {
  it('draws the cards that say something new, and takes the others from the build before', async () => {
    const folder = await temporaryFolder();
    const build = (content: string) =>
      run(['build', '--outDir', folder], { HANDBOOK_CONTENT: content });
    await build(FIXTURE);
    const title = `A title of ${randomUUID()}`;
    const content = await changedFixture({
      'chapters/second-steps.mdx': (text) => text.replace(/^title: .*$/m, `title: ${title}`),
    });
    const [changed, again] = [await build(content), await build(content)];
    expect(drawnBy(changed.output)).toBeGreaterThan(0);
    const all = Number(/(\d+) cards for previews/.exec(changed.output)?.[1]);
    expect(drawnBy(changed.output)).toBeLessThan(all);
    expect(drawnBy(again.output)).toBe(0);
    expect(existsSync(path.join(folder, 'cards/second-steps.png'))).toBe(true);
  }, 120_000);

  it('does without cards where its author wants none', async () => {
    const folder = await temporaryFolder();
    const { code } = await run(['build', '--outDir', folder], {
      HANDBOOK_CONTENT: FIXTURE,
      CARDS: 'off',
    });
    expect(code).toBe(0);
    expect(existsSync(path.join(folder, 'cards'))).toBe(false);
    const page = await readFile(path.join(folder, 'chapters/first-steps/index.html'), 'utf8');
    expect(page).not.toMatch(/og:image|twitter:card/);
  }, 60_000);

  it('says what it expects of CARDS before it begins', async () => {
    const folder = await temporaryFolder();
    const { code, output } = await run(['build', '--outDir', folder], { CARDS: 'no' });
    expect(code).toBe(1);
    expect(output.trim().split('\n').at(-1)).toMatch(/^CARDS is "no"; expected "off"/);
  });
});
