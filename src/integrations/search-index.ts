import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import {
  careerPath,
  disagreementPath,
  PAGES,
  pathwayPath,
  rowPath,
  sectionPath,
  termPath,
  workPath,
} from '../handbook/address.ts';
import type { Handbook, Section } from '../handbook/handbook.ts';
import { firstSentence } from '../handbook/prose.ts';
import { createLexicon } from '../handbook/search/lexicon.ts';
import { searchTextOf } from '../handbook/search/search-text.ts';
import { tokensOf } from '../handbook/search/tokens.ts';

/** What Pagefind is handed of something that can be found. */
interface SearchRecord {
  /** Its path from the site's root. Pagefind puts the path that its own files lie under ahead of it. */
  url: string;
  language: 'en';
  /** The words that it is found by, which nobody reads. */
  content: string;
  /** What a result shows. */
  meta: Record<string, string>;
}

/** What Pagefind ships for pages that use its own interface; ours is in `src/client/search/`. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b|^wasm\.unknown/;

/**
 * Indexes every section for search, a record each, and beside them terms, rows of the comparison,
 * pathways, careers, works and disagreements, and writes what the browser needs into `pagefind/` of the built site,
 * and what it has to know of the book's words beside the search page.
 *
 * @param folder where the built site lies
 * @returns how many sections were indexed and how many files were written
 * @throws {Error} with whatever Pagefind reports: it throws nothing itself
 */
export async function writeSearchIndex(
  book: Handbook,
  folder: string,
): Promise<{ sections: number; files: number }> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    failOn(errors, 'starting');
    if (!index) throw new Error('Pagefind started without an index');
    const others = otherRecords(book);
    for (const record of [...[...book.sections.values()].map(toRecord), ...others]) {
      const added = await index.addCustomRecord(record);
      failOn(added.errors, `indexing ${record.url}`);
    }
    const written = await index.getFiles();
    failOn(written.errors, 'writing the index');
    const files = written.files.filter(({ path: name }) => !UNUSED.test(name));
    for (const { path: name, content } of files) {
      const target = path.join(folder, 'pagefind', name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    const lexicon = createLexicon(
      book,
      others.map(({ content }) => content),
    );
    await writeFile(path.join(folder, PAGES.lexicon), JSON.stringify(lexicon));
    return { sections: book.sections.size, files: files.length };
  } finally {
    await close();
  }
}

function toRecord(section: Section): SearchRecord {
  const { chapter } = section;
  return {
    url: sectionPath(chapter.id, section.id),
    language: 'en',
    content: searchTextOf(section),
    meta: {
      title: section.title,
      place: `${chapter.part.title} · ${chapter.title}`,
      point: firstSentence(section.text),
      questions: section.questions.join('\n'),
    },
  };
}

/** What isn't a section and can be found all the same. */
function otherRecords(book: Handbook): SearchRecord[] {
  const { glossary, comparison, pathways, disagreements, literature, careers } = book;
  const record = (kind: string, title: string, url: string, texts: string[]): SearchRecord => ({
    url,
    language: 'en',
    content: tokensOf(texts.join('\n')).join(' '),
    meta: { title, kind },
  });
  return [
    ...glossary.map(({ id, term, expansion = '', meaning }) =>
      record('Glossary', [term, expansion].filter(Boolean).join(', '), termPath(id), [
        `${term} ${expansion} `.repeat(4),
        meaning,
      ]),
    ),
    ...comparison.rows.map(({ id, title, cells }) =>
      record('The roles compared', title, rowPath(id), [
        title,
        ...cells.flatMap(({ role, says }) => [role.title, says]),
      ]),
    ),
    ...pathways.map(({ id, situation, about, steps }) =>
      record('Pathway', situation, pathwayPath(id), [
        situation,
        about,
        ...steps.flatMap(({ reader, mentor }) => [reader, mentor]),
      ]),
    ),
    ...literature
      .flatMap((group) => group.works)
      .map(({ id, title, author, says = '' }) =>
        record('Further reading', `${author}, ${title}`, workPath(id), [title, author, says]),
      ),
    ...careers.map(({ id, name, about, stations }) =>
      record('Career', name, careerPath(id), [name, about, ...stations.map(({ title }) => title)]),
    ),
    ...[...disagreements.values()].map(({ id, question, positions }) =>
      record('Disagreement', question, disagreementPath(id), [
        question,
        ...positions.map(({ says }) => says),
      ]),
    ),
  ];
}

function failOn(errors: string[], doing: string): void {
  if (errors.length > 0) throw new Error(`Pagefind, ${doing}: ${errors.join('; ')}`);
}
