import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { ChapterData } from '../schema.ts';
import type { YamlFile } from '../yaml.ts';
import type { Check } from './check.ts';

interface Use {
  id: string;
  /** What bears the id, for the message. `the section "one"` */
  what: string;
  file: string;
  line: number;
}

/**
 * An id names one thing. Chapters and sections share their ids, former ones included, so that an id
 * that goes away can be given to whichever of them takes its place; claims, parts and works have ids of their own.
 */
export const checkIds: Check = (content) =>
  [chapterAndSectionIds, claimIds, partIds, workIds].flatMap((idsOf) =>
    findSecondUses(idsOf(content)),
  );

function findSecondUses(uses: Use[]): Problem[] {
  const first = new Map<string, Use>();
  return uses.flatMap((use) => {
    const earlier = first.get(use.id);
    if (!earlier) {
      first.set(use.id, use);
      return [];
    }
    return {
      file: use.file,
      line: use.line,
      found: `the id "${use.id}" of ${use.what}, which ${earlier.what} has already (${earlier.file}:${earlier.line})`,
      expected: 'an id that is used once in the whole book',
      mend: 'give the newer of the two another id; a published id keeps its place',
    };
  });
}

function chapterAndSectionIds({ chapters, handbook }: Content): Use[] {
  const listed = handbook?.data.parts.flatMap((part, p) =>
    part.chapters.map((id, c) => ({
      id,
      what: `a chapter in the table of contents`,
      file: handbook.file,
      line: handbook.lineOf(['parts', p, 'chapters', c]),
    })),
  );
  const listedIds = new Set(listed?.map(({ id }) => id));
  const files = [...chapters.values()];
  return [
    ...(listed ?? []),
    ...files
      .filter(({ id }) => !listedIds.has(id))
      .map(({ id, file }) => ({ id, what: 'a chapter', file, line: 1 })),
    ...files.flatMap(({ file, text }) =>
      text.sections.flatMap(({ id, title, line }) =>
        id === undefined ? [] : { id, what: `the section "${title}"`, file, line },
      ),
    ),
    ...files.flatMap(({ id, file, frontmatter }) =>
      frontmatter ? formerIds(id, file, frontmatter) : [],
    ),
  ];
}

function formerIds(chapter: string, file: string, { data, lineOf }: YamlFile<ChapterData>): Use[] {
  return [
    ...data.formerly.map((id, i) => ({
      id,
      what: `the chapter "${chapter}" in former times`,
      file,
      line: lineOf(['formerly', i]),
    })),
    ...Object.entries(data.sections).flatMap(([section, { formerly }]) =>
      formerly.map((id, i) => ({
        id,
        what: `the section "${section}" in former times`,
        file,
        line: lineOf(['sections', section, 'formerly', i]),
      })),
    ),
  ];
}

function claimIds({ sources }: Content): Use[] {
  return [...sources].flatMap(([key, { file, data, lineOf }]) =>
    Object.keys(data.claims).map((id) => ({
      id,
      what: `a claim of "${key}"`,
      file,
      line: lineOf(['claims', id]),
    })),
  );
}

function partIds({ handbook }: Content): Use[] {
  return (handbook?.data.parts ?? []).map(({ id, title }, p) => ({
    id,
    what: `the part "${title}"`,
    file: handbook?.file ?? '',
    line: handbook?.lineOf(['parts', p, 'id']) ?? 1,
  }));
}

function workIds({ literature }: Content): Use[] {
  return (literature?.data ?? []).flatMap(({ works }, group) =>
    Object.keys(works).map((id) => ({
      id,
      what: 'a work',
      file: literature?.file ?? '',
      line: literature?.lineOf([group, 'works', id]) ?? 1,
    })),
  );
}
