import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Query } from './summary.ts';

/** The lists of queries: the first two are there to tune the search with, and nothing is tuned with the last. */
export const LISTS = ['tuning', 'more', 'check'] as const;

const queriesSchema = z.array(
  z.strictObject({ query: z.string(), class: z.string(), claims: z.array(z.string()).min(1) }),
);

/** Reads a list of queries. */
export async function readQueries(list: (typeof LISTS)[number]): Promise<Query[]> {
  const file = path.join(import.meta.dirname, 'queries', `${list}.yaml`);
  return queriesSchema.parse(parse(await readFile(file, 'utf8')));
}

/** A section as far as it tells which queries it answers. */
interface Citing {
  id: string;
  level: number;
  claims: string[];
}

/**
 * The claims that a result states: those of its section, and of its subsections where it has some.
 *
 * @param chapters the sections of each chapter, in their order
 */
export function claimsBySection(chapters: Citing[][]): Map<string, Set<string>> {
  const stated = new Map<string, Set<string>>();
  for (const sections of chapters) {
    let whole: Set<string> | undefined;
    for (const { id, level, claims } of sections) {
      stated.set(id, new Set(claims));
      if (level === 2) whole = stated.get(id);
      else for (const claim of claims) whole?.add(claim);
    }
  }
  return stated;
}

/**
 * The place of the first result that answers a query, counted from 1; 0 where none does.
 *
 * @param results ids of sections, best first
 */
export function rankOf(
  { claims }: Query,
  results: string[],
  stated: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  return results.findIndex((id) => claims.some((claim) => stated.get(id)?.has(claim))) + 1;
}
