import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { MdxSyntaxError, readChapterText } from '../../src/handbook/chapter-text.ts';
import { FIXTURE } from '../support/build.ts';

const firstSteps = readChapterText(await readFile(`${FIXTURE}/chapters/first-steps.mdx`, 'utf8'));

/** The sections of a text without frontmatter. */
const sectionsOf = (source: string) => readChapterText(source).sections;

describe('the sections of a chapter', () => {
  it('have the id, level and title of their headings, and lines that count the frontmatter', () => {
    expect(
      firstSteps.sections.map(({ id, level, title, line }) => ({ id, level, title, line })),
    ).toEqual([
      { id: 'boots', level: 2, title: 'Boots come first', line: 32 },
      { id: 'laces', level: 3, title: 'Laces hold', line: 36 },
      { id: 'maps', level: 2, title: 'Maps help', line: 40 },
    ]);
  });

  it('hold their own text, without heading and subsections', () => {
    expect(firstSteps.sections[0]?.blocks).toEqual([
      { text: 'Boots come first. A boot carries you. Maps come later.' },
    ]);
  });

  it('hold a disagreement in its place', () => {
    const [help, box, list] = firstSteps.sections[2]?.blocks ?? [];
    expect(help).toMatchObject({ text: expect.stringMatching(/^Maps help you find/) });
    expect(box).toEqual({ disagreement: 'slow-or-far' });
    expect(list).toEqual({ text: 'One item.\nAnother item.' });
  });

  it('take in what stands under headings of level 4', () => {
    const [section, ...others] = sectionsOf('## One {#one}\n\nA.\n\n#### Deeper\n\nB.');
    expect(others).toEqual([]);
    expect(section?.blocks).toEqual([{ text: 'A.' }, { text: 'Deeper' }, { text: 'B.' }]);
  });

  it('have no id where the author gave none', () => {
    expect(sectionsOf('## One').map(({ id }) => id)).toEqual([undefined]);
  });

  it('are found under headings that are underlined', () => {
    expect(sectionsOf('One {#one}\n---')).toMatchObject([{ id: 'one', level: 2, title: 'One' }]);
  });

  it('are titled with the text of headings that hold code and emphasis', () => {
    expect(sectionsOf('## With `code` & *stress* {#a}')[0]?.title).toBe('With code & stress');
  });

  it('do not begin at headings within other blocks', () => {
    expect(sectionsOf('> ## Quoted {#quoted}')).toEqual([]);
  });
});

describe('the text of a chapter', () => {
  it('begins with what stands ahead of the first section', () => {
    expect(firstSteps.opening).toBe('An opening that says “why”, and it’s short.');
  });

  it('has typeset quotes, apostrophes, dashes and ellipses', () => {
    expect(readChapterText(`"It's" -- or --- 'not'...`).opening).toBe('“It’s” – or — ‘not’…');
  });

  it('leaves code as it was written', () => {
    expect(readChapterText('`"a"`').opening).toBe('"a"');
  });

  it.each([
    ['list items', '- One *two*\n- Three', 'One two\nThree'],
    ['table cells', '| a *b* | c |\n|---|---|\n| d | e |', 'a b\nc\nd\ne'],
    ['quotations', '> One.\n>\n> Two.', 'One.\nTwo.'],
    ['paragraphs in JSX', '<div>\n\nOne.\n\nTwo.\n\n</div>', 'One.\nTwo.'],
    ['hard breaks', 'One\\\nTwo', 'One\nTwo'],
  ])('keeps %s apart', (_, source, expected) => {
    expect(readChapterText(source).opening).toBe(expected);
  });

  it('keeps words whole where JSX stands within them', () => {
    expect(readChapterText('The <b>f</b>ork').opening).toBe('The fork');
  });

  it('leaves out imports, expressions and comments', () => {
    const source = 'import A from "./a";\n\nOne {1 + 1}\n\n{/* Two */}';
    expect(readChapterText(source).opening).toBe('One');
  });

  it('is empty in an empty file', () => {
    expect(readChapterText('')).toMatchObject({
      frontmatter: undefined,
      opening: '',
      sections: [],
    });
  });
});

describe('what the checks need of a chapter', () => {
  it('is the frontmatter with the line that it begins on', () => {
    expect(readChapterText('---\ntitle: A\ntrack: both\n---\n\nText').frontmatter).toEqual({
      yaml: 'title: A\ntrack: both',
      firstLine: 2,
    });
  });

  it('is every heading, also within other blocks', () => {
    expect(readChapterText('# A\n\n> ## B\n\n#### C').headings).toEqual([
      { level: 1, title: 'A', line: 1 },
      { level: 2, title: 'B', line: 3 },
      { level: 4, title: 'C', line: 5 },
    ]);
  });

  it('is every link: Markdown, references, bare addresses and JSX', () => {
    const source = [
      '[a](/a/) and [b][ref]',
      '',
      '> - [c](#c)',
      '',
      'At https://d.example/ or <a href="/e/">e</a>',
      '',
      '[ref]: /b/',
    ].join('\n');
    expect(readChapterText(source).links).toEqual([
      { href: '/a/', line: 1 },
      { href: '/b/', line: 1 },
      { href: '#c', line: 3 },
      { href: 'https://d.example/', line: 5 },
      { href: '/e/', line: 5 },
    ]);
  });

  it('is every image: Markdown, references and JSX', () => {
    const source = '![a](/a.svg)\n![][ref]\n<img src="/c.svg" alt="c" />\n\n[ref]: /b.svg';
    expect(readChapterText(source).images).toEqual([
      { src: '/a.svg', alt: 'a', line: 1 },
      { src: '/b.svg', alt: '', line: 2 },
      { src: '/c.svg', alt: 'c', line: 3 },
    ]);
  });

  it('is every heading that is written as JSX', () => {
    expect(readChapterText('<h2 id="a">A</h2>\n\nB <h6>C</h6>').jsxHeadings).toEqual([
      { name: 'h2', line: 1 },
      { name: 'h6', line: 3 },
    ]);
  });
});

describe('code in a chapter', () => {
  it.each([
    ['a component', '<Chart />', 'a component: <Chart>'],
    ['an import', 'import A from "./a";', 'an import or export'],
    ['an expression', 'One {1 + 1}', 'an expression: {1 + 1}'],
    ['a value that is computed', 'An <a href={here}>a</a>', 'an expression in <a>'],
    ['values that are spread out', '<img {...here} />', 'an expression in <img>'],
  ])('is %s', (_, source, what) => {
    expect(readChapterText(source).code).toEqual([{ what, line: 1 }]);
  });

  it('is neither a comment nor a disagreement', () => {
    const source = '{/* One */}\n\nTwo <b title="T" hidden>b</b>\n\n<Disagreement id="a" />';
    expect(readChapterText(source).code).toEqual([]);
  });
});

describe('a chapter that is not well-formed', () => {
  it.each([
    ['a tag that is not closed', 'One\n\nTwo <b>three', 3, 'Expected a closing tag for `<b>`'],
    ['a brace that is not closed', 'One\n\nTwo {three', 3, 'corresponding closing brace for `{`'],
    ['an address in angle brackets', '---\na: b\n---\n\n<https://a.example>', 5, 'create a link'],
    ['an import that is not finished', 'One\n\nimport x from', 3, 'Could not parse'],
  ])('is refused for %s, with the line', (_, source, line, reason) => {
    const read = () => readChapterText(source);
    expect(read).toThrow(MdxSyntaxError);
    expect(read).toThrow(expect.objectContaining({ line }));
    expect(read).toThrow(reason);
  });
});
