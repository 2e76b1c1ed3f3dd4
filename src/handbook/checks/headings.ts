import { textsOf } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** Headings are Markdown, begin at level 2, skip no level, and those of level 2 and 3 have an id. */
export const checkHeadings: Check = (content) =>
  textsOf(content).flatMap(({ file, text }) => {
    const problems: Problem[] = [];
    const sectionLines = new Set(text.sections.map(({ line }) => line));
    let level = 1;
    for (const heading of text.headings) {
      const found = `a heading of level ${heading.level}: "${heading.title}"`;
      if (heading.level === 1) {
        problems.push({
          file,
          line: heading.line,
          found,
          expected:
            'headings from level 2 on: the title in the frontmatter is the heading of level 1',
          mend: 'write it as "## …" with an id',
        });
      } else if (heading.level > level + 1) {
        problems.push({
          file,
          line: heading.line,
          found: `${found}, after one of level ${level}`,
          expected: `a heading of level ${level + 1} at most: none is skipped`,
          mend: `write it as "${'#'.repeat(level + 1)} …"`,
        });
      }
      level = heading.level;
      if (heading.level > 3 || heading.level === 1 || sectionLines.has(heading.line)) continue;
      problems.push({
        file,
        line: heading.line,
        found: `${found}, within a quotation, a list or a JSX block`,
        expected: 'every heading of level 2 or 3 to begin a section',
        mend: 'move it out of the block, or make it a paragraph',
      });
    }
    for (const { id, title, line, level } of text.sections) {
      if (id) continue;
      problems.push({
        file,
        line,
        found: `a heading of level ${level} without an id: "${title}"`,
        expected: 'an id of its own at the end of every heading of level 2 or 3',
        mend: `give it one that will never change, such as "${'#'.repeat(level)} ${title} {#${suggestId(title)}}"`,
      });
    }
    for (const { name, line } of text.jsxHeadings) {
      problems.push({
        file,
        line,
        found: `a heading written as JSX: <${name}>`,
        expected: "headings in Markdown: one written as JSX gets no id and can't be linked",
        mend: `write it as "${'#'.repeat(Number(name.slice(1)))} … {#id}"`,
      });
    }
    return problems;
  });

/** An id that an author might choose: the first words of the heading. */
function suggestId(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ['section'];
  return words.slice(0, 4).join('-');
}
