import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PAGES, SEARCH_PIECES, searchPiece } from '../handbook/address.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { createSearchIndex } from '../handbook/search/search-index.ts';

/**
 * Indexes a book for search and writes what the browser needs into the built site: `search/index.json`,
 * and its pieces in a folder that is named after what they hold, so that those of two builds never mix.
 *
 * @param folder where the built site lies
 * @returns how many sections were indexed and how many files were written
 */
export function writeSearchIndex(
  book: Handbook,
  folder: string,
): { sections: number; files: number } {
  const { head, shards, spellings, records } = createSearchIndex(book);
  const pieces = [
    ...shards.map((shard, number) => ({ kind: 'shard', number, piece: shard }) as const),
    ...[...spellings.values()].map(
      (words, number) => ({ kind: 'spellings', number, piece: words }) as const,
    ),
    ...records.map((record, number) => ({ kind: 'record', number, piece: record }) as const),
  ].map(({ kind, number, piece }) => ({ kind, number, json: JSON.stringify(piece) }));
  const hash = createHash('sha256');
  for (const { json } of pieces) hash.update(json).update('\n');
  const digest = hash.digest('hex').slice(0, 12);

  // One after the other: all at once they are more than a system lets a program have open.
  mkdirSync(path.join(folder, SEARCH_PIECES, digest), { recursive: true });
  writeFileSync(path.join(folder, PAGES.searchIndex), JSON.stringify({ ...head, digest }));
  for (const { kind, number, json } of pieces) {
    writeFileSync(path.join(folder, searchPiece(digest, kind, number)), json);
  }
  return { sections: book.sections.size, files: pieces.length + 1 };
}
