import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { changedFixture, removeTemporaryFolders, run, temporaryFolder } from '../support/build.ts';
import { readPages } from '../support/pages.ts';

afterAll(removeTemporaryFolders);

/** The days that the chapters of a build say that they changed on, by their addresses. */
async function daysOf(env: Record<string, string | undefined>) {
  // Outside of every repository.
  const content = await changedFixture({ 'topics.yaml': (text) => `# A copy.\n${text}` });
  const folder = path.join(await temporaryFolder(), 'site');
  const { code, output } = await run(['build', '--outDir', folder], {
    HANDBOOK_CONTENT: content,
    ...env,
  });
  expect(code, output).toBe(0);
  return (
    readPages({ folder })
      .filter(({ path }) => path.startsWith('/chapters/'))
      // What stands at an old address is no chapter.
      .filter(({ $ }) => $('[data-carry-on]').length === 0)
      .map(({ path, $ }) => [path, $('time').attr('datetime')])
  );
}

/** A folder with a `git` that answers as a repository with this history would. */
async function gitThatSays(shallow: boolean): Promise<string> {
  const folder = await temporaryFolder();
  const log = [
    ['2026-03-04', 'chapters/second-steps.mdx'],
    ['2024-02-29', 'chapters/first-steps.mdx', 'chapters/second-steps.mdx'],
    ['2023-01-01', 'chapters/first-steps.mdx'],
  ].map(([day, ...files]) => `\\000${day}\\n\\n${files.map((file) => `${file}\\n`).join('')}`);
  const script = `#!/bin/sh
case $1 in
  rev-parse) echo ${shallow} ;;
  log) printf '${log.join('')}' ;;
esac
`;
  await writeFile(path.join(folder, 'git'), script);
  await chmod(path.join(folder, 'git'), 0o755);
  return [folder, process.env.PATH].join(path.delimiter);
}

describe('a chapter', () => {
  it('says on which day it last changed, where the content has a history', async () => {
    expect(await daysOf({ PATH: await gitThatSays(false) })).toEqual([
      ['/chapters/first-steps/', '2024-02-29'],
      ['/chapters/second-steps/', '2026-03-04'],
    ]);
  });

  it('says none where only the end of its history is there', async () => {
    expect(await daysOf({ PATH: await gitThatSays(true) })).toEqual([
      ['/chapters/first-steps/', undefined],
      ['/chapters/second-steps/', undefined],
    ]);
  });

  it('says none where the content has no history', async () => {
    expect(await daysOf({})).toEqual([
      ['/chapters/first-steps/', undefined],
      ['/chapters/second-steps/', undefined],
    ]);
  });
});
