import { rm } from 'node:fs/promises';
import path from 'node:path';
import { install, writeFiles } from './install.ts';
import type { PlainBook } from './plain-book.ts';
import type { System } from './system.ts';

const PACKAGES = { vitepress: '1.6.4' };

/**
 * VitePress as it comes, with its local search and the parts of the book as groups of its sidebar.
 *
 * @param room a folder for its packages and the site
 */
export async function vitepress(room: string): Promise<System> {
  const project = path.join(room, 'vitepress');
  await install(project, PACKAGES);
  return {
    name: 'VitePress',
    pathOf: (chapter) => `/chapters/${chapter}.html`,
    next: '.pager-link.next',
    search: { input: '.VPLocalSearchBox input', results: '.VPLocalSearchBox .results' },
    async prepare({ book }) {
      const docs = path.join(project, 'docs');
      await rm(docs, { recursive: true, force: true });
      await writeFiles(docs, filesOf(book));
      return {
        args: [path.join(project, 'node_modules/vitepress/bin/vitepress.js'), 'build', 'docs'],
        cwd: project,
        env: { NO_COLOR: '1' },
        site: path.join(docs, '.vitepress/dist'),
      };
    },
  };
}

function filesOf({ title, parts, glossary }: PlainBook): Map<string, string> {
  const sidebar = parts.map(({ title, chapters }) => ({
    text: title,
    items: chapters.map(({ id, title }) => ({ text: title, link: `/chapters/${id}` })),
  }));
  const config = { title, themeConfig: { sidebar, search: { provider: 'local' } } };
  // A slash at the end of a link means a folder with an index.
  const page = (title: string, text: string) =>
    `# ${title}\n\n${text.replace(/(\]\(\/[^)]*)\/\)/g, '$1)')}\n`;
  return new Map([
    ['.vitepress/config.mjs', `export default ${JSON.stringify(config)};\n`],
    ['index.md', page(title, '')],
    ['glossary.md', page('Glossary', glossary)],
    ...parts.flatMap(({ chapters }) =>
      chapters.map(({ id, title, text }) => [`chapters/${id}.md`, page(title, text)] as const),
    ),
  ]);
}
