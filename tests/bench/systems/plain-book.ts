import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PUBLIC_FOLDER } from '../../../src/folders.ts';
import { loadHandbook } from '../../../src/handbook/load.ts';

/** A handbook in plain Markdown: the text alone, as any system takes it. */
export interface PlainBook {
  title: string;
  parts: { title: string; chapters: PlainChapter[] }[];
  /** The page that chapters refer to where they use a term. */
  glossary: string;
}

export interface PlainChapter {
  id: string;
  title: string;
  summary: string;
  /** The titles of its sections. */
  sections: string[];
  /** Its summary, then all that it says. */
  text: string;
}

/** @param folder the content folder of a handbook that is made up; a real one also has components */
export async function readPlainBook(folder: string): Promise<PlainBook> {
  const { title, parts, glossary } = await loadHandbook(folder, PUBLIC_FOLDER);
  return {
    title,
    parts: await Promise.all(
      parts.map(async ({ title, chapters }) => ({
        title,
        chapters: await Promise.all(
          chapters.map(async ({ id, title, summary, sections }) => ({
            id,
            title,
            summary,
            sections: sections.map((section) => section.title),
            text: `${summary}\n\n${await readText(path.join(folder, `chapters/${id}.mdx`))}`,
          })),
        ),
      })),
    ),
    glossary: glossary.map(({ term, meaning }) => `- **${term}**: ${meaning}`).join('\n'),
  };
}

async function readText(file: string): Promise<string> {
  return toPlain(await readFile(file, 'utf8'));
}

/**
 * The text of a chapter's file without frontmatter and ids. Links lead to pages: each system makes ids of
 * its own for headings.
 *
 * @param file what the file holds
 */
export function toPlain(file: string): string {
  return file
    .replace(/^---\n.*?\n---\n+/s, '')
    .replace(/ \{#[\w-]+\}$/gm, '')
    .replace(/(\]\(\/[^)#]*)#[^)]*\)/g, '$1)');
}
