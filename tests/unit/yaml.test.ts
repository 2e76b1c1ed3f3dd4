import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { parseYaml } from '../../src/handbook/yaml.ts';

const schema = z.strictObject({
  title: z.string(),
  track: z.enum(['craft', 'people', 'both']).optional(),
  list: z.array(z.strictObject({ id: z.string() })).optional(),
  map: z.record(z.string().regex(/^[a-z]+$/, { error: 'a word' }), z.array(z.string())).optional(),
});

const parse = (text: string, firstLine?: number) =>
  parseYaml(text, schema, { file: 'book.yaml', ...(firstLine && { firstLine }) });

describe('YAML that fits its schema', () => {
  const text = [
    'title: A',
    '',
    '# A comment',
    'list:',
    '  - id: one',
    '  - id: two',
    'map:',
    '  first: [a, b]',
    '  second:',
    '    - c',
    '    - d',
  ].join('\n');

  it.each([
    ['a key', ['title'], 1],
    ['a key whose value begins below it', ['list'], 4],
    ['an item', ['list', 1], 6],
    ['a key of an item', ['list', 1, 'id'], 6],
    ['a nested key', ['map', 'second'], 9],
    ['an item on the line of its key', ['map', 'first', 1], 8],
    ['an item on a line of its own', ['map', 'second', 1], 11],
    ['the nearest parent of a key that is not there', ['list', 1, 'none'], 6],
    ['the nearest parent of a path that leads through text', ['title', 'none', 'none'], 1],
    ['the file for a path of which nothing is there', ['none'], 1],
  ])('knows the line of %s', (_, path, line) => {
    expect(parse(text).yaml?.lineOf(path)).toBe(line);
  });

  it('counts lines from where frontmatter begins', () => {
    expect(parse(text, 2).yaml?.lineOf(['list', 1])).toBe(7);
  });

  it('gives its data, its file and no problems', () => {
    expect(parse('title: A')).toMatchObject({
      yaml: { file: 'book.yaml', data: { title: 'A' } },
      problems: [],
    });
  });
});

describe('YAML that is not well-formed', () => {
  const syntaxMend =
    'mend the syntax here or just above; text with ": " or a leading sign needs quotes';

  it.each([
    ['a colon in text', 'title: A\ntrack: b: c', 2, 'Nested mappings are not allowed', syntaxMend],
    ['a list that is not closed', 'title: A\nlist: [a', 2, 'Flow sequence', syntaxMend],
    ['a star that leads text', 'list:\n  - a\ntitle: *bold*', 3, '"*bold*"', syntaxMend],
    ['a key twice', 'title: A\ntitle: B', 2, 'unique', 'remove or rename the second of the two'],
  ])('is told of for %s', (_, text, line, found, mend) => {
    const { yaml, problems } = parse(text);
    expect(yaml).toBeUndefined();
    expect(problems).toContainEqual({
      file: 'book.yaml',
      line,
      found: expect.stringContaining(found),
      expected: 'well-formed YAML',
      mend,
    });
    expect(problems[0]?.found).toMatch(/^YAML that can't be read: /);
  });

  it('is told of with a line that counts from where frontmatter begins', () => {
    expect(parse('title: A\ntitle: B', 2).problems.map(({ line }) => line)).toEqual([3]);
  });
});

describe('YAML that does not fit its schema', () => {
  it.each([
    [
      'an unknown key',
      'title: A\nlist:\n  - id: a\n    name: b',
      {
        line: 4,
        found: 'list.0: a key that has no meaning here: "name"',
        expected: 'only the fields that the schema names',
        mend: 'remove it, or mend its spelling; the fields are described in src/handbook/schema.ts',
      },
    ],
    [
      'a missing key',
      'track: both',
      { line: 1, found: 'title: nothing', expected: 'a value of type string', mend: 'add "title"' },
    ],
    [
      'a missing key of an item',
      'title: A\nlist:\n  - id: a\n  - {}',
      {
        line: 4,
        found: 'list.1.id: nothing',
        expected: 'a value of type string',
        mend: 'add "id"',
      },
    ],
    [
      'a value that is none of those that may stand there',
      'title: A\ntrack: crafts',
      {
        line: 2,
        found: 'track: "crafts"',
        expected: 'one of "craft", "people", "both"',
        mend: 'change the value',
      },
    ],
    [
      'a value of another type',
      'title: 12',
      {
        line: 1,
        found: 'title: 12',
        expected: 'a value of type string',
        mend: 'change the value',
      },
    ],
    [
      'a list in place of a map',
      'title: A\nmap: [a]',
      { line: 2, found: 'map: ["a"]', expected: 'a map of keys and values' },
    ],
    [
      'a key that is not written as it should be',
      'title: A\nmap:\n  a: []\n  B C: []',
      { line: 4, expected: 'a word' },
    ],
    [
      'an empty file',
      '',
      { line: 1, found: 'the file: null', expected: 'a map of keys and values' },
    ],
  ])('is told of for %s', (_, text, problem) => {
    expect(parse(text)).toEqual({
      yaml: undefined,
      problems: [expect.objectContaining({ file: 'book.yaml', ...problem })],
    });
  });

  it('is told of everywhere at once', () => {
    const { problems } = parse('track: none\nlist:\n  - id: 1\nextra: a', 2);
    expect(problems.map(({ line }) => line).sort()).toEqual([2, 2, 4, 5]);
  });

  it('is quoted only in part where it is long', () => {
    const { problems } = parse(`title: [${'long, '.repeat(50)}]`);
    expect(problems[0]?.found).toHaveLength('title: '.length + 78);
  });
});

describe('YAML that parsers may take for different things', () => {
  const anything = z.unknown();
  const dataOf = (text: string) => parseYaml(text, anything, { file: 'book.yaml' }).yaml?.data;

  it.each([
    ['a day', 'a: 2024-12-08'],
    ['words for yes and no', 'a: [yes, no, on, off, y, n]\nb: [true, True, TRUE]'],
    ['numbers', 'a: [017, 0o17, 0x1F, 0b11, 08, 1_000, +12, 1e3, .5, 1., 190:20:30, .inf]'],
    ['nothing', 'a:\nb: ~\nc: null\nd: Null'],
    ['a key that is nothing', '~: a\nb:\n  : c'],
    ['keys that are no text', '1: a\ntrue: b\n1.5: c'],
    ['an anchor and its alias', 'a: &x { b: c }\nd: *x'],
    ['a merge key', 'a: &x { b: c }\nd:\n  <<: *x'],
    ['tags', 'a: !!str 1\nb: !!float 1\nc: !!map # {}'],
    ['text on several lines', 'a: |\n  b\n\n  c\nd: >-\n  e\n    f\n\n  g\nh: i\n  j'],
    ['text whose indentation is a number', 'a: |2\n    b\n'],
    ['quotation marks', `a: "b\\n\\u00e9"\nc: 'it''s'\nd: "e #f"`],
    ['comments', '# a\na: b # c\nd: e#f'],
    ['a byte order mark', '\uFEFFa: b'],
    ['tabs', 'a:\tb\nc: "d\te"'],
    ['carriage returns', 'a: b\r\nc: |\r\n  d\r\n'],
    ['a lone carriage return', 'a: "b\rc"'],
    ['a version', '%YAML 1.1\n---\na: yes'],
    ['marks of a document', '---\na: b\n...'],
    ['an indented mark of a document', ' ---\n'],
    ['a comment and nothing else', '# a'],
    ['no text', ''],
    ['keys that every object has', '__proto__: a\nconstructor: b'],
  ])('is what the parser that knows the lines takes it for: %s', (_, text) => {
    expect(dataOf(text)).toEqual(parseDocument(text).toJS());
  });
});
