import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { sectionPath } from '../handbook/address.ts';
import type { Handbook, Section } from '../handbook/handbook.ts';

/** What Pagefind ships for pages that use its own interface; ours is in `src/client/search/`. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b|^wasm\.unknown/;

/**
 * Indexes every section for search, a record each, and writes what the browser needs into
 * `pagefind/` of the built site.
 *
 * @param folder where the built site lies
 * @returns how many sections were indexed and how many files were written
 * @throws {Error} with whatever Pagefind reports: it throws nothing itself
 */
export async function writeSearchIndex(
  { sections }: Handbook,
  folder: string,
): Promise<{ sections: number; files: number }> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    failOn(errors, 'starting');
    if (!index) throw new Error('Pagefind started without an index');
    for (const section of sections.values()) {
      const added = await index.addCustomRecord(toRecord(section));
      failOn(added.errors, `indexing the section "${section.id}"`);
    }
    const written = await index.getFiles();
    failOn(written.errors, 'writing the index');
    const files = written.files.filter(({ path: name }) => !UNUSED.test(name));
    for (const { path: name, content } of files) {
      const target = path.join(folder, 'pagefind', name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    return { sections: sections.size, files: files.length };
  } finally {
    await close();
  }
}

function toRecord(section: Section) {
  const { chapter } = section;
  return {
    // Pagefind puts the path that its own files lie under ahead of it.
    url: sectionPath(chapter.id, section.id),
    language: 'en',
    content: section.text,
    meta: { title: section.title, chapter: chapter.title, part: chapter.part.title },
  };
}

function failOn(errors: string[], doing: string): void {
  if (errors.length > 0) throw new Error(`Pagefind, ${doing}: ${errors.join('; ')}`);
}
