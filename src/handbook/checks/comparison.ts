import { listKnown, type Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** Each row of the comparison says something of every role, and of nothing else. */
export const checkComparison: Check = ({ comparison }) => {
  if (!comparison) return [];
  const { file, data, lineOf } = comparison;
  const roles = Object.keys(data.roles);
  return Object.entries(data.rows).flatMap(([row, { cells }]): Problem[] => [
    ...roles
      .filter((role) => !Object.hasOwn(cells, role))
      .map((role) => ({
        file,
        line: lineOf(['rows', row, 'cells']),
        found: `a row "${row}" that says nothing of the role "${role}"`,
        expected: `a cell for each role: ${roles.join(', ')}`,
        mend: `add "${role}:" to the cells`,
      })),
    ...Object.keys(cells)
      .filter((role) => !roles.includes(role))
      .map((role) => ({
        file,
        line: lineOf(['rows', row, 'cells', role]),
        found: `a cell of an unknown role "${role}" in the row "${row}"`,
        expected: `a role of the comparison; ${listKnown(roles, role)}`,
        mend: 'mend the spelling, or add the role above',
      })),
  ]);
};
