/** What the sections that were found can be narrowed down by. */
export const FACETS = ['part', 'track', 'topic'] as const;
export type Facet = (typeof FACETS)[number];

/** What is known of a section beside its words. */
export interface SectionFacts {
  /** The ids of the part, the track and the topics that it belongs to. */
  facets: Record<Facet, string[]>;
  /** Whether it states something that a source says. */
  sourced: boolean;
}
