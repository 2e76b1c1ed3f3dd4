import { describe, expect, it } from 'vitest';
import { ContentError, formatProblems, listKnown } from '../../src/handbook/problem.ts';

const problem = (file: string, line: number) => ({
  file,
  line,
  found: 'this',
  expected: 'that',
  mend: 'do so',
});

describe('problems', () => {
  it('are told with file, line, what was found, what was expected and how to mend it', () => {
    expect(formatProblems([problem('a.mdx', 3)])).toBe(
      '1 problem in the content\n\na.mdx:3\n  found     this\n  expected  that\n  mend      do so',
    );
  });

  it('are counted first, and stand in the order of files and lines', () => {
    const text = formatProblems([
      problem('b.mdx', 1),
      problem('a.mdx', 10),
      problem('a.mdx', 9),
      problem('C.yaml', 2),
    ]);
    expect(text).toMatch(/^4 problems in the content\n/);
    expect(text.match(/^\S+:\d+$/gm)).toEqual(['a.mdx:9', 'a.mdx:10', 'b.mdx:1', 'C.yaml:2']);
  });

  it('are an error without a trace of our code', () => {
    const error = new ContentError([problem('a.mdx', 3)]);
    expect(error.problems).toHaveLength(1);
    expect(error.stack).toBe(`ContentError: ${formatProblems(error.problems)}`);
  });
});

describe('what is known', () => {
  it('is listed whole while it is little', () => {
    expect(listKnown(['boots', 'maps'], 'boot')).toBe('there are: boots, maps');
  });

  it('is listed with the nearest in spelling first when it is much', () => {
    const known = ['maps', 'laces', 'boots', 'booths'];
    expect(listKnown(known, 'boot', 2)).toBe('the nearest of 4 are: boots, booths');
  });

  it('is listed up to twelve entries unless told otherwise', () => {
    const known = Array.from({ length: 13 }, (_, index) => `entry-${index}`);
    expect(listKnown(known.slice(1), 'entry-1')).toMatch(/^there are: (?:[^,]+, ){11}[^,]+$/);
    expect(listKnown(known, 'entry-1')).toMatch(/^the nearest of 13 are: (?:[^,]+, ){11}[^,]+$/);
  });

  it('may be nothing', () => {
    expect(listKnown([], 'boots')).toBe('there are none');
  });
});
