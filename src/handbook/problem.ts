/** Something wrong in the content, told so that an author can mend it. */
export interface Problem {
  /** The file, as a path from where the command was started. */
  file: string;
  /** The line in that file, counted from 1. */
  line: number;
  /** What stands there. */
  found: string;
  /** What should stand there. */
  expected: string;
  /** What to do about it. */
  mend: string;
}

/** All problems of a content folder at once: thrown where a handbook can't be built from it. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
    // Where in our code it was thrown says nothing to an author.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** The problems as text for a terminal, ordered by file and line, with their number first. */
export function formatProblems(problems: readonly Problem[]): string {
  const ordered = problems.toSorted(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line,
  );
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [
    `${count} in the content`,
    ...ordered.map(
      ({ file, line, found, expected, mend }) =>
        `${file}:${line}\n  found     ${found}\n  expected  ${expected}\n  mend      ${mend}`,
    ),
  ].join('\n\n');
}

/** The entries of `known` for a message: all of them while they are few, else the nearest in spelling first. */
export function listKnown(known: Iterable<string>, wanted: string, most = 12): string {
  const all = [...known];
  if (all.length === 0) return 'there are none';
  if (all.length <= most) return `there are: ${all.join(', ')}`;
  const nearest = all
    .map((entry) => ({ entry, score: sharedPairs(entry, wanted) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
  return `the nearest of ${all.length} are: ${nearest.join(', ')}`;
}

/** How alike two words are, from 0 to 1: the share of letter pairs that they have in common (Dice). */
function sharedPairs(a: string, b: string): number {
  const pairs = (word: string) =>
    new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  return (2 * left.intersection(right).size) / (left.size + right.size || 1);
}
