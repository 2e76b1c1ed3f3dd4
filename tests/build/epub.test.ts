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
import { readEpub } from '../support/epub.ts';

afterAll(removeTemporaryFolders);

/** Builds a handbook, and reads what its EPUB is. */
async function build(content: string, env: Record<string, string> = {}) {
  const folder = await temporaryFolder();
  const { code, output } = await run(['build', '--outDir', folder], {
    HANDBOOK_CONTENT: content,
    ...env,
  });
  expect(code, output).toBe(0);
  const bytes = await readFile(path.join(folder, 'handbook.epub'));
  return { bytes, ...(await readEpub(folder)) };
}

describe('a build', () => {
  it('writes the same EPUB for the same content, whatever the time zone', async () => {
    const one = await build(FIXTURE, { TZ: 'Asia/Tokyo' });
    const other = await build(FIXTURE, { TZ: 'America/Los_Angeles' });
    expect(one.bytes.equals(other.bytes)).toBe(true);
  }, 120_000);

  it('writes an EPUB of a handbook that has little and says odd things', async () => {
    const odd = `Field & <notes>, "quoted"`;
    const content = await changedFixture({
      'handbook.yaml': (text) => text.replace('title: Fieldnotes', `title: '${odd}'`),
      'chapters/first-steps.mdx': (text) =>
        text
          .replace('title: First steps', `title: '${odd}'`)
          .replace('[boot](/glossary/#boot)', '![A boot & "more"](/icon.svg)'),
      'glossary.yaml': () => '{}\n',
      'careers.yaml': () => '{}\n',
      'published.yaml': () =>
        'chapter: { first-steps: { first: 2031-02-03, changed: 2031-02-03, digest: "000000000000" } }\n',
    });
    const { package: opf, texts } = await build(content, { SITE_URL: 'https://host.example' });
    expect(opf('dc\\:title').first().text()).toContain('Field & <notes>');
    // The newest day that the content tells of.
    expect(opf('meta[property="dcterms:modified"]').text()).toBe('2031-02-03T00:00:00Z');
    expect(texts.get('title.xhtml')?.('h1').text()).toContain('Field & <notes>');
    expect(texts.get('title.xhtml')?.('a').attr('href')).toBe('https://host.example/');
    const chapter = texts.get('chapters/first-steps.xhtml');
    expect(chapter?.('h1').text()).toContain('Field & <notes>');
    expect(chapter?.('img').attr()).toEqual({ src: '../images/icon.svg', alt: 'A boot & “more”' });
    expect(opf('item[media-type="image/svg+xml"]').attr('href')).toBe('images/icon.svg');
    expect([...texts.keys()].filter((file) => /glossary|careers/.test(file))).toEqual([]);
  }, 60_000);
});
