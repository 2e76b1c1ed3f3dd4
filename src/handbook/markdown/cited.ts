/** What a handbook says beside its text, in Markdown: what a passage rests on, and where the sources pull apart. */
import type { List, RootContent } from 'mdast';
import { absolute, claimPath, disagreementPath, type Location } from '../address.ts';
import { type Claim, DEPENDS, type Disagreement } from '../handbook.ts';
import { item, link, list, paragraph, strong } from './nodes.ts';

/** Claims by their sources: whose each is, what it says, and where that stands. */
function citedClaims(claims: readonly Claim[], location: Location): List {
  const bySource = Map.groupBy(claims, ({ source }) => source);
  return list(
    [...bySource].map(([source, itsClaims]) =>
      item(
        [
          `${source.author}, `,
          link(source.original, source.title),
          `, ${source.published.getUTCFullYear()}`,
        ],
        list(
          itsClaims.map(({ id, text, where }) =>
            item([`${text} (`, link(absolute(claimPath(source.key, id), location), where), ')']),
          ),
        ),
      ),
    ),
  );
}

/** A passage's claims under a word that says so; nothing where there are none. */
export function sourcesOf(claims: readonly Claim[], location: Location): RootContent[] {
  return claims.length === 0 ? [] : [paragraph('Sources:'), citedClaims(claims, location)];
}

/** A disagreement where a text comes upon it: the question and {@link positionsOf both sides}. */
export function shownDisagreement(disagreement: Disagreement, location: Location): RootContent[] {
  const address = absolute(disagreementPath(disagreement.id), location);
  return [paragraph(strong(link(address, disagreement.question))), positionsOf(disagreement)];
}

/** Who says what, and what a reader's own answer depends on. */
export function positionsOf({ positions, depends }: Disagreement): List {
  return list([
    ...positions.map(({ who, says }) => item([strong(`${who}:`), ` ${says}`])),
    item([strong(`${DEPENDS}:`), ` ${depends}`]),
  ]);
}
