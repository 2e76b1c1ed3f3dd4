import { type MdastNode, markdownToMdast } from 'satteri';

/** What a program makes of a text in Markdown. */
export interface MarkdownOutline {
  /** With the address that a heading links to as a whole. */
  headings: { level: number; title: string; link: string | undefined }[];
  /** Every address that something links to, in the text's order. */
  links: string[];
  /** Every node, in the text's order. */
  nodes: MdastNode[];
}

/** Parses Markdown as it is, without any of the features that chapters are written with. */
export function readMarkdown(source: string): MarkdownOutline {
  const nodes = flatten(markdownToMdast(source));
  return {
    headings: nodes.flatMap((node) => {
      if (node.type !== 'heading') return [];
      const [link, ...more] = node.children;
      const url = link?.type === 'link' && more.length === 0 ? link.url : undefined;
      return { level: node.depth, title: textOf(node), link: url };
    }),
    links: nodes.flatMap((node) => (node.type === 'link' ? node.url : [])),
    nodes,
  };
}

/** The text of a node, without its marks. */
export function textOf(node: MdastNode): string {
  return flatten(node)
    .map((one) => ('value' in one ? one.value : ''))
    .join('');
}

function flatten(node: MdastNode): MdastNode[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => flatten(child)) : [])];
}
