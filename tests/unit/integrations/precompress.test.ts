import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { precompress, wantsPrecompressed } from '../../../src/integrations/precompress.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../support/build.ts';

afterAll(removeTemporaryFolders);

const PAGE = '<p>One step after the other.</p>\n'.repeat(100);
/** Bytes that nothing can be saved of, the same every time. */
const NOISE = Buffer.from(Array.from({ length: 2048 }, (_, i) => (Math.sin(i + 1) * 1e6) & 0xff));

/** A folder that holds these files, once it has been compressed. */
async function compressed(files: Record<string, string | Buffer>) {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const count = await precompress(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const read = (name: string) => readFile(path.join(folder, name));
  return { count, names: names.sort(), read };
}

describe('precompress', () => {
  it('writes two copies beside a text, which unpack to it', async () => {
    const { count, names, read } = await compressed({ 'chapters/boots/index.html': PAGE });
    const page = 'chapters/boots/index.html';
    expect(names).toEqual([page, `${page}.br`, `${page}.gz`]);
    expect(count).toBe(1);
    expect(brotliDecompressSync(await read(`${page}.br`)).toString()).toBe(PAGE);
    expect(gunzipSync(await read(`${page}.gz`)).toString()).toBe(PAGE);
    expect((await read(page)).toString()).toBe(PAGE);
  });

  it('leaves alone what is compressed already', async () => {
    const names = ['handbook.epub', 'icon.png', 'reading.woff2'];
    const files = Object.fromEntries(names.map((name) => [name, PAGE]));
    expect(await compressed(files)).toMatchObject({ count: 0, names });
  });

  it('leaves alone what travels in one packet, and what is hardly smaller', async () => {
    const files = { 'noise.txt': NOISE, 'small.json': '0'.repeat(1023) };
    expect(await compressed(files)).toMatchObject({ count: 0, names: Object.keys(files) });
  });

  it('writes the same bytes whenever it is done', async () => {
    const [one, other] = [
      await compressed({ 'a.html': PAGE }),
      await compressed({ 'a.html': PAGE }),
    ];
    for (const copy of ['a.html.br', 'a.html.gz']) {
      expect((await one.read(copy)).equals(await other.read(copy))).toBe(true);
    }
    // Where gzip would say when it was made, it says nothing.
    expect((await one.read('a.html.gz')).readUInt32LE(4)).toBe(0);
  });
});

describe('COMPRESS', () => {
  it('is wanted where nobody says otherwise', () => {
    expect(wantsPrecompressed({})).toBe(true);
    expect(wantsPrecompressed({ COMPRESS: '' })).toBe(true);
    expect(wantsPrecompressed({ COMPRESS: 'off' })).toBe(false);
  });

  it.each(['on', 'no', 'OFF'])('says what it expects instead of %s', (COMPRESS) => {
    expect(() => wantsPrecompressed({ COMPRESS })).toThrow(
      `COMPRESS is "${COMPRESS}"; expected "off", or nothing for a build with compressed files. Set it again, or leave it out.`,
    );
  });
});
