import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/handbook/checks/index.ts';
import { parseChapter, readContent } from '../../src/handbook/content.ts';
import {
  changedFixture,
  FIXTURE,
  removeTemporaryFolders,
  temporaryFolder,
} from '../support/build.ts';

afterAll(removeTemporaryFolders);

const PUBLIC = path.resolve('public');

describe('a content folder', () => {
  it('is read whole: handbook, topics, chapters and sources by the names of their files', async () => {
    const { content, problems } = readContent(FIXTURE, PUBLIC);
    expect(problems).toEqual([]);
    expect(content.handbook?.data.title).toBe('Fieldnotes');
    expect(Object.keys(content.topics?.data ?? {})).toEqual(['walking', 'resting']);
    expect([...content.chapters.keys()]).toEqual(['first-steps', 'second-steps']);
    expect([...content.sources.keys()]).toEqual(['on-walking']);
    expect(content.unreadable.size).toBe(0);
    expect(content.allSourcesRead).toBe(true);
  });

  it('is told of by paths from where the command was started', async () => {
    const { content } = readContent(FIXTURE, PUBLIC);
    expect(content.handbook?.file).toBe('tests/fixtures/handbook/handbook.yaml');
    expect(content.chapters.get('first-steps')?.file).toBe(
      'tests/fixtures/handbook/chapters/first-steps.mdx',
    );
  });

  it('is told of by whole paths where it lies elsewhere', async () => {
    const folder = await changedFixture({});
    const { content } = readContent(folder, PUBLIC);
    expect(content.handbook?.file).toBe(path.join(folder, 'handbook.yaml'));
  });

  it('may hold other files beside its own', async () => {
    const folder = await changedFixture({
      'chapters/notes.md': () => '# Notes',
      'sources/essay.pdf': () => 'pdf',
    });
    const { content, problems } = readContent(folder, PUBLIC);
    expect(problems).toEqual([]);
    expect([...content.chapters.keys()]).not.toContain('notes');
    expect([...content.sources.keys()]).toEqual(['on-walking']);
  });

  it.each(['handbook.yaml', 'topics.yaml'])('is told to lack %s', async (name) => {
    const folder = await changedFixture({});
    await rm(path.join(folder, name));
    const { problems } = readContent(folder, PUBLIC);
    expect(problems).toEqual([
      {
        file: path.join(folder, name),
        line: 1,
        found: 'no such file',
        expected: `a content folder with ${name}`,
        mend: 'add the file, or set HANDBOOK_CONTENT to the folder that holds it',
      },
    ]);
  });

  it('that is not there lacks both files and has no chapters', async () => {
    const folder = await temporaryFolder();
    const { content, problems } = readContent(path.join(folder, 'none'), PUBLIC);
    expect(problems.map(({ found }) => found)).toEqual(['no such file', 'no such file']);
    expect(content.chapters.size).toBe(0);
  });

  it('is read on past files that cannot be read', async () => {
    const folder = await changedFixture({
      'handbook.yaml': (text) => text.replace('edition: 3', 'edition: three'),
      'chapters/first-steps.mdx': (text) => `${text}\n<b>\n`,
      'chapters/second-steps.mdx': (text) => text.replace('track: people', 'track: none'),
      'sources/on-walking.yaml': (text) => `${text}\n  - `,
    });
    const { content, problems } = readContent(folder, PUBLIC);
    expect(new Set(problems.map(({ file }) => path.basename(file)))).toEqual(
      new Set(['handbook.yaml', 'on-walking.yaml', 'first-steps.mdx', 'second-steps.mdx']),
    );
    expect(content.handbook).toBeUndefined();
    expect(content.allSourcesRead).toBe(false);
    expect([...content.unreadable]).toEqual(['first-steps']);
    expect(content.chapters.get('second-steps')).toMatchObject({
      frontmatter: undefined,
      text: { sections: [{ id: 'stones' }] },
    });
  });
});

describe('files that are served as they are', () => {
  it('are known by their paths from the root of the site', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'pictures'));
    await writeFile(path.join(folder, 'icon.svg'), '');
    await writeFile(path.join(folder, 'pictures/map.png'), '');
    const { content } = readContent(FIXTURE, folder);
    expect([...content.publicFiles]).toEqual(['/icon.svg', '/pictures/map.png']);
  });

  it('may be none', async () => {
    const { content } = readContent(FIXTURE, path.join(FIXTURE, 'none'));
    expect(content.publicFiles.size).toBe(0);
  });
});

describe('a chapter that is parsed alone', () => {
  it('has the lines of its frontmatter in its file', () => {
    const { problems } = parseChapter('---\ntitle: A\ntrack: none\n---\n', 'a', 'a.mdx');
    expect(problems).toContainEqual({
      file: 'a.mdx',
      line: 3,
      found: 'track: "none"',
      expected: 'one of "craft", "people", "both"',
      mend: 'change the value',
    });
  });
});

describe('a file in a folder within a folder of the book', () => {
  it('is told of, and never takes the place of another', async () => {
    const folder = await changedFixture({});
    await mkdir(path.join(folder, 'chapters/drafts'));
    await writeFile(path.join(folder, 'chapters/drafts/first-steps.mdx'), 'A draft.');
    const { content, problems } = readContent(folder, PUBLIC);
    expect(problems).toMatchObject([
      {
        file: path.join(folder, 'chapters/drafts/first-steps.mdx'),
        mend: 'move it up into chapters/',
      },
    ]);
    expect(content.chapters.get('first-steps')?.frontmatter?.data.title).toBe('First steps');
  });
});

describe('what a handbook may do without', () => {
  it.each([
    'glossary.yaml',
    'disagreements.yaml',
    'literature.yaml',
    'comparison.yaml',
    'pathways.yaml',
    'careers.yaml',
    'synonyms.yaml',
    'about.mdx',
  ])('is no problem: %s', async (file) => {
    // Without the links to what the file holds.
    const folder = await changedFixture({
      'chapters/first-steps.mdx': (text) =>
        text
          .replace('reading: [walks]\n', '')
          .replace('(/glossary/#boot)', '(/topics/)')
          .replace('<Disagreement id="slow-or-far" />', ''),
      'chapters/second-steps.mdx': (text) => text.replace('(/reading/#rests)', '(/topics/)'),
    });
    await rm(path.join(folder, file));
    const { content, problems } = readContent(folder, PUBLIC);
    expect(problems).toEqual([]);
    expect(checkContent(content)).toEqual([]);
    expect(Object.values(content)).toContain(undefined);
  });
});
