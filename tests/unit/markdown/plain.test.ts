import { describe, expect, it } from 'vitest';
import { paragraph, write } from '../../../src/handbook/markdown/nodes.ts';
import { readPlain } from '../../../src/handbook/markdown/plain.ts';

/** A text of MDX as plain Markdown, with every address marked and every disagreement named. */
const plain = (source: string) =>
  write(
    readPlain(source, {
      resolve: (address) => `at:${address}`,
      disagreement: (id) => [paragraph(`The disagreement ${id}.`)],
    }),
  );

describe('a text in plain Markdown', () => {
  it.each<[string, string, string]>([
    ['frontmatter', '---\ntitle: A\n---\n\nText.', 'Text.'],
    ['the ids of headings', '## Boots *first* {#boots}', '## Boots *first*'],
    ['comments', 'Text{/* for authors */}.\n\n{/* and\nmore */}', 'Text.'],
    ['elements that only carry an id', 'Text.\n\n<a id="here"></a>\n', 'Text.'],
    ['definitions', 'See [boots][b].\n\n[b]: /chapters/a/', 'See [boots](at:/chapters/a/).'],
  ])('has no %s', (_, source, expected) => {
    expect(plain(source)).toBe(`${expected}\n`);
  });

  it.each<[string, string, string]>([
    ['link', '<a href="/a/">b *c*</a>', '[b *c*](at:/a/)'],
    ['image', '<img src="/a.png" alt="A b" />', '![A b](at:/a.png)'],
    ['emphasis within a word', 'a<em>b</em>c', 'a*b*c'],
    ['emphasis', '<em>a</em> and <i>b</i>', '*a* and *b*'],
    ['stress', '<strong>a</strong> and <b>b</b>', '**a** and **b**'],
    ['break', 'a<br />b', 'a\\\nb'],
    ['other element', 'a <span>b *c*</span>', 'a b *c*'],
  ])('has in place of an element the Markdown that says the same: %s', (_, source, expected) => {
    expect(plain(source)).toBe(`${expected}\n`);
  });

  it('has an element that stands alone on its line as a paragraph', () => {
    expect(plain('One.\n\n<em>Two.</em>\n\nThree.')).toBe('One.\n\n*Two.*\n\nThree.\n');
  });

  it('has a disagreement in its place', () => {
    expect(plain('One.\n\n<Disagreement id="a-b" />\n\nTwo.')).toBe(
      'One.\n\nThe disagreement a-b.\n\nTwo.\n',
    );
  });

  it('names images and links elsewhere in the file by their addresses', () => {
    const source = '[a][x], [x], [x][] and ![c][x]\n\n[x]: https://a.example/';
    const address = '(at:https://a.example/)';
    expect(plain(source)).toBe(`[a]${address}, [x]${address}, [x]${address} and ![c]${address}\n`);
  });

  it('has a line for each paragraph, however its author broke it', () => {
    expect(plain('One\ntwo *three\nfour*.')).toBe('One two *three four*.\n');
  });

  it('keeps lists, code and tables', () => {
    const kept = [
      '1. One\n2. Two\n   - Three',
      '```ts\nconst a = `<b>`;\n```',
      '| a      | b `\\|` |\n| ------ | :----: |\n| c \\| d |    e   |',
      '> Said.',
      '#### Deeper',
    ].join('\n\n');
    expect(plain(kept)).toBe(`${kept}\n`);
  });

  it('escapes what would be marks, and what would be HTML', () => {
    expect(plain('\\<b> a\\*b\\* \\[c] \\{d} 1\\. &amp;lt;')).toBe(
      '\\<b> a\\*b\\* \\[c] {d} 1. \\&lt;\n',
    );
  });
});
