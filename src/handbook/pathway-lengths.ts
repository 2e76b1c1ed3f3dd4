import type { Pathway } from './handbook.ts';

/** How long a reader may have, in minutes: the break before a meeting, a commute, an evening. The style sheet has a rule for each. */
export const OFFERED = [5, 15, 60];

/** A beginning of a pathway that fits a time. */
export interface Length {
  /** The time that it fits, in minutes. */
  within: number;
  /** How many steps it takes in. */
  steps: number;
  /** How long they take to read, in minutes. */
  minutes: number;
}

/**
 * The longest beginnings of a pathway that fit 5, 15 and 60 minutes by the minutes of its sections.
 * Only those that make sense are offered: each takes in a step at least, and more than the one
 * before it; none is the whole pathway, which is there anyhow.
 */
export function lengthsOf({ steps }: Pick<Pathway, 'steps'>): Length[] {
  const lengths: Length[] = [];
  for (const within of OFFERED) {
    let [taken, minutes] = [0, 0];
    for (const { section } of steps) {
      if (minutes + section.minutes > within) break;
      taken += 1;
      minutes += section.minutes;
    }
    const isNew = taken > (lengths.at(-1)?.steps ?? 0) && taken < steps.length;
    if (isNew) lengths.push({ within, steps: taken, minutes });
  }
  return lengths;
}
