import { listKnown } from '../problem.ts';
import type { Check } from './check.ts';

/** The sections of the frontmatter are those of the text, each under the id of its heading. */
export const checkSections: Check = ({ chapters }) =>
  [...chapters.values()].flatMap(({ file, frontmatter, text }) => {
    if (!frontmatter) return [];
    const headings = new Set(text.sections.flatMap(({ id }) => id ?? []));
    const entries = new Set(Object.keys(frontmatter.data.sections));
    return [
      ...[...entries]
        .filter((id) => !headings.has(id))
        .map((id) => ({
          file,
          line: frontmatter.lineOf(['sections', id]),
          found: `a section "${id}" in the frontmatter that has no heading`,
          expected: `a heading of level 2 or 3 with {#${id}}; ${listKnown(headings, id)}`,
          mend: 'mend the id, write the section, or remove it here',
        })),
      ...text.sections
        .filter(({ id }) => id !== undefined && !entries.has(id))
        .map(({ id, line }) => ({
          file,
          line,
          found: `a heading with {#${id}} that the frontmatter doesn't name`,
          expected: `"${id}" under sections, with its claims and questions; ${listKnown(entries, id ?? '')}`,
          mend: `add "${id}:" under sections, or mend the id`,
        })),
    ];
  });
