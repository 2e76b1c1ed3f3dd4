import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createCatalog } from '../../src/handbook/catalog.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { changedFixture, type Edits, editFolder, FIXTURE, run, temporaryFolder } from './build.ts';
import type { Site } from './sites.ts';

/** A chapter whose sections say nothing but what they are. */
const chapter =
  (
    title: string,
    formerly: string[],
    /** By its id, what each section was before. */
    sections: Record<string, string[]>,
  ) =>
  (): string =>
    [
      '---',
      `title: ${title}`,
      `summary: What there is to say of ${title}.`,
      'track: both',
      'topics: [resting]',
      'audience: [engineer]',
      `formerly: [${formerly}]`,
      'sections:',
      ...Object.entries(sections).map(
        ([id, before]) =>
          `  ${id}: { basis: ours, formerly: [${before}], questions: ["What of ${id}?"] }`,
      ),
      'talk: { reader: [How?, Why?], mentor: [When?, Who?] }',
      '---',
      ...Object.keys(sections).map(
        (id) => `\n## The ${id} {#${id}}\n\nThis is said of ${id}. ${'And more. '.repeat(300)}`,
      ),
      '',
    ].join('\n');

const contents = (...chapters: string[]): Edits => ({
  'handbook.yaml': (text) =>
    text.replace(/chapters: \[.+\]/, `chapters: [${chapters}]`).replace('[second-steps]', '[]'),
});

/** Gives an entry of a YAML file another id, and names the ids whose place it takes. */
const renamed = (text: string, now: string, ...before: string[]) =>
  text
    .replaceAll('[walk-slowly', '[stroll')
    .replace(new RegExp(`^( *)${before[0]}:\n`, 'm'), `$1${now}:\n$1  formerly: [${before}]\n`);

const source = await readFile(path.join(FIXTURE, 'sources/on-walking.yaml'), 'utf8');
const [, essay = '', slowly = '', often = ''] =
  /^(.*claims:\n)( {2}walk-slowly:.*)( {2}rest-often:.*)$/s.exec(source) ?? [];

const FIRST_PUBLISHED: Edits = {
  ...contents('first-steps', 'second-steps', 'third-steps'),
  'chapters/first-steps.mdx': chapter('First', [], { boots: [], laces: [], maps: [] }),
  'chapters/second-steps.mdx': chapter('Second', ['further-steps'], {
    stones: ['rocks'],
    gates: [],
  }),
  'chapters/third-steps.mdx': chapter('Third', [], { rivers: [], bridges: [] }),
};

/** Sections move, one goes into another, one into a chapter, a chapter into a section; all else is renamed. */
const REWRITTEN: Edits = {
  ...contents('early-steps', 'second-steps'),
  'about.mdx': (text) => text.replace('first-steps', 'early-steps'),
  'chapters/early-steps.mdx': chapter('Early', ['first-steps'], {
    shoes: ['boots'],
    laces: ['bridges', 'third-steps'],
    gates: [],
  }),
  'chapters/second-steps.mdx': chapter('Second', ['further-steps', 'rivers'], {
    maps: ['stones', 'rocks'],
  }),
  'sources/on-strolling.yaml': () =>
    `${essay}${renamed(slowly, 'stroll', 'walk-slowly').replace('[walking]', '[strolling]')}formerly: [on-walking]\n`,
  'sources/on-resting.yaml': () =>
    `${essay.replaceAll('Walking', 'Resting').replace('on-walking', 'on-resting')}${often}`,
  'topics.yaml': (text) => renamed(text, 'strolling', 'walking'),
  'glossary.yaml': (text) => renamed(text, 'shoe', 'boot', 'trail').replace(/^trail:\n.*/ms, ''),
  'literature.yaml': (text) => renamed(text, 'strolls', 'walks'),
  'comparison.yaml': (text) => renamed(text, 'speed', 'the-pace').replace('stones', 'maps'),
  'pathways.yaml': (text) =>
    renamed(text, 'newcomers', 'new-here').replace('boots', 'shoes').replace('stones', 'maps'),
  'careers.yaml': (text) => renamed(text, 'writer', 'a-writer'),
  'disagreements.yaml': (text) => renamed(text, 'far-or-slow', 'slow-or-far'),
};

/** What was renamed once is renamed again. */
const REWRITTEN_AGAIN: Edits = {
  ...contents('beginnings', 'second-steps'),
  'about.mdx': (text) => text.replace('early-steps', 'beginnings'),
  'chapters/beginnings.mdx': chapter('Beginnings', ['first-steps', 'early-steps'], {
    footwear: ['boots', 'shoes'],
    laces: ['bridges', 'third-steps'],
    gates: [],
  }),
  'pathways.yaml': (text) => text.replace('shoes', 'footwear'),
};

/**
 * Publishes a book, rewrites it, publishes that, rewrites it again, and builds what has become of it.
 *
 * @returns the built site, and every address that `handbook.json` gave away and gives away no more,
 *   as a path from the site's root
 */
export async function buildRewrittenBook(): Promise<{ site: Site; lost: string[] }> {
  const content = await changedFixture(FIRST_PUBLISHED);
  const file = (name: string) => path.join(content, name);
  const first = await publish(content, '2026-11-28');

  await rename(file('chapters/first-steps.mdx'), file('chapters/early-steps.mdx'));
  await Promise.all(
    ['chapters/third-steps.mdx', 'sources/on-walking.yaml'].map((name) => rm(file(name))),
  );
  await editFolder(content, REWRITTEN);
  const second = await publish(content, '2027-11-28');

  await rename(file('chapters/early-steps.mdx'), file('chapters/beginnings.mdx'));
  await editFolder(content, REWRITTEN_AGAIN);
  const now = new Set(await publish(content, '2028-11-28'));

  const base = '/some/base/';
  const folder = path.join(await temporaryFolder(), 'site');
  await succeed(['build', '--outDir', folder], { HANDBOOK_CONTENT: content, BASE_PATH: base });
  return {
    site: { folder, base, origin: undefined },
    lost: [...new Set([...first, ...second])].filter((address) => !now.has(address)),
  };
}

/** @returns every address that the book gives away */
async function publish(content: string, day: string): Promise<string[]> {
  await succeed(['publish-ids', '--date', day], { HANDBOOK_CONTENT: content });
  const book = await loadHandbook(content, path.resolve('public'));
  const addresses: string[] = [];
  JSON.stringify(createCatalog(book, { site: undefined, base: '/' }), (key, value) => {
    if (key === 'url' || key === 'share') addresses.push(value);
    return value;
  });
  return addresses;
}

async function succeed(...of: Parameters<typeof run>): Promise<void> {
  const { code, output } = await run(...of);
  if (code !== 0) throw new Error(output);
}
