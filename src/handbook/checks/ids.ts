import type { Content } from '../content.ts';
import { type IdUse, idsIn } from '../ids.ts';
import { spaceOf } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import type { Check } from './check.ts';

type Use = Pick<IdUse, 'id' | 'what' | 'file' | 'lineOf'>;

/**
 * An id names one thing, former ids included. Chapters and sections share their ids, so that an id
 * that goes away can be given to whichever of them takes its place; all else has ids of its own kind.
 */
export const checkIds: Check = (content) => {
  const spaces = Map.groupBy(idsIn(content), ({ kind }) => spaceOf(kind));
  return [...spaces.values(), partIds(content)].flatMap(findSecondUses);
};

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
      line: use.lineOf(),
      found: `the id "${use.id}" of ${use.what}, which ${earlier.what} has already (${earlier.file}:${earlier.lineOf()})`,
      expected: 'an id that is used once in the whole book',
      mend: 'give the newer of the two another id; a published id keeps its place',
    };
  });
}

function partIds({ handbook }: Content): Use[] {
  return (handbook?.data.parts ?? []).map(({ id, title }, p) => ({
    id,
    what: `the part "${title}"`,
    file: handbook?.file ?? '',
    lineOf: () => handbook?.lineOf(['parts', p, 'id']) ?? 1,
  }));
}
