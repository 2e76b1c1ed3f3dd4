import { listKnown, type Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** Claims, topics, disagreements, works and places in a source that the content names are there; no question is asked twice. */
export const checkReferences: Check = ({
  chapters,
  sources,
  topics,
  glossary,
  disagreements,
  literature,
  unreadFiles,
  allSourcesRead,
}) => {
  const problems: Problem[] = [];
  const claims = new Set([...sources.values()].flatMap(({ data }) => Object.keys(data.claims)));

  const checkTopics = (names: string[], file: string, lineOf: (index: number) => number) => {
    if (!topics) return;
    names.forEach((name, index) => {
      if (Object.hasOwn(topics.data, name)) return;
      problems.push({
        file,
        line: lineOf(index),
        found: `an unknown topic "${name}"`,
        expected: `a topic of ${topics.file}; ${listKnown(Object.keys(topics.data), name)}`,
        mend: 'mend the spelling, or add the topic there',
      });
    });
  };

  const checkClaims = (
    names: string[],
    by: string,
    file: string,
    lineOf: (index: number) => number,
  ) => {
    names.forEach((claim, index) => {
      if (names.indexOf(claim) < index) {
        problems.push({
          file,
          line: lineOf(index),
          found: `the claim "${claim}" twice in ${by}`,
          expected: 'each claim once',
          mend: 'remove one of the two',
        });
      } else if (allSourcesRead && !claims.has(claim)) {
        problems.push({
          file,
          line: lineOf(index),
          found: `an unknown claim "${claim}" in ${by}`,
          expected: `a claim of one of the sources; ${listKnown(claims, claim)}`,
          mend: 'mend the spelling, or add the claim to its source',
        });
      }
    });
  };

  const works = new Set((literature?.data ?? []).flatMap((group) => Object.keys(group.works)));
  const asked = new Map<string, string>();
  for (const { file, frontmatter } of chapters.values()) {
    if (!frontmatter) continue;
    const { data, lineOf } = frontmatter;
    checkTopics(data.topics, file, (index) => lineOf(['topics', index]));
    data.reading.forEach((work, index) => {
      const line = lineOf(['reading', index]);
      if (data.reading.indexOf(work) < index) {
        problems.push({
          file,
          line,
          found: `the work "${work}" twice in the further reading`,
          expected: 'each work once',
          mend: 'remove one of the two',
        });
        return;
      }
      if (works.has(work) || unreadFiles.has('literature.yaml')) return;
      problems.push({
        file,
        line,
        found: `an unknown work "${work}"`,
        expected: `a work of literature.yaml; ${listKnown(works, work)}`,
        mend: 'mend the spelling, or add the work there',
      });
    });
    for (const [id, section] of Object.entries(data.sections)) {
      checkClaims(section.claims, `the section "${id}"`, file, (index) =>
        lineOf(['sections', id, 'claims', index]),
      );
      section.questions.forEach((question, index) => {
        const line = lineOf(['sections', id, 'questions', index]);
        const key = question
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        const earlier = asked.get(key);
        asked.set(key, earlier ?? `${file}:${line}`);
        if (!earlier) return;
        problems.push({
          file,
          line,
          found: `the question "${question}", which is asked already (${earlier})`,
          expected: 'each question once in the book, at the section that answers it best',
          mend: 'remove one of the two, or ask more exactly',
        });
      });
    }
  }

  for (const { file, text } of chapters.values()) {
    for (const { id, line } of text.disagreements) {
      const known = Object.keys(disagreements?.data ?? {});
      if (known.includes(id) || unreadFiles.has('disagreements.yaml')) continue;
      problems.push({
        file,
        line,
        found: `an unknown disagreement "${id}"`,
        expected: `a disagreement of disagreements.yaml; ${listKnown(known, id)}`,
        mend: 'mend the spelling, or add the disagreement there',
      });
    }
  }
  if (glossary) {
    for (const [id, term] of Object.entries(glossary.data)) {
      checkClaims(term.claims, `the term "${id}"`, glossary.file, (index) =>
        glossary.lineOf([id, 'claims', index]),
      );
    }
  }
  if (disagreements) {
    for (const [id, { positions }] of Object.entries(disagreements.data)) {
      positions.forEach((position, p) => {
        checkClaims(position.claims, `the disagreement "${id}"`, disagreements.file, (index) =>
          disagreements.lineOf([id, 'positions', p, 'claims', index]),
        );
      });
    }
  }

  literature?.data.forEach(({ works }, group) => {
    for (const [id, { stances }] of Object.entries(works)) {
      stances.forEach((stance, s) => {
        checkClaims(stance.claims, `the work "${id}"`, literature.file, (index) =>
          literature.lineOf([group, 'works', id, 'stances', s, 'claims', index]),
        );
      });
    }
  });

  for (const { file, data, lineOf } of sources.values()) {
    for (const [id, claim] of Object.entries(data.claims)) {
      checkTopics(claim.topics, file, (index) => lineOf(['claims', id, 'topics', index]));
      if (Object.hasOwn(data.outline, claim.where)) continue;
      problems.push({
        file,
        line: lineOf(['claims', id, 'where']),
        found: `the claim "${id}" in a place that the outline doesn't have: "${claim.where}"`,
        expected: `a place of the source's outline; ${listKnown(Object.keys(data.outline), claim.where)}`,
        mend: 'mend the spelling, or add the place to the outline',
      });
    }
  }
  return problems;
};
