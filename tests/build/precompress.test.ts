import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { FIXTURE, removeTemporaryFolders, run, temporaryFolder } from '../support/build.ts';

afterAll(removeTemporaryFolders);

/** Builds the fixture, and reads every file of what it becomes. */
async function build(env: Record<string, string> = {}): Promise<Map<string, Buffer>> {
  const folder = await temporaryFolder();
  const { code, output } = await run(['build', '--outDir', folder], {
    HANDBOOK_CONTENT: FIXTURE,
    SITE_URL: 'https://host.example',
    CARDS: 'off',
    ...env,
  });
  expect(code, output).toBe(0);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = files.map(
    async (file) => [path.relative(folder, file), await readFile(file)] as const,
  );
  return new Map(await Promise.all(read));
}

const isCopy = (file: string) => /\.(?:br|gz)$/.test(file);

describe('a build', () => {
  it('writes beside its texts copies that are smaller and unpack to them, the same each time', async () => {
    const [one, other] = [await build(), await build({ TZ: 'Asia/Tokyo' })];
    const copies = [...one].filter(([file]) => isCopy(file));
    for (const [file, bytes] of copies) {
      const original = one.get(file.replace(/\.\w+$/, '')) ?? expect.fail(`${file} stands alone`);
      const unpack = file.endsWith('.br') ? brotliDecompressSync : gunzipSync;
      expect(unpack(bytes).equals(original), file).toBe(true);
      expect(bytes.length, file).toBeLessThan(original.length);
      expect(other.get(file)?.equals(bytes), file).toBe(true);
    }
    expect([...other.keys()].filter(isCopy).sort()).toEqual(copies.map(([file]) => file).sort());

    // Shorter texts may have little to save; every page is longer.
    const texts = [...one].filter(
      ([file, { length }]) => /\.(?:css|html|js|json|md|svg|txt|xml)$/.test(file) && length > 2048,
    );
    expect(texts.map(([file]) => file)).toEqual(
      expect.arrayContaining([...one.keys()].filter((file) => file.endsWith('.html'))),
    );
    for (const [file] of texts) {
      expect(one.has(`${file}.br`), file).toBe(true);
      expect(one.has(`${file}.gz`), file).toBe(true);
    }
    expect(
      [...one.keys()].filter((file) => /(?:epub|png|woff2|_headers)\.(?:br|gz)$/.test(file)),
    ).toEqual([]);
    expect(one.get('_headers')?.toString()).not.toMatch(/\.(?:br|gz)$/m);
  }, 120_000);

  it('writes none where its host compresses by itself', async () => {
    expect([...(await build({ COMPRESS: 'off' })).keys()].filter(isCopy)).toEqual([]);
  });

  it('says what it expects of COMPRESS before it begins', async () => {
    const folder = path.join(await temporaryFolder(), 'site');
    const { code, output } = await run(['build', '--outDir', folder], { COMPRESS: 'no' });
    expect(code).toBe(1);
    expect(output).toMatch(/^COMPRESS is "no"; expected "off"[^\n]*\n$/);
    expect(existsSync(folder)).toBe(false);
  });
});
