import { parseAddress, sharePath } from './address.ts';
import type { FormerPage, Handbook, Moved, Place } from './handbook.ts';
import { HOMES, HOUSED, type Kind, pathOf, spaceOf } from './kinds.ts';
import { given } from './known.ts';
import { findPublished, type Ledger } from './ledger.ts';
import { placesIn } from './places.ts';

/** The kinds whose things have a page each; a section has one to be shared by. */
const PAGES: Partial<Record<Kind, (id: string) => string>> = {
  chapter: (id) => pathOf('chapter', id),
  section: sharePath,
  source: (id) => pathOf('source', id),
  topic: (id) => pathOf('topic', id),
  pathway: (id) => pathOf('pathway', id),
};

/** Whether a page at an old address is a share page that holds the passage, since a section took the place of a section. */
export function sharesPassage({ kind, to }: FormerPage): boolean {
  return kind === 'section' && to.kind === 'section';
}

/**
 * Makes pages for addresses that a handbook had before, and makes chapters and sources know what has
 * left their pages: old links go on leading to what they were made for.
 *
 * @param ledger tells what was ever published where; an id that it doesn't know is taken for one of
 *   the kind of whatever took its place, in the same chapter or source
 */
export function connectFormer(book: Handbook, ledger: Ledger): void {
  const places = placesIn(book);
  const moved = findMoved(places, ledger);
  for (const chapter of book.chapters) {
    chapter.moved = moved.get(pathOf('chapter', chapter.id)) ?? [];
  }
  for (const source of book.sources) source.moved = moved.get(pathOf('source', source.key)) ?? [];

  const byPage = Map.groupBy(places, ({ path }) => parseAddress(path).path);
  book.formerPages = places.flatMap((to) =>
    to.formerly.flatMap((id): FormerPage | [] => {
      const published = findPublished(ledger, to.kind, id);
      const kind = published?.kind ?? to.kind;
      const address = PAGES[kind]?.(id);
      if (address === undefined) return [];
      const left = published ? moved.get(address) : byPage.get(to.path)?.flatMap(idsOnPage);
      return { id, to, kind, address, moved: left ?? [] };
    }),
  );
}

/** What has had an address on the page of a chapter or a source that it is not on now, by the page's path. */
function findMoved(places: Place[], ledger: Ledger): Map<string, Moved[]> {
  const key = (kind: Kind, id: string) => `${spaceOf(kind)}/${id}`;
  const now = new Map(
    places.flatMap((to) => [to.id, ...to.formerly].map((id) => [key(to.kind, id), to])),
  );
  const moved = HOUSED.flatMap((kind) =>
    Object.entries(ledger[kind]).flatMap(([id, publication]) => {
      const to = given(now.get(key(kind, id)), `the published ${kind} "${id}"`);
      return publication.in
        .map((home) => ({ page: pathOf(HOMES[kind], home), id, to }))
        .filter(({ page }) => page !== parseAddress(to.path).path);
    }),
  );
  return Map.groupBy(moved, ({ page }) => page);
}

/** The ids that lead to a place on a page: none to what the page itself is of. */
function idsOnPage(to: Place): Moved[] {
  return to.home ? [to.id, ...to.formerly].map((id) => ({ id, to })) : [];
}
