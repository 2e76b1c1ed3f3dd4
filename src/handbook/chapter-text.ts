import { type MdastNode, mdxToJs, mdxToMdast } from 'satteri';

/** The Markdown features that chapters are written with: the build and the checks read them alike. */
export const MARKDOWN_FEATURES = { headingAttributes: true, smartPunctuation: true } as const;

/** A heading of level 2 or 3 and the text up to the next such heading. */
export interface SectionText {
  /** The heading's `{#id}`; missing where the author forgot it. */
  id: string | undefined;
  level: 2 | 3;
  title: string;
  /** The line of the heading, counted from 1. */
  line: number;
  /** The section's own text without the heading, block by block. */
  blocks: Block[];
}

/** A paragraph, list or other block as a reader sees it, or a disagreement, `<Disagreement id="…" />`, in its place. */
export type Block = { text: string } | { disagreement: string };

/** What the checks and the model need to know of a chapter's text. Lines are counted from 1. */
export interface ChapterText {
  frontmatter: { yaml: string; firstLine: number } | undefined;
  /** The text ahead of the first section. */
  opening: string;
  sections: SectionText[];
  headings: { level: number; title: string; line: number }[];
  /** Headings written as JSX (`<h2>`), which the build gives no id. */
  jsxHeadings: { name: string; line: number }[];
  /** With the id of the section that a link stands in; the opening has none. */
  links: { href: string; line: number; section: string | undefined }[];
  disagreements: { id: string; line: number }[];
  images: { src: string; alt: string; line: number }[];
  /** Code that a text can't hold: components other than ours, expressions, imports. */
  code: { what: string; line: number }[];
}

/** A chapter that the Markdown processor can't read. */
export class MdxSyntaxError extends Error {
  override name = 'MdxSyntaxError';
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/**
 * Reads a chapter file on the Markdown processor's own syntax tree.
 *
 * @param source the whole file, frontmatter included
 * @throws {MdxSyntaxError} at the file's first syntax error
 */
export function readChapterText(source: string): ChapterText {
  const root = parse(source);
  const chapter: ChapterText = {
    frontmatter: undefined,
    opening: '',
    sections: [],
    headings: [],
    jsxHeadings: [],
    links: [],
    disagreements: [],
    images: [],
    code: [],
  };
  const opening: { text: string }[] = [];
  const definitions = definitionsOf(root);
  for (const node of childrenOf(root)) {
    if (node.type === 'yaml') {
      chapter.frontmatter = { yaml: node.value, firstLine: lineOf(node) + 1 };
    } else if (node.type === 'heading' && (node.depth === 2 || node.depth === 3)) {
      const section: SectionText = {
        id: headingId(node),
        level: node.depth,
        title: textOf(node),
        line: lineOf(node),
        blocks: [],
      };
      chapter.sections.push(section);
    } else {
      const text = textOf(node).trim();
      if (text) (chapter.sections.at(-1)?.blocks ?? opening).push({ text });
    }
    collect(node, chapter, definitions);
  }

  chapter.opening = opening.map(({ text }) => text).join('\n');
  return chapter;
}

function parse(source: string): MdastNode {
  try {
    const root = mdxToMdast(source, { features: MARKDOWN_FEATURES });
    // Compiling finds what the tree lets pass of code, such as an import that isn't finished.
    if (hasCode(root)) mdxToJs(source, { features: MARKDOWN_FEATURES });
    return root;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', reason = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
    throw new MdxSyntaxError(reason, Number(line));
  }
}

/** Whether there is more in a text than Markdown. */
function hasCode(node: MdastNode): boolean {
  return node.type.startsWith('mdx') || childrenOf(node).some(hasCode);
}

/** Gathers headings, links, images and disagreements from a node and below it, in the text's order. */
function collect(
  node: MdastNode,
  chapter: ChapterText,
  definitions: ReadonlyMap<string, string>,
): void {
  const line = lineOf(node);
  const section = chapter.sections.at(-1);
  if (node.type === 'heading') {
    chapter.headings.push({ level: node.depth, title: textOf(node), line });
  } else if (node.type === 'link') {
    chapter.links.push({ href: node.url, line, section: section?.id });
  } else if (node.type === 'image') {
    chapter.images.push({ src: node.url, alt: node.alt ?? '', line });
  } else if (node.type === 'linkReference') {
    const href = definitions.get(node.identifier);
    if (href) chapter.links.push({ href, line, section: section?.id });
  } else if (node.type === 'imageReference') {
    const src = definitions.get(node.identifier) ?? '';
    chapter.images.push({ src, alt: node.alt ?? '', line });
  } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const attribute = (name: string) => {
      const found = node.attributes.find((entry) => 'name' in entry && entry.name === name);
      return typeof found?.value === 'string' ? found.value : undefined;
    };
    const isComputed = node.attributes.some(
      (entry) =>
        entry.type === 'mdxJsxExpressionAttribute' ||
        (entry.value && typeof entry.value !== 'string'),
    );
    if (isComputed) chapter.code.push({ what: `an expression in <${node.name}>`, line });
    if (/^h[1-6]$/.test(node.name ?? '')) {
      chapter.jsxHeadings.push({ name: node.name ?? '', line });
    } else if (node.name === 'a') {
      chapter.links.push({ href: attribute('href') ?? '', line, section: section?.id });
    } else if (node.name === 'Disagreement') {
      const id = attribute('id') ?? '';
      chapter.disagreements.push({ id, line });
      section?.blocks.push({ disagreement: id });
    } else if (/^[A-Z]|\./.test(node.name ?? '')) {
      chapter.code.push({ what: `a component: <${node.name}>`, line });
    } else if (node.name === 'img') {
      chapter.images.push({ src: attribute('src') ?? '', alt: attribute('alt') ?? '', line });
    }
  }
  if (node.type === 'mdxjsEsm') chapter.code.push({ what: `an import or export`, line });
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    const isComment = /^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(node.value);
    if (!isComment) chapter.code.push({ what: `an expression: {${node.value}}`, line });
  }
  for (const child of childrenOf(node)) collect(child, chapter, definitions);
}

/** The addresses that `[name]: /address/` gives names to. */
export function definitionsOf(node: MdastNode): Map<string, string> {
  if (node.type === 'definition') return new Map([[node.identifier, node.url]]);
  return new Map(childrenOf(node).flatMap((child) => [...definitionsOf(child)]));
}

function childrenOf(node: MdastNode): MdastNode[] {
  return 'children' in node ? (node.children as MdastNode[]) : [];
}

function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

/** The id that a heading's author gave it, `{#id}`. */
export function headingId(node: MdastNode): string | undefined {
  const data = 'data' in node ? (node.data as { hProperties?: { id?: string } }) : undefined;
  return data?.hProperties?.id;
}

const BLOCKS = new Set<string>([
  'blockquote',
  'code',
  'heading',
  'list',
  'listItem',
  'mdxJsxFlowElement',
  'paragraph',
  'table',
  'tableCell',
  'tableRow',
]);

/** The text of a node as a reader sees it: no code of the page (imports, expressions), blocks on lines of their own. */
function textOf(node: MdastNode): string {
  switch (node.type) {
    case 'text':
      // A line that ends in the file goes on in the page.
      return node.value.replace(/\s*\n\s*/g, ' ');
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    default: {
      const children = childrenOf(node);
      return children.map(textOf).join(children.some(({ type }) => BLOCKS.has(type)) ? '\n' : '');
    }
  }
}
