import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/handbook/text-html.ts';

/** A text of the chapter "first-steps", in a handbook that lives under /base/. */
const render = (source: string, base = '/base/') => renderText(source, 'first-steps', { base });

describe('the text of a chapter', () => {
  it('is divided into an opening and a section for each heading of level 2 or 3', () => {
    const source = 'First.\n\n## A {#a}\n\nText.\n\n### *B* {#b}\n\nMore.\n\n## C {#c}';
    expect(render(`---\ntitle: T\n---\n\n${source}`)).toEqual({
      opening: [{ html: '<p>First.</p>' }],
      sections: [
        { id: 'a', level: 2, heading: 'A', blocks: [{ html: '<p>Text.</p>' }] },
        { id: 'b', level: 3, heading: '<em>B</em>', blocks: [{ html: '<p>More.</p>' }] },
        { id: 'c', level: 2, heading: 'C', blocks: [] },
      ],
    });
  });

  it('keeps headings of level 4 within their section', () => {
    expect(render('## A {#a}\n\n#### Deeper\n\nText.').sections).toMatchObject([
      { id: 'a', blocks: [{ html: '<h4>Deeper</h4>\n<p>Text.</p>' }] },
    ]);
  });

  it('has disagreements where they stand, be it within another block', () => {
    const source =
      'One.\n\n<Disagreement id="a" />\n\nTwo.\n\n> Three.\n>\n> <Disagreement id="b" />';
    expect(render(source).opening).toEqual([
      { html: '<p>One.</p>' },
      { disagreement: 'a' },
      { html: '<p>Two.</p>\n<blockquote>\n<p>Three.</p>' },
      { disagreement: 'b' },
      { html: '</blockquote>' },
    ]);
  });
});

/** The HTML of a text without sections and disagreements. */
function htmlOf(source: string, base?: string): string {
  const [block] = render(source, base).opening;
  return block && 'html' in block ? block.html : '';
}

describe('the HTML of a text', () => {
  it.each([
    ['typeset', `"It's" -- or ...`, '<p>“It’s” – or …</p>'],
    ['what a reader sees of signs that HTML uses', 'a \\< b & c', '<p>a &lt; b &amp; c</p>'],
    [
      'of elements',
      'a<br />*b* <kbd title="T">k</kbd>',
      '<p>a<br><em>b</em> <kbd title="T">k</kbd></p>',
    ],
    ['without comments', 'One {/* Two */}\n\n{/* Three */}', '<p>One </p>'],
    ['of what fragments hold', 'The <>fork</>', '<p>The fork</p>'],
  ])('is %s', (_, source, expected) => {
    expect(htmlOf(source)).toBe(expected);
  });
});

describe('links and images of a chapter', () => {
  it.each([
    ['[a](/topics/)', '<a href="/base/topics/">a</a>'],
    ['[a](/chapters/next/#one)', '<a href="/base/chapters/next/#one">a</a>'],
    ['[a](#one)', '<a href="/base/chapters/first-steps/#one">a</a>'],
    ['[a][ref]\n\n[ref]: /topics/', '<a href="/base/topics/">a</a>'],
    ['![a](/icon.svg)', '<img src="/base/icon.svg" alt="a">'],
    ['A <a href="/topics/">b</a>', '<a href="/base/topics/">b</a>'],
    ['A <a href="#one">b</a>', '<a href="/base/chapters/first-steps/#one">b</a>'],
    ['<img src="/icon.svg" alt="a" />', '<img src="/base/icon.svg" alt="a">'],
    ['## A {#a}\n\n[b](#a)', '<a href="/base/chapters/first-steps/#a">b</a>'],
  ])('work under a base path: %j', (source, expected) => {
    expect(JSON.stringify(render(source))).toContain(JSON.stringify(expected).slice(1, -1));
  });

  it.each([
    ['[a](https://example.org/)', '<a href="https://example.org/">a</a>'],
    ['[a](//example.org/)', '<a href="//example.org/">a</a>'],
    ['[a](mailto:a@example.org)', '<a href="mailto:a@example.org">a</a>'],
    ['A <a href="https://example.org/">b</a>', '<a href="https://example.org/">b</a>'],
    ['A <a name="b">c</a>', '<a name="b">c</a>'],
  ])('are left alone where they lead elsewhere or nowhere: %j', (source, expected) => {
    expect(htmlOf(source)).toContain(expected);
  });

  it('stay as they are at the root of a host', () => {
    expect(htmlOf('[a](/topics/)', '/')).toBe('<p><a href="/topics/">a</a></p>');
  });

  it('stay within a text that is shown on one page alone', () => {
    const { opening } = renderText('[a](#one)', undefined, { base: '/base/' });
    expect(opening).toEqual([{ html: '<p><a href="#one">a</a></p>' }]);
  });
});
