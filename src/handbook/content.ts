import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { ABOUT, chapterPath } from './address.ts';
import { type ChapterText, MdxSyntaxError, readChapterText } from './chapter-text.ts';
import { LEDGER_FILE } from './ledger.ts';
import type { Problem } from './problem.ts';
import {
  type CareersData,
  type ChapterData,
  type ComparisonData,
  careersSchema,
  chapterSchema,
  comparisonSchema,
  type DisagreementsData,
  disagreementsSchema,
  type GlossaryData,
  glossarySchema,
  type HandbookData,
  handbookSchema,
  type LiteratureData,
  literatureSchema,
  type PathwaysData,
  type PublishedData,
  pathwaysSchema,
  publishedSchema,
  type SourceData,
  type SynonymsData,
  sourceSchema,
  synonymsSchema,
  type TopicsData,
  topicsSchema,
} from './schema.ts';
import { parseYaml, type YamlFile } from './yaml.ts';

/** A chapter's file whose text could be read. */
export interface ChapterFile {
  id: string;
  /** The file, as a path from where the command was started. */
  file: string;
  text: ChapterText;
  /** Missing where it doesn't fit its schema. */
  frontmatter: YamlFile<ChapterData> | undefined;
}

/** A content folder as its authors wrote it. A file that can't be read is missing here and told of in the problems. */
export interface Content {
  handbook: YamlFile<HandbookData> | undefined;
  topics: YamlFile<TopicsData> | undefined;
  /** This and the next eight are missing in a handbook that has none, too. */
  glossary: YamlFile<GlossaryData> | undefined;
  disagreements: YamlFile<DisagreementsData> | undefined;
  literature: YamlFile<LiteratureData> | undefined;
  comparison: YamlFile<ComparisonData> | undefined;
  pathways: YamlFile<PathwaysData> | undefined;
  careers: YamlFile<CareersData> | undefined;
  synonyms: YamlFile<SynonymsData> | undefined;
  /** The ledger of every published id. */
  published: YamlFile<PublishedData> | undefined;
  /** The page about the handbook, if there is one. */
  about: { file: string; text: ChapterText } | undefined;
  /** By the chapter's id, which is the file's name. */
  chapters: Map<string, ChapterFile>;
  /** By the source's key, which is the file's name. */
  sources: Map<string, YamlFile<SourceData>>;
  /** The ids of chapters whose files are there but whose text can't be read. */
  unreadable: Set<string>;
  /** The names of files of the folder that are there but can't be read: what they hold is not known. */
  unreadFiles: Set<string>;
  /** Whether every source could be read, so that a claim that is not found is not there. */
  allSourcesRead: boolean;
  /** Files that the site serves as they are, as paths from its root. `/icon.svg` */
  publicFiles: Set<string>;
}

/** Every text of the book, chapters and the page about it, with the path of its page. */
export function textsOf({
  chapters,
  about,
}: Content): { page: string; file: string; text: ChapterText }[] {
  const texts = [...chapters.values()].map(({ id, file, text }) => ({
    page: chapterPath(id),
    file,
    text,
  }));
  return about ? [...texts, { page: ABOUT, ...about }] : texts;
}

/**
 * Reads a content folder, all of it, whatever is wrong with single files. One file after the other, each in
 * a fraction of what it costs to wait for it.
 *
 * @param folder the content folder
 * @param publicFolder the folder of files that are served as they are
 * @returns what could be read, and a problem for each thing that couldn't
 */
export function readContent(
  folder: string,
  publicFolder: string,
): { content: Content; problems: Problem[] } {
  const problems: Problem[] = [];
  const unreadFiles = new Set<string>();
  const display = (file: string) => {
    const relative = path.relative(process.cwd(), file);
    return (relative.startsWith('..') ? file : relative).replaceAll('\\', '/');
  };

  function readYaml<S extends z.ZodType>(file: string, schema: S, optional = false) {
    if (!existsSync(file)) {
      if (optional) return undefined;
      problems.push({
        file: display(file),
        line: 1,
        found: 'no such file',
        expected: `a content folder with ${path.basename(file)}`,
        mend: 'add the file, or set HANDBOOK_CONTENT to the folder that holds it',
      });
      return undefined;
    }
    const parsed = parseYaml(readFileSync(file, 'utf8'), schema, { file: display(file) });
    problems.push(...parsed.problems);
    if (!parsed.yaml) unreadFiles.add(path.basename(file));
    return parsed.yaml;
  }

  function readAbout(file: string): Content['about'] {
    if (!existsSync(file)) return undefined;
    const parsed = parseText(readFileSync(file, 'utf8'), display(file));
    problems.push(...parsed.problems);
    return parsed.text && { file: display(file), text: parsed.text };
  }

  /** The files of a kind in a folder of the book, by their ids, which are their names. */
  function readFolder(name: string, extension: string): Map<string, string> {
    const files = listFiles(path.join(folder, name)).filter((file) => file.endsWith(extension));
    const nested = files.filter((file) => path.dirname(file) !== '.');
    for (const file of nested) {
      problems.push({
        file: display(path.join(folder, name, file)),
        line: 1,
        found: 'a file in a folder of its own',
        expected: `every file right in ${name}/: its name is its id, and an id has no folder`,
        mend: `move it up into ${name}/`,
      });
    }
    return new Map(
      files
        .filter((file) => !nested.includes(file))
        .map((file) => [path.basename(file, extension), path.join(folder, name, file)]),
    );
  }

  const content: Content = {
    handbook: readYaml(path.join(folder, 'handbook.yaml'), handbookSchema),
    topics: readYaml(path.join(folder, 'topics.yaml'), topicsSchema),
    glossary: readYaml(path.join(folder, 'glossary.yaml'), glossarySchema, true),
    disagreements: readYaml(path.join(folder, 'disagreements.yaml'), disagreementsSchema, true),
    literature: readYaml(path.join(folder, 'literature.yaml'), literatureSchema, true),
    comparison: readYaml(path.join(folder, 'comparison.yaml'), comparisonSchema, true),
    pathways: readYaml(path.join(folder, 'pathways.yaml'), pathwaysSchema, true),
    careers: readYaml(path.join(folder, 'careers.yaml'), careersSchema, true),
    synonyms: readYaml(path.join(folder, 'synonyms.yaml'), synonymsSchema, true),
    published: readYaml(path.join(folder, LEDGER_FILE), publishedSchema, true),
    about: readAbout(path.join(folder, 'about.mdx')),
    chapters: new Map(),
    sources: new Map(),
    unreadable: new Set(),
    unreadFiles,
    allSourcesRead: true,
    publicFiles: new Set(listFiles(publicFolder).map((file) => `/${file.replaceAll('\\', '/')}`)),
  };

  for (const [name, file] of readFolder('sources', '.yaml')) {
    const yaml = readYaml(file, sourceSchema);
    if (yaml) content.sources.set(name, yaml);
    else content.allSourcesRead = false;
  }

  for (const [id, file] of readFolder('chapters', '.mdx')) {
    const parsed = parseChapter(readFileSync(file, 'utf8'), id, display(file));
    problems.push(...parsed.problems);
    if (parsed.chapter) content.chapters.set(id, parsed.chapter);
    else content.unreadable.add(id);
  }
  return { content, problems };
}

/**
 * Parses a chapter's file.
 *
 * @param source the whole file
 * @param file its path for messages
 */
export function parseChapter(
  source: string,
  id: string,
  file: string,
): { chapter: ChapterFile | undefined; problems: Problem[] } {
  const { text, problems } = parseText(source, file);
  if (!text) return { chapter: undefined, problems };
  if (!text.frontmatter) {
    return {
      chapter: { id, file, text, frontmatter: undefined },
      problems: [
        {
          file,
          line: 1,
          found: 'a chapter without frontmatter',
          expected: 'a block between two lines of "---" with title, summary, track and so on',
          mend: 'copy the block from another chapter and change it',
        },
      ],
    };
  }
  const { yaml, firstLine } = text.frontmatter;
  const parsed = parseYaml(yaml, chapterSchema, { file, firstLine });
  return { chapter: { id, file, text, frontmatter: parsed.yaml }, problems: parsed.problems };
}

/** Parses an MDX text, or tells where it breaks off. */
function parseText(
  source: string,
  file: string,
): { text: ChapterText | undefined; problems: Problem[] } {
  try {
    return { text: readChapterText(source), problems: [] };
  } catch (error) {
    if (!(error instanceof MdxSyntaxError)) throw error;
    return {
      text: undefined,
      problems: [
        {
          file,
          line: error.line,
          found: `MDX that can't be read: ${error.message}`,
          expected: 'well-formed MDX',
          mend: 'close the tag or brace; a literal "{" or "<" in the text is written "\\{" or "\\<"',
        },
      ],
    };
  }
}

/** The files below a folder as relative paths, sorted; none where there is no such folder. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
