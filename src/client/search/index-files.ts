/** The search index as the host serves it: its head and its pieces, each fetched once and when it is needed. */
import { PAGES, searchPiece } from '../../handbook/address.ts';
import type { IndexPieces } from '../../handbook/search/index-reader.ts';
import type { SearchRecord } from '../../handbook/search/records.ts';
import type { IndexHead, Shard } from '../../handbook/search/search-index.ts';
import { link } from './link.ts';

/**
 * Fetches the head of the index.
 *
 * @returns the index, which fetches its pieces as they are asked for
 * @throws {Error} and so do the pieces, where one can't be fetched: what has failed once stays so, and
 *   the index has to be opened anew
 */
export async function openIndex(): Promise<IndexPieces> {
  const files = new Map<string, Promise<unknown>>();
  const fetchOnce = <T>(path: string) => {
    const file = files.get(path) ?? fetchJson(path);
    files.set(path, file);
    return file as Promise<T>;
  };
  const head = await fetchOnce<IndexHead & { digest: string }>(PAGES.searchIndex);
  const { digest, letters } = head;
  return {
    head,
    shard: (number) => fetchOnce<Shard>(searchPiece(digest, 'shard', number)),
    spellings: (letter) =>
      fetchOnce<string[]>(searchPiece(digest, 'spellings', [...letters].indexOf(letter))),
    record: (number) => fetchOnce<SearchRecord>(searchPiece(digest, 'record', number)),
  };
}

async function fetchJson(path: string): Promise<unknown> {
  // The address of the search page holds what the reader asks, which is nobody's business.
  const response = await fetch(link(path), { referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`${path} answers with ${response.status}.`);
  return response.json();
}
