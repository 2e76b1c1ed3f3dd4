import type { Claim, Source } from './handbook.ts';

/** What a side note names: a source, and the places in it that a section draws on. */
export interface Citation {
  source: Source;
  /** The places in the source's order, each with the claims that stand there. */
  places: { where: string; claims: Claim[] }[];
}

/** The claims of a section by source and by place, sources in the order of the claims. */
export function citationsOf(claims: readonly Claim[]): Citation[] {
  return [...Map.groupBy(claims, ({ source }) => source)].map(([source, itsClaims]) => {
    const byPlace = Map.groupBy(itsClaims, ({ where }) => where);
    return {
      source,
      places: source.outline
        .map(({ where }) => ({ where, claims: byPlace.get(where) ?? [] }))
        .filter((place) => place.claims.length > 0),
    };
  });
}

/** The places that claims stand in, each once: its name with the author's, and the first claim there. */
export function placesOf(claims: readonly Claim[]): { title: string; claim: Claim }[] {
  return citationsOf(claims).flatMap(({ source, places }) =>
    places.flatMap(({ where, claims: [claim] }) =>
      claim ? { title: `${source.author}, ${where}`, claim } : [],
    ),
  );
}
