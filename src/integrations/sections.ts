import { defineHastPlugin, type HastNode } from 'satteri';

type Attribute = { type: 'mdxJsxAttribute'; name: string; value: string };

/**
 * A Sätteri plugin that turns a chapter's flat run of headings and paragraphs into components:
 * `<Opening>` for what comes first, and a `<Section id>` for each heading of level 2 or 3 with
 * the text up to the next one, its heading in the slot "heading". The page that renders the chapter
 * says what these are.
 */
export const sections = defineHastPlugin({
  name: 'waymark-sections',
  before(root, context) {
    const opening: HastNode[] = [];
    const found: HastNode[][] = [];
    for (const node of root.children as HastNode[]) {
      if (isSectionHeading(node)) found.push([node]);
      else (found.at(-1) ?? opening).push(node);
    }
    context.replaceNode(root, {
      type: 'root',
      children: [component('Opening', [], opening), ...found.map(toSection)],
    } as HastNode);
  },
});

function isSectionHeading(node: HastNode): boolean {
  return node.type === 'element' && (node.tagName === 'h2' || node.tagName === 'h3');
}

function toSection([heading, ...text]: HastNode[]): HastNode {
  if (heading?.type !== 'element') throw new Error('a section begins with its heading');
  const id = String(heading.properties.id);
  const inSlot = { ...heading, properties: { ...heading.properties, slot: 'heading' } };
  return component(
    'Section',
    [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
    [inSlot, ...text],
  );
}

function component(name: string, attributes: Attribute[], children: HastNode[]): HastNode {
  return { type: 'mdxJsxFlowElement', name, attributes, children } as unknown as HastNode;
}
