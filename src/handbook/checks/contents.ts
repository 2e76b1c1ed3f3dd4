import { listKnown } from '../problem.ts';
import type { Check } from './check.ts';

/** handbook.yaml names every chapter once, and only chapters that are there; its ways in lead to sections. */
export const checkContents: Check = ({ handbook, chapters, unreadable }) => {
  if (!handbook) return [];
  const { file, lineOf } = handbook;
  const files = new Set([...chapters.keys(), ...unreadable]);
  const listed = new Set(handbook.data.parts.flatMap((part) => part.chapters));

  const missing = handbook.data.parts.flatMap((part, p) =>
    part.chapters
      .map((id, c) => ({ id, line: lineOf(['parts', p, 'chapters', c]) }))
      .filter(({ id }) => !files.has(id))
      .map(({ id, line }) => ({
        file,
        line,
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

  const sections = new Set(
    [...chapters.values()].flatMap(({ text }) => text.sections.flatMap(({ id }) => id ?? [])),
  );
  const lost = handbook.data.ways
    .map((way, w) => ({ ...way, line: lineOf(['ways', w, 'section']) }))
    .filter(({ section }) => unreadable.size === 0 && !sections.has(section))
    .map(({ section, line }) => ({
      file,
      line,
      found: `a way in to a section "${section}" that isn't there`,
      expected: `the id of a section; ${listKnown(sections, section)}`,
      mend: 'name one of these',
    }));
  return [...missing, ...unlisted, ...lost];
};
