/** The few nodes of a Markdown tree that are made here, and how a tree is written. What they are given is text: marks in it are escaped. */
import type {
  Blockquote,
  Heading,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
  Text,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { writeText } from './plain-words.ts';

/** What stands in a line: a node, or text. */
export type Inline = PhrasingContent | string;

const toNodes = (inline: Inline[]): PhrasingContent[] =>
  inline.map((one): PhrasingContent => (typeof one === 'string' ? text(one) : one));

export function text(value: string): Text {
  return { type: 'text', value };
}

export function strong(...inline: Inline[]): Strong {
  return { type: 'strong', children: toNodes(inline) };
}

export function link(url: string, ...inline: Inline[]): Link {
  return { type: 'link', url, children: toNodes(inline) };
}

export function paragraph(...inline: Inline[]): Paragraph {
  return { type: 'paragraph', children: toNodes(inline) };
}

export function heading(depth: Heading['depth'], ...inline: Inline[]): Heading {
  return { type: 'heading', depth, children: toNodes(inline) };
}

export function quote(...inline: Inline[]): Blockquote {
  return { type: 'blockquote', children: [paragraph(...inline)] };
}

/** A list without blank lines between its items. */
export function list(children: ListItem[]): List {
  return { type: 'list', spread: false, children };
}

/** @param below a list that stands within the item */
export function item(inline: Inline[], below?: List): ListItem {
  return {
    type: 'listItem',
    spread: false,
    children: below ? [paragraph(...inline), below] : [paragraph(...inline)],
  };
}

/** Made once: the library keeps what it compiles of an extension in the extension. */
const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  extensions: [gfmToMarkdown()],
  handlers: { text: writeText },
};

/** Writes blocks as Markdown (CommonMark, tables as GitHub has them), a paragraph a line. */
export function write(children: RootContent[]): string {
  return toMarkdown({ type: 'root', children }, OPTIONS);
}
