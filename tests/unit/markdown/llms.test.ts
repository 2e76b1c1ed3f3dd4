import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadHandbook } from '../../../src/handbook/load.ts';
import { writeLlms, writeWhole } from '../../../src/handbook/markdown/llms.ts';
import { changedFixture, FIXTURE, removeTemporaryFolders } from '../../support/build.ts';
import { readMarkdown } from '../../support/markdown.ts';

afterAll(removeTemporaryFolders);

const ROOT = 'https://example.org/base';
const here = { site: 'https://example.org', base: '/base/' };
const load = (folder: string) => loadHandbook(folder, path.resolve('public'));
const book = await load(FIXTURE);

describe('the list for language models', () => {
  const text = writeLlms(book, here);

  it('begins with the name and what it is, and goes on with links under headings', () => {
    expect(text).toMatch(
      /^# Fieldnotes\n\n> Two paths, in short\. A small handbook that the tests build and break\.\n\nEdition 3\. Drawn from 1 essay by A\. Writer,/,
    );
    // Whoever follows the format finds no other headings, and nothing but links with notes below them.
    const [, ...parts] = text.split(/\n(?=## )/);
    for (const part of parts) expect(part).toMatch(/^## .+\n\n(- \[.+\]\(\S+\): .+\n)+$/);
    expect(readMarkdown(text).headings.map(({ level, title }) => [level, title])).toEqual([
      [1, 'Fieldnotes'],
      [2, 'Start'],
      [2, 'Onward'],
      [2, 'Lists'],
      [2, 'All of it'],
    ]);
  });

  it('links to the twin of each chapter, with its summary', () => {
    expect(text).toContain(
      `\n## Start\n\n- [First steps](${ROOT}/chapters/first-steps.md): How to begin, in two sections.\n`,
    );
  });

  it('links to the lists that there are, and to all in one', () => {
    const { links } = readMarkdown(text);
    for (const page of ['glossary/', 'sources/', 'about/', 'llms-full.txt', 'handbook.json']) {
      expect(links).toContain(`${ROOT}/${page}`);
    }
  });

  it('leaves out lists that have nothing, and a feed where nothing has a date', async () => {
    const bare = await load(
      await changedFixture({
        'careers.yaml': () => '{}',
        'pathways.yaml': () => '{}',
      }),
    );
    expect(writeLlms(bare, here)).not.toMatch(/careers|pathways|feed/);
  });

  it('keeps a hostile title within its link', async () => {
    const title = '[a](b) `c` </script> ](x)';
    const hostile = await load(
      await changedFixture({
        'chapters/first-steps.mdx': (text) => text.replace('First steps', `'${title}'`),
      }),
    );
    const { links, nodes } = readMarkdown(writeLlms(hostile, here));
    expect(links).toEqual(readMarkdown(text).links);
    expect(nodes.filter(({ type }) => type === 'html')).toEqual([]);
  });
});

describe('the whole in one file', () => {
  const twins = ['# First steps\n\nOne.\n', '# Second steps\n\nTwo.\n'];
  const text = writeWhole(book, twins, here);

  it('has every twin as it is, in order, and behind them the glossary and the disagreements', () => {
    expect(text).toContain(`\n\n${twins.join('\n')}\n# Glossary\n`);
    expect(readMarkdown(text).headings).toEqual([
      { level: 1, title: 'Fieldnotes', link: undefined },
      { level: 1, title: 'First steps', link: undefined },
      { level: 1, title: 'Second steps', link: undefined },
      { level: 1, title: 'Glossary', link: undefined },
      { level: 2, title: 'B', link: `${ROOT}/glossary/#boot` },
      { level: 2, title: 'trail', link: `${ROOT}/glossary/#trail` },
      { level: 1, title: 'Disagreements', link: undefined },
      {
        level: 2,
        title: 'Is it better to go slowly or far?',
        link: `${ROOT}/disagreements/#slow-or-far`,
      },
    ]);
  });

  it('says what a term means and whose that is, and who says what', () => {
    expect(text).toContain(`boot: What a walker wears.

Sources:

- A. Writer, [On Walking: Notes](https://essays.example/on-walking), 2020
  - It is well to begin slowly. ([The start](${ROOT}/sources/on-walking/#walk-slowly))

## [trail](${ROOT}/glossary/#trail)

Where a walker goes.
`);
    expect(text).toContain('\n- **A. Writer, later:** Rest, and go far.\n- **It depends:** ');
  });

  it('has nothing behind the chapters where there is nothing', async () => {
    const bare = await load(
      await changedFixture({
        'glossary.yaml': () => '{}',
        'disagreements.yaml': () => '{}',
        'chapters/first-steps.mdx': (text) =>
          text.replace('[boot](/glossary/#boot)', 'boot').replace(/<Disagreement.*>/, ''),
      }),
    );
    expect(writeWhole(bare, twins, here).endsWith(twins.join('\n'))).toBe(true);
  });
});
