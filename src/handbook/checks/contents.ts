import { listKnown } from '../problem.ts';
import type { Check } from './check.ts';

/** handbook.yaml names every chapter once, and only chapters that are there. */
export const checkContents: Check = ({ handbook, chapters, unreadable }) => {
  if (!handbook) return [];
  const { file, lineOf } = handbook;
  const files = new Set([...chapters.keys(), ...unreadable]);
  const listed = new Set(handbook.data.parts.flatMap((part) => part.chapters));

  const missing = handbook.data.parts.flatMap((part, p) =>
    part.chapters
      .map((id, c) => ({ id, c }))
      .filter(({ id }) => !files.has(id))
      .map(({ id, c }) => ({
        file,
        line: lineOf(['parts', p, 'chapters', c]),
        found: `a chapter "${id}" that has no file`,
        expected: `chapters/${id}.mdx, or a chapter that is there; ${listKnown(files, id)}`,
        mend: 'mend the spelling, write the chapter, or remove it from the table of contents',
      })),
  );
  const unlisted = [...chapters.values()]
    .filter(({ id }) => !listed.has(id))
    .map((chapter) => ({
      file: chapter.file,
      line: 1,
      found: `a chapter "${chapter.id}" that handbook.yaml doesn't list`,
      expected: 'every chapter in the table of contents of one part',
      mend: `add "${chapter.id}" to the chapters of a part in ${file}`,
    }));
  return [...missing, ...unlisted];
};
