import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PUBLIC_FOLDER } from '../../../src/folders.ts';
import { loadHandbook } from '../../../src/handbook/load.ts';
import { writeSearchIndex } from '../../../src/integrations/search-index.ts';
import {
  changedFixture,
  FIXTURE,
  removeTemporaryFolders,
  temporaryFolder,
} from '../../support/build.ts';

afterAll(removeTemporaryFolders);

/** Writes the index of a handbook beside the search page of an empty site. */
async function write(content: string) {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'search'));
  const written = writeSearchIndex(await loadHandbook(content, PUBLIC_FOLDER), folder);
  const head = await readFile(path.join(folder, 'search', 'index.json'), 'utf8');
  return { folder, written, head, digest: JSON.parse(head).digest as string };
}

const fixture = await write(FIXTURE);

describe('the search index that a build writes', () => {
  it('is as many files as it says, of as many sections', async () => {
    const entries = await readdir(fixture.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    expect(fixture.written).toEqual({ sections: 4, files: files.length });
  });

  it('has its pieces in a folder that its head names', async () => {
    expect(fixture.digest).toMatch(/^[0-9a-f]{12}$/);
    expect(await readdir(path.join(fixture.folder, '_search'))).toEqual([fixture.digest]);
  });

  it('is the same for the same content', async () => {
    expect((await write(FIXTURE)).head).toBe(fixture.head);
  });

  it.each([
    { what: 'a word', from: 'A knot is enough.', to: 'A knot suffices.' },
    { what: 'the form of a word', from: 'A knot is enough.', to: 'Knots are enough.' },
    { what: 'what a result shows', from: 'What do I wear?', to: 'What do I wear!' },
  ])('has its pieces elsewhere once they are others: $what', async ({ from, to }) => {
    const { digest } = await write(
      await changedFixture({ 'chapters/first-steps.mdx': (text) => text.replace(from, to) }),
    );
    expect(digest).not.toBe(fixture.digest);
  });
});
