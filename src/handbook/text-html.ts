import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import {
  type HastNode,
  type MdxJsxFlowElementHast,
  type MdxJsxTextElementHast,
  mdxToHast,
} from 'satteri';
import { chapterPath, href, type Location, leadsElsewhere } from './address.ts';
import { MARKDOWN_FEATURES } from './chapter-text.ts';

/** A text as pages show it, in HTML. */
export interface TextHtml {
  /** What it says ahead of its first section. */
  opening: HtmlBlock[];
  sections: SectionHtml[];
}

export interface SectionHtml {
  id: string;
  level: 2 | 3;
  /** What its heading holds, without the element. */
  heading: string;
  blocks: HtmlBlock[];
}

/** Blocks that follow each other, or a disagreement, `<Disagreement id="…" />`, in its place. */
export type HtmlBlock = { html: string } | { disagreement: string };

type MdxJsxElement = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** The elements that lead somewhere, and the attribute of each that says where. */
const TARGETS = new Map([
  ['a', 'href'],
  ['img', 'src'],
]);

/**
 * Turns a text of MDX into the HTML of its sections. Links work wherever a passage is shown: those from the
 * handbook's root get the base path, and those within a chapter name the chapter too.
 *
 * @param source a text in which the checks found nothing, with or without its frontmatter
 * @param chapter the id of the chapter whose text it is; missing of a text that is shown on one page alone
 */
export function renderText(
  source: string,
  chapter: string | undefined,
  { base }: Pick<Location, 'base'>,
): TextHtml {
  const root = mdxToHast(source, { features: MARKDOWN_FEATURES, position: false });

  function resolve(target: string): string {
    const path = target.startsWith('#') && chapter ? chapterPath(chapter) + target : target;
    return path.startsWith('/') && !leadsElsewhere(path) ? href(path, { base }) : path;
  }

  /** A node without what MDX adds to HTML. */
  function convert(node: HastNode): ElementContent[] {
    switch (node.type) {
      case 'element':
        return [convertElement(node.tagName, node.properties, node.children)];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return convertJsx(node);
      case 'text':
        return [{ type: 'text', value: node.value }];
      default:
        // Comments.
        return [];
    }
  }

  function convertJsx({ name, attributes, children }: MdxJsxElement): ElementContent[] {
    if (!name) return children.flatMap(convert);
    const properties: Properties = {};
    for (const attribute of attributes) {
      if ('name' in attribute && typeof attribute.value !== 'object') {
        properties[attribute.name] = attribute.value ?? true;
      }
    }
    if (name === 'Disagreement') return [{ type: 'comment', value: `${MARK}${properties.id}` }];
    return [convertElement(name, properties, children)];
  }

  function convertElement(tagName: string, given: Properties, children: HastNode[]): Element {
    const properties = { ...given };
    const target = TARGETS.get(tagName);
    if (target && properties[target]) properties[target] = resolve(String(properties[target]));
    return { type: 'element', tagName, properties, children: children.flatMap(convert) };
  }

  const opening: ElementContent[] = [];
  const sections: { heading: Element; content: ElementContent[] }[] = [];
  for (const node of 'children' in root ? root.children.flatMap(convert) : []) {
    if (isSectionHeading(node)) sections.push({ heading: node, content: [] });
    else (sections.at(-1)?.content ?? opening).push(node);
  }
  return {
    opening: writeBlocks(opening),
    sections: sections.map(({ heading, content }) => ({
      id: String(heading.properties.id),
      level: heading.tagName === 'h2' ? 2 : 3,
      heading: write(heading.children),
      blocks: writeBlocks(content),
    })),
  };
}

function isSectionHeading(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'h2' || node.tagName === 'h3');
}

/** Stands in HTML where a disagreement is, which may be within another block. */
const MARK = 'disagreement ';
const MARKED = new RegExp(`<!--${MARK}(.*?)-->`);

function writeBlocks(content: ElementContent[]): HtmlBlock[] {
  return write(content)
    .split(MARKED)
    .map((part, at) => (at % 2 === 0 ? { html: part.trim() } : { disagreement: part }))
    .filter((block) => block.html !== '');
}

function write(content: ElementContent[]): string {
  return toHtml(content, { characterReferences: { useNamedReferences: true } });
}
