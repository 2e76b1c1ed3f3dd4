import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadHandbook } from '../../../src/handbook/load.ts';
import { twinsOf, writeTwin } from '../../../src/handbook/markdown/twin.ts';
import {
  changedFixture,
  type Edits,
  FIXTURE,
  removeTemporaryFolders,
} from '../../support/build.ts';
import { readMarkdown, textOf } from '../../support/markdown.ts';

afterAll(removeTemporaryFolders);

const HERE = { site: 'https://example.org', base: '/base/' };
const ROOT = 'https://example.org/base';
const FIRST = 'chapters/first-steps.mdx';

/** The twin of a chapter, of the fixture or of one with changes. */
async function twinOf(id: string, edits?: Edits, location: Parameters<typeof writeTwin>[3] = HERE) {
  const folder = edits ? await changedFixture(edits) : FIXTURE;
  const book = await loadHandbook(folder, path.resolve('public'));
  const chapter = book.chapters.find((one) => one.id === id) ?? expect.fail();
  const source = await readFile(path.join(folder, `chapters/${id}.mdx`), 'utf8');
  return { twin: writeTwin(chapter, source, book, location), chapter };
}

describe('the twin of a chapter', () => {
  it('is the chapter in plain Markdown, whole by itself', async () => {
    const { twin } = await twinOf('first-steps');
    expect(twin).toBe(`# First steps

> How to begin, in two sections.

- Address: <${ROOT}/chapters/first-steps/>
- Handbook: [Fieldnotes](${ROOT}/), edition 3, part 1, [Start](${ROOT}/#_part-start)
- Both paths. For engineers and tech leads. 1 minute

An opening that says “why”, and it’s short.

## [Boots come first](${ROOT}/s/boots/)

Boots come first. A [boot](${ROOT}/glossary/#boot) carries you. [Maps](${ROOT}/chapters/first-steps/#maps) come later.

Sources:

- A. Writer, [On Walking: Notes](https://essays.example/on-walking), 2020
  - It is well to begin slowly. ([The start](${ROOT}/sources/on-walking/#walk-slowly))
  - Who rests, goes further. ([The end](${ROOT}/sources/on-walking/#rest-often))

### [Laces hold](${ROOT}/s/laces/)

Laces hold the boot. A knot is enough.

*Our own synthesis*

## [Maps help](${ROOT}/s/maps/)

Maps help you find [the second steps](${ROOT}/chapters/second-steps/#stones). Read on about [walking](${ROOT}/topics/walking/), or see [the essay](https://essays.example/on-walking).

**[Is it better to go slowly or far?](${ROOT}/disagreements/#slow-or-far)**

- **A. Writer:** Begin slowly.
- **A. Writer, later:** Rest, and go far.
- **It depends:** How much daylight is left.

* One item.
* Another item.

Sources:

- A. Writer, [On Walking: Notes](https://essays.example/on-walking), 2020
  - Who rests, goes further. ([The end](${ROOT}/sources/on-walking/#rest-often))

## Talk about it

### If it is you

- What did you wear last time?
- Where did it pinch?

### If you mentor

- What would you wear?
- When did you last get lost?

## Further reading

- B. Reader, [Walks](${ROOT}/reading/#walks), 1990: One may walk as far as the light lasts.

Next chapter: [Second steps](${ROOT}/chapters/second-steps/)
`);
  });

  it('says when the chapter was published, where that is recorded', async () => {
    const digest = '000000000000';
    const { twin } = await twinOf('first-steps', {
      'published.yaml': () =>
        `chapter:\n  first-steps: { first: 2026-11-28, changed: 2027-01-02, digest: "${digest}" }\n`,
    });
    expect(twin).toContain('\n- First published 2026-11-28, last changed 2027-01-02\n');
  });

  it('gives paths with the base path where the site is not known', async () => {
    const { twin } = await twinOf('first-steps', undefined, { site: undefined, base: '/base/' });
    const { links } = readMarkdown(twin);
    expect(links.filter((link) => !link.startsWith('https://essays.'))).toEqual(
      expect.arrayContaining(['/base/s/boots/', '/base/chapters/first-steps/#maps']),
    );
    expect(twin).not.toContain('example.org');
  });

  it('ends with the way to all chapters after the last one, and has no list of no works', async () => {
    const { twin } = await twinOf('second-steps');
    expect(twin).toMatch(
      new RegExp(`\nThis is the last chapter. \\[All chapters\\]\\(${ROOT}/\\)\n$`),
    );
    expect(twin).not.toContain('Further reading');
  });

  it('links the heading of a section once, whatever marks it has', async () => {
    const { twin } = await twinOf('first-steps', {
      [FIRST]: (text) =>
        text.replace('## Boots come first', '## [Boots](/glossary/#boot) *come* `first`'),
    });
    expect(twin).toContain(`\n## [Boots *come* \`first\`](${ROOT}/s/boots/)\n`);
  });

  const HOSTILE = `"Quoted" [x](y) <b> </script> & &amp; \`code\` a|b *c* _d_ ]( {e} 1. # \\ ~~f~~ https://a.example`;

  it('says a hostile text as it is, wherever that stands', async () => {
    const { twin, chapter } = await twinOf('first-steps', {
      [FIRST]: (text) =>
        text
          .replace('title: First steps', `title: '${HOSTILE}'`)
          .replace('How to begin, in two sections.', `'${HOSTILE}'`)
          .replace('Where did it pinch?', `'${HOSTILE}'`),
      'sources/on-walking.yaml': (text) =>
        text
          .replace('It is well to begin slowly.', `'${HOSTILE}'`)
          .replace('"On Walking: Notes"', `'${HOSTILE}'`)
          .replaceAll('The start', `'${HOSTILE}'`),
      'disagreements.yaml': (text) =>
        text
          .replace('Is it better to go slowly or far?', `'${HOSTILE}'`)
          .replace('who: A. Writer\n', `who: '${HOSTILE}'\n`),
      'handbook.yaml': (text) => text.replace('title: Start', `title: '${HOSTILE}'`),
      'literature.yaml': (text) => text.replace('title: Walks', `title: '${HOSTILE}'`),
    });
    const { headings, nodes } = readMarkdown(twin);
    expect(headings[0]).toEqual({ level: 1, title: chapter.title, link: undefined });
    const said = nodes
      .filter(({ type }) => type === 'paragraph' || type === 'heading')
      .map((node) => textOf(node).split(chapter.title).length - 1);
    // Title, summary, part, question, answerer, source, claim with its place, source again, prompt, work.
    expect(said.filter(Boolean)).toEqual([1, 1, 1, 1, 2, 1, 1, 1, 1, 1]);
    expect(nodes.filter(({ type }) => type === 'html')).toEqual([]);
  });
});

describe('the addresses of twins', () => {
  it('are those of the chapters, and those that chapters had before', async () => {
    const book = await loadHandbook(FIXTURE, path.resolve('public'));
    expect(twinsOf(book).map(({ id, chapter }) => [id, chapter.id])).toEqual([
      ['first-steps', 'first-steps'],
      ['second-steps', 'second-steps'],
      ['further-steps', 'second-steps'],
    ]);
  });

  it('lead to the chapter of a section that took the place of a chapter', async () => {
    const folder = await changedFixture({
      [FIRST]: (text) => text.replace('  laces:\n', '  laces:\n    formerly: [third-steps]\n'),
      'published.yaml': () =>
        'chapter:\n  third-steps: { first: 2026-11-28, changed: 2026-11-28, digest: "000000000000" }\n',
    });
    const book = await loadHandbook(folder, path.resolve('public'));
    expect(twinsOf(book).map(({ id, chapter }) => [id, chapter.id])).toContainEqual([
      'third-steps',
      'first-steps',
    ]);
    // What a section was called before had no twin.
    expect(twinsOf(book).map(({ id }) => id)).not.toContain('rocks');
  });
});
