import { rm } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { install, writeFiles } from './install.ts';
import type { PlainBook } from './plain-book.ts';
import type { System } from './system.ts';

const PACKAGES = { '@astrojs/starlight': '0.42.4', astro: '7.3.5', sharp: '0.35.5' };

/**
 * Starlight as it comes, with the parts of the book as groups of its sidebar.
 *
 * @param room a folder for its packages and the site
 */
export async function starlight(room: string): Promise<System> {
  const project = path.join(room, 'starlight');
  await install(project, PACKAGES);
  return {
    name: 'Starlight',
    pathOf: (chapter) => `/chapters/${chapter}/`,
    next: 'a[rel=next]',
    search: { input: 'dialog input', results: 'dialog .pagefind-ui__results' },
    async prepare({ book }) {
      const site = path.join(project, 'dist');
      for (const old of ['src', 'dist', '.astro', 'node_modules/.astro']) {
        await rm(path.join(project, old), { recursive: true, force: true });
      }
      await writeFiles(project, filesOf(book));
      return {
        args: [path.join(project, 'node_modules/astro/bin/astro.mjs'), 'build'],
        cwd: project,
        env: { ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
        site,
      };
    },
  };
}

function filesOf({ title, parts, glossary }: PlainBook): Map<string, string> {
  const sidebar = parts.map(({ title, chapters }) => ({
    label: title,
    items: chapters.map(({ id }) => `chapters/${id}`),
  }));
  const page = (frontmatter: Record<string, string>, text: string) =>
    `---\n${stringify(frontmatter)}---\n\n${text}\n`;
  const docs = 'src/content/docs';
  return new Map([
    [
      'astro.config.mjs',
      `import starlight from '@astrojs/starlight';
export default { integrations: [starlight(${JSON.stringify({ title, sidebar })})] };
`,
    ],
    [
      'src/content.config.ts',
      `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    ],
    [`${docs}/index.md`, page({ title }, '')],
    [`${docs}/glossary.md`, page({ title: 'Glossary' }, glossary)],
    ...parts.flatMap(({ chapters }) =>
      chapters.map(
        ({ id, title, summary, text }) =>
          [`${docs}/chapters/${id}.md`, page({ title, description: summary }, text)] as const,
      ),
    ),
  ]);
}
