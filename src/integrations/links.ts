import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  defineHastPlugin,
  type HastVisitorContext,
  type MdxJsxFlowElementHast,
  type MdxJsxTextElementHast,
} from 'satteri';
import { chapterPath, href } from '../handbook/address.ts';

/** The elements that lead somewhere, and the attribute of each that says where. */
const TARGETS = new Map([
  ['a', 'href'],
  ['img', 'src'],
]);

/**
 * A Sätteri plugin that makes the links of a chapter work wherever the chapter's text is shown: those
 * from the handbook's root get the base path, and those within the chapter name the chapter too,
 * since a share page shows only a passage of it. Links written as JSX are links too.
 *
 * @param base the path that the handbook lives under, with a slash at both ends
 */
export const links = (base: string) => {
  const filter = [...TARGETS.keys()];
  const fromAnywhere = (target: string, { fileURL }: HastVisitorContext): string => {
    const { dir, name } = path.parse(fileURL ? fileURLToPath(fileURL) : '');
    if (target.startsWith('#') && path.basename(dir) === 'chapters') {
      return href(`${chapterPath(name)}${target}`, { base });
    }
    return target.startsWith('/') && !target.startsWith('//') ? href(target, { base }) : target;
  };
  const jsx = {
    filter,
    visit(
      node: Readonly<MdxJsxFlowElementHast | MdxJsxTextElementHast>,
      context: HastVisitorContext,
    ) {
      const name = TARGETS.get(node.name ?? '') ?? '';
      const target = node.attributes.find((entry) => 'name' in entry && entry.name === name)?.value;
      if (typeof target === 'string') {
        context.setProperty(node, name, fromAnywhere(target, context));
      }
    },
  };
  return defineHastPlugin({
    name: 'waymark-links',
    element: {
      filter,
      visit(node, context) {
        const name = TARGETS.get(node.tagName) ?? '';
        const target = String(node.properties[name] ?? '');
        context.setProperty(node, name, fromAnywhere(target, context));
      },
    },
    mdxJsxFlowElement: jsx,
    mdxJsxTextElement: jsx,
  });
};
