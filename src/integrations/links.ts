import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineHastPlugin } from 'satteri';
import { chapterPath, href } from '../handbook/address.ts';

/**
 * A Sätteri plugin that makes the links of a chapter work wherever the chapter's text is shown: those
 * from the handbook's root get the base path, and those within the chapter name the chapter too,
 * since a share page shows only a passage of it.
 *
 * @param base the path that the handbook lives under, with a slash at both ends
 */
export const links = (base: string) =>
  defineHastPlugin({
    name: 'waymark-links',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        const name = node.tagName === 'a' ? 'href' : 'src';
        const target = String(node.properties[name] ?? '');
        if (target.startsWith('#') && context.fileURL) {
          const chapter = path.basename(fileURLToPath(context.fileURL), '.mdx');
          context.setProperty(node, name, href(`${chapterPath(chapter)}${target}`, { base }));
        } else if (target.startsWith('/') && !target.startsWith('//')) {
          context.setProperty(node, name, href(target, { base }));
        }
      },
    },
  });
