import { hash } from 'node:crypto';
import { Document, isMap, visit } from 'yaml';
import type { Handbook } from './handbook.ts';
import { KINDS, type Kind, spaceOf } from './kinds.ts';
import { placesIn } from './places.ts';
import { type PublishedData, publishedSchema } from './schema.ts';

/** Every id that was ever published: what people may have linked to. */
export type Ledger = PublishedData;

/** What the ledger keeps of one id. */
export interface Publication {
  first: string;
  changed: string;
  digest: string;
  in?: string[];
}

/** The file of the ledger in the content folder. */
export const LEDGER_FILE = 'published.yaml';

/** A ledger in which nothing is published yet. */
export const EMPTY_LEDGER: Ledger = publishedSchema.parse({});

const DIGEST_LENGTH = 12;

/** Finds an id in a ledger, under its kind or another that shares ids with it. */
export function findPublished(
  ledger: Ledger,
  kind: Kind,
  id: string,
): { kind: Kind; publication: Publication } | undefined {
  for (const one of KINDS.filter((other) => spaceOf(other) === spaceOf(kind))) {
    const publication = publicationOf(ledger, one, id);
    if (publication) return { kind: one, publication };
  }
  return undefined;
}

/** Finds an id in a ledger under its own kind. */
export function publicationOf(ledger: Ledger, kind: Kind, id: string): Publication | undefined {
  return Object.hasOwn(ledger[kind], id) ? ledger[kind][id] : undefined;
}

/**
 * Brings a ledger up to date with a handbook: records new ids, former ones that it has never seen,
 * texts that have changed, and chapters and sources that something has moved to. Nothing is ever removed.
 *
 * @param today the day to record, `2026-11-28`
 * @returns a new ledger, sorted by ids
 */
export function updateLedger(ledger: Ledger, book: Handbook, today: string): Ledger {
  // What went before there was a ledger: whatever took its place is all that is known of it.
  const unseen = (kind: Kind, ids: readonly string[]) =>
    ids.filter((id) => !findPublished(ledger, kind, id));
  const next = new Map(
    KINDS.map((kind) => [kind, new Map(Object.entries<Publication>(ledger[kind]))]),
  );
  for (const { kind, id, formerly, home, text } of placesIn(book)) {
    const digest = hash('sha256', text).slice(0, DIGEST_LENGTH);
    const known = publicationOf(ledger, kind, id);
    const homes = home ? [...unseen(home.kind, home.formerly), home.id] : [];
    const added = { first: today, changed: today, digest, ...(home && { in: homes }) };
    next.get(kind)?.set(id, {
      ...added,
      ...(known && { first: known.first }),
      ...(known?.digest === digest && { changed: known.changed }),
      ...(known?.in && { in: [...new Set([...known.in, ...homes])] }),
    });
    for (const former of unseen(kind, formerly)) next.get(kind)?.set(former, added);
  }
  return publishedSchema.parse(
    Object.fromEntries([...next].map(([kind, ids]) => [kind, Object.fromEntries(sorted(ids))])),
  );
}

function sorted<T>(entries: Iterable<[string, T]>): [string, T][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What an updated ledger has that the one before didn't have: ids with their kinds, `section boots`. */
export interface LedgerChanges {
  /** Those that were not recorded. */
  added: string[];
  /** Those that were not recorded in the chapter or source in which they stand. */
  moved: string[];
  /** Those whose text was not recorded as it is. */
  changed: string[];
}

/** Tells what {@link updateLedger} did. */
export function compareLedgers(before: Ledger, after: Ledger): LedgerChanges {
  const changes: LedgerChanges = { added: [], moved: [], changed: [] };
  for (const kind of KINDS) {
    for (const [id, publication] of Object.entries<Publication>(after[kind])) {
      const earlier = publicationOf(before, kind, id);
      const named = `${kind} ${id}`;
      if (!earlier) changes.added.push(named);
      else if (earlier.in?.length !== publication.in?.length) changes.moved.push(named);
      else if (earlier.digest !== publication.digest) changes.changed.push(named);
    }
  }
  return changes;
}

const HEADER = ` Every id that this handbook has published: somebody may have linked to it. Ids are never removed here;
 one that goes away is named in the "formerly" of whatever takes its place.
 Written by "npm run publish-ids". Where two branches meet, keep the lines of both and run it again.`;

/** The text of a ledger's file: a line for each id. */
export function formatLedger(ledger: Ledger): string {
  const document = new Document(ledger);
  document.commentBefore = HEADER;
  visit(document, {
    Map(_, map, path) {
      // Below its kind and its id.
      if (path.filter(isMap).length === 2) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}
