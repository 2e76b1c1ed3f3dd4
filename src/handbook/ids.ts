import type { ChapterFile, Content } from './content.ts';
import { type Kind, pathOf } from './kinds.ts';
import type { SourceData } from './schema.ts';
import type { YamlFile } from './yaml.ts';

/** A place in the content that gives something its id, or an id that it had before. */
export interface IdUse {
  kind: Kind;
  id: string;
  /** What bears the id, for messages. `the section "Boots come first"` */
  what: string;
  file: string;
  /** Asked for problems alone: to know a line costs more than to know the id. */
  lineOf: () => number;
  /** The chapter or the source that the bearer stands in, if it stands in one. */
  home?: string | undefined;
  /** The id that the bearer has now, where this is one that it had before. */
  now?: string;
}

const first = () => 1;

/** Every id that the content gives, former ones after all others. */
export function idsIn(content: Content): IdUse[] {
  const { chapters, sources, topics, glossary, disagreements, literature } = content;
  const { comparison, pathways, careers } = content;
  const uses = [
    ...chapterIds(content),
    ...[...chapters.values()].flatMap(sectionIds),
    ...[...sources].flatMap(([key, source]) => sourceIds(key, source)),
    ...entryIds('topic', topics, topics?.data),
    ...entryIds('term', glossary, glossary?.data),
    ...entryIds('disagreement', disagreements, disagreements?.data),
    ...(literature?.data ?? []).flatMap(({ works }, group) =>
      entryIds('work', literature, works, { path: [group, 'works'] }),
    ),
    ...entryIds('row', comparison, comparison?.data.rows, { path: ['rows'] }),
    ...entryIds('pathway', pathways, pathways?.data),
    ...entryIds('career', careers, careers?.data),
  ];
  const isFormer = ({ now }: IdUse) => now !== undefined;
  return [...uses.filter((use) => !isFormer(use)), ...uses.filter(isFormer)];
}

/** Where the bearer of an id is, as a path from the site's root. */
export function pathOfBearer({ kind, id, home, now = id }: IdUse): string {
  return pathOf(kind, now, home);
}

/** Chapters as the table of contents names them, then those that it doesn't name. */
function chapterIds({ handbook, chapters }: Content): IdUse[] {
  const kind = 'chapter' as const;
  const listed = (handbook?.data.parts ?? []).flatMap((part, p) =>
    part.chapters.map((id, c) => ({
      kind,
      id,
      what: 'a chapter in the table of contents',
      file: handbook?.file ?? '',
      lineOf: () => handbook?.lineOf(['parts', p, 'chapters', c]) ?? 1,
    })),
  );
  const names = new Set(listed.map(({ id }) => id));
  const files = [...chapters.values()];
  return [
    ...listed,
    ...files
      .filter(({ id }) => !names.has(id))
      .map(({ id, file }) => ({ kind, id, what: 'a chapter', file, lineOf: first })),
    ...files.flatMap(({ id, frontmatter }) =>
      formerIds(kind, id, frontmatter, frontmatter?.data.formerly),
    ),
  ];
}

/** Sections as the headings name them; what they were called stands in the frontmatter. */
function sectionIds({ id: home, file, text, frontmatter }: ChapterFile): IdUse[] {
  const kind = 'section' as const;
  return [
    ...text.sections.flatMap(({ id, title, line }) =>
      id === undefined
        ? []
        : { kind, id, what: `the section "${title}"`, file, lineOf: () => line, home },
    ),
    ...Object.entries(frontmatter?.data.sections ?? {}).flatMap(([id, { formerly }]) =>
      formerIds(kind, id, frontmatter, formerly, { path: ['sections', id], home }),
    ),
  ];
}

function sourceIds(key: string, source: YamlFile<SourceData>): IdUse[] {
  const { file, data } = source;
  return [
    { kind: 'source', id: key, what: 'a source', file, lineOf: first },
    ...formerIds('source', key, source, data.formerly),
    ...entryIds('claim', source, data.claims, {
      path: ['claims'],
      home: key,
      what: `a claim of "${key}"`,
    }),
  ];
}

/** The ids of what a YAML file lists by ids. */
function entryIds(
  kind: Kind,
  yaml: YamlFile<unknown> | undefined,
  entries: Record<string, { formerly: string[] }> = {},
  {
    path = [],
    home,
    what = `a ${kind}`,
  }: { path?: PropertyKey[]; home?: string; what?: string } = {},
): IdUse[] {
  if (!yaml) return [];
  return Object.entries(entries).flatMap(([id, { formerly }]) => [
    { kind, id, what, file: yaml.file, lineOf: () => yaml.lineOf([...path, id]), home },
    ...formerIds(kind, id, yaml, formerly, { path: [...path, id], home }),
  ]);
}

/** The ids that something had before, as its entry in a YAML file names them. */
function formerIds(
  kind: Kind,
  now: string,
  yaml: YamlFile<unknown> | undefined,
  formerly: string[] = [],
  { path = [], home }: { path?: PropertyKey[]; home?: string | undefined } = {},
): IdUse[] {
  if (!yaml) return [];
  return formerly.map((id, index) => ({
    kind,
    id,
    what: `the ${kind} "${now}" in former times`,
    file: yaml.file,
    lineOf: () => yaml.lineOf([...path, 'formerly', index]),
    home,
    now,
  }));
}
