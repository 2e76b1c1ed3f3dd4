import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from 'satteri';
import { definitionsOf, MARKDOWN_FEATURES } from '../chapter-text.ts';
import { paragraph } from './nodes.ts';

/** What a text has around it that it doesn't say itself. */
export interface Surroundings {
  /** Where a link or an image leads, for somebody who has the text alone. */
  resolve(address: string): string;
  /** What stands in place of `<Disagreement id="…" />`. */
  disagreement(id: string): RootContent[];
}

/**
 * Reads a text of MDX as plain Markdown: elements become the Markdown that says the same or leave their
 * content behind, comments go, links named elsewhere in the file carry their address themselves.
 *
 * @param source a text in which the checks found nothing, with or without its frontmatter
 * @returns its blocks; headings still have the ids that their authors gave them
 */
export function readPlain(source: string, surroundings: Surroundings): RootContent[] {
  const root = mdxToMdast(source, { features: MARKDOWN_FEATURES });
  const definitions = definitionsOf(root);

  function convert(node: Nodes): Nodes[] {
    switch (node.type) {
      case 'text':
        // A line that ends in the file goes on in the page.
        return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }];
      case 'link':
        return [{ ...node, url: surroundings.resolve(node.url), children: inlineOf(node) }];
      case 'image':
        return [{ ...node, url: surroundings.resolve(node.url) }];
      case 'linkReference':
        return linkTo(definitions.get(node.identifier), inlineOf(node));
      case 'imageReference':
        return imageOf(definitions.get(node.identifier), node.alt);
      case 'mdxJsxTextElement':
        return convertElement(node);
      case 'mdxJsxFlowElement': {
        const converted = convertElement(node);
        return converted.length > 0 && converted.every(isInline)
          ? [paragraph(...converted)]
          : converted;
      }
      case 'yaml':
      case 'definition':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return [];
      default:
        return 'children' in node
          ? [{ ...node, children: node.children.flatMap(convert) } as Nodes]
          : [node];
    }
  }

  function convertElement(node: MdxJsxFlowElement | MdxJsxTextElement): Nodes[] {
    const attribute = (name: string) => {
      const found = node.attributes.find((entry) => 'name' in entry && entry.name === name);
      return typeof found?.value === 'string' ? found.value : undefined;
    };
    switch (node.name) {
      case 'Disagreement':
        return surroundings.disagreement(attribute('id') ?? '');
      case 'a':
        return linkTo(attribute('href'), inlineOf(node));
      case 'img':
        return imageOf(attribute('src'), attribute('alt'));
      case 'br':
        return [{ type: 'break' }];
      case 'em':
      case 'i':
        return [{ type: 'emphasis', children: inlineOf(node) }];
      case 'strong':
      case 'b':
        return [{ type: 'strong', children: inlineOf(node) }];
      default:
        return node.children.flatMap(convert);
    }
  }

  function linkTo(address: string | undefined, children: PhrasingContent[]): Nodes[] {
    if (address === undefined) return children;
    return [{ type: 'link', url: surroundings.resolve(address), children }];
  }

  function imageOf(address = '', alt: string | null = ''): Nodes[] {
    return [{ type: 'image', url: surroundings.resolve(address), alt }];
  }

  /** What a node says, as it can stand in a line. */
  function inlineOf(node: Parents): PhrasingContent[] {
    return node.children
      .flatMap(convert)
      .flatMap((child): Nodes[] => (child.type === 'paragraph' ? child.children : [child]))
      .filter(isInline);
  }

  return convert(root).flatMap((node) => (node.type === 'root' ? node.children : []));
}

/** What is left in a line of a text that is plain. */
const INLINE = new Set<Nodes['type']>([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'image',
  'inlineCode',
  'link',
  'strong',
  'text',
]);

function isInline(node: Nodes): node is PhrasingContent {
  return INLINE.has(node.type);
}
