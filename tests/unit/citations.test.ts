import { describe, expect, it } from 'vitest';
import { citationsOf } from '../../src/handbook/citations.ts';
import type { Claim, Source } from '../../src/handbook/handbook.ts';

const source = (key: string, ...places: string[]) =>
  ({ key, outline: places.map((where) => ({ where })) }) as Source;
const claim = (id: string, from: Source, where: string) => ({ id, source: from, where }) as Claim;

const a = source('a', 'start', 'middle', 'end');
const b = source('b', 'start');

/** Citations as a reader sees them: each source with its places, each place with its claims. */
const cite = (...claims: Claim[]) =>
  citationsOf(claims).map(({ source, places }) => [
    source.key,
    places.map((place) => [place.where, place.claims.map(({ id }) => id)]),
  ]);

describe('citations', () => {
  it('name sources in the order of the claims', () => {
    expect(cite(claim('1', b, 'start'), claim('2', a, 'end'), claim('3', b, 'start'))).toEqual([
      ['b', [['start', ['1', '3']]]],
      ['a', [['end', ['2']]]],
    ]);
  });

  it('name the places of a source once each, in the order of the source', () => {
    expect(cite(claim('1', a, 'end'), claim('2', a, 'start'), claim('3', a, 'end'))).toEqual([
      [
        'a',
        [
          ['start', ['2']],
          ['end', ['1', '3']],
        ],
      ],
    ]);
  });

  it('are none without claims', () => {
    expect(cite()).toEqual([]);
  });
});
