import type { PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import {
  heading,
  item,
  link,
  list,
  paragraph,
  quote,
  strong,
  text,
  write,
} from '../../../src/handbook/markdown/nodes.ts';
import { isPlain } from '../../../src/handbook/markdown/plain-words.ts';

/** What the library writes without our own way for plain words. */
const byLibrary = (children: RootContent[]) =>
  toMarkdown({ type: 'root', children }, { bullet: '-', rule: '-', extensions: [gfmToMarkdown()] });

/** Words, and whatever means something somewhere in Markdown. */
const PIECES = [
  ...['a', 'w', 'W', 's', 'p', 'é', 'Two words', '7', '“', '’', ' ', '  ', '\n', '\t', '\r', '.'],
  ...[',', ';', ':', '/', '-', '--', '+', '=', '(', ')', '[', ']', '<', '>', '!', '?', '"', "'"],
  ...['*', '**', '_', '`', '~', '~~', '#', '|', '&', '&amp;', '@', '\\', '{', '}', '$', '%', '^'],
  ...['www.a.example', 'https://a.example', 'a@b.example', '1. ', '- ', '> ', '---', '===', ':-'],
];

/** Numbers from 0 up to 1, the same at each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = numbers(9);
const upTo = (end: number) => Math.floor(random() * end);
const anyText = () =>
  Array.from({ length: 1 + upTo(4) }, () => PIECES[upTo(PIECES.length)]).join('');

/** Texts, alone and between other things that stand in a line. */
function anyLine(): PhrasingContent[] {
  return Array.from({ length: 1 + upTo(4) }, (): PhrasingContent => {
    const others: PhrasingContent[] = [
      strong(anyText()),
      { type: 'emphasis', children: [text(anyText())] },
      { type: 'delete', children: [text(anyText())] },
      { type: 'inlineCode', value: anyText() },
      { type: 'image', url: '/a.png', alt: anyText() },
      { type: 'break' },
      link('/a/', anyText()),
    ];
    return others[upTo(2 * others.length)] ?? text(anyText());
  });
}

function anyBlock(): RootContent {
  const row = { type: 'tableRow' as const };
  const blocks: RootContent[] = [
    paragraph(...anyLine()),
    heading(2, ...anyLine()),
    heading(3, link('/a/', ...anyLine())),
    quote(...anyLine()),
    list([item(anyLine(), list([item(anyLine())]))]),
    {
      type: 'table',
      children: [{ ...row, children: [{ type: 'tableCell', children: anyLine() }] }],
    },
  ];
  return blocks[upTo(blocks.length)] ?? paragraph(...anyLine());
}

describe('text written in Markdown', () => {
  it('is what the library writes, whatever stands in it and around it', () => {
    for (let round = 0; round < 300; round += 1) {
      const blocks = [anyBlock(), anyBlock()];
      expect(write(blocks), JSON.stringify(blocks)).toBe(byLibrary(blocks));
    }
  });

  it.each([
    ['a sentence', 'It pays: a little (not much), at 7%.', '\n', '\n'],
    ['what follows a link', ', and so on.', ')', '\n'],
    ['what leads to a link', 'See ', '\n', '['],
  ])('is known for plain words where it is %s', (_, value, before, after) => {
    expect(isPlain(value, before, after)).toBe(true);
  });
});
