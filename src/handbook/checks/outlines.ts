import { listKnown } from '../problem.ts';
import type { Check } from './check.ts';

/** Every claim stands in a place that its source's outline has. */
export const checkOutlines: Check = ({ sources }) =>
  [...sources.values()].flatMap(({ file, data, lineOf }) =>
    Object.entries(data.claims)
      .filter(([, { where }]) => !Object.hasOwn(data.outline, where))
      .map(([id, { where }]) => ({
        file,
        line: lineOf(['claims', id, 'where']),
        found: `the claim "${id}" in a place that the outline doesn't have: "${where}"`,
        expected: `a place of the source's outline; ${listKnown(Object.keys(data.outline), where)}`,
        mend: 'mend the spelling, or add the place to the outline',
      })),
  );
