import type { Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** No question is asked twice in the book: each leads to the one section that answers it best. */
export const checkQuestions: Check = ({ chapters }) => {
  const problems: Problem[] = [];
  const asked = new Map<string, () => string>();
  for (const { file, frontmatter } of chapters.values()) {
    if (!frontmatter) continue;
    const { data, lineOf } = frontmatter;
    for (const [id, { questions }] of Object.entries(data.sections)) {
      questions.forEach((question, index) => {
        const line = () => lineOf(['sections', id, 'questions', index]);
        const key = question
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        const earlier = asked.get(key);
        asked.set(key, earlier ?? (() => `${file}:${line()}`));
        if (!earlier) return;
        problems.push({
          file,
          line: line(),
          found: `the question "${question}", which is asked already (${earlier()})`,
          expected: 'each question once in the book, at the section that answers it best',
          mend: 'remove one of the two, or ask more exactly',
        });
      });
    }
  }
  return problems;
};
