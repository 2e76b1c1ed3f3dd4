import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { measureOutput } from '../../../bench/builds/output.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../../support/build.ts';

afterAll(removeTemporaryFolders);

it('counts the files of a site and their bytes, in all of its folders', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'chapters/one'), { recursive: true });
  await writeFile(path.join(folder, 'index.html'), 'four');
  await writeFile(path.join(folder, 'chapters/one/index.html'), 'seven c');
  expect(await measureOutput(folder)).toEqual({ files: 2, bytes: 11 });
});
