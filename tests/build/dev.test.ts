import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  changedFixture,
  editFolder,
  removeTemporaryFolders,
  type Started,
  start,
} from '../support/build.ts';

describe('the handbook while somebody writes it', () => {
  let folder: string;
  let dev: Started;

  beforeAll(async () => {
    folder = await changedFixture({});
    dev = start(['dev'], { HANDBOOK_CONTENT: folder });
    const isReady = () => expect(dev.output()).toContain('watching for file changes');
    await vi.waitFor(isReady, { timeout: 30_000 });
  }, 40_000);
  afterAll(async () => {
    await dev.stop();
    await removeTemporaryFolders();
  });

  async function read(path: string): Promise<string> {
    const [address = ''] = /http:\/\/localhost:\d+/.exec(dev.output()) ?? [];
    return (await fetch(address + path)).text();
  }

  it.each([
    {
      file: 'chapters/first-steps.mdx',
      words: 'Boots come first. A',
      pages: ['/chapters/first-steps/', '/chapters/first-steps.md', '/s/boots/'],
    },
    { file: 'about.mdx', words: 'exists to be tested', pages: ['/about/'] },
    { file: 'handbook.yaml', words: 'Fieldnotes', pages: ['/glossary/'] },
  ])('shows what is changed in $file', async ({ file, words, pages }) => {
    for (const page of pages) expect(await read(page), page).toContain(words);
    await editFolder(folder, { [file]: (text) => text.replace(words, 'Zebras') });
    for (const page of pages) {
      await expect.poll(() => read(page), { timeout: 15_000, message: page }).toContain('Zebras');
    }
  });
});
