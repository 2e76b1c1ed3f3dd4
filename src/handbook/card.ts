import { cardPath, HANDBOOK_CARD, pathwayCardPath } from './address.ts';
import type { Chapter, Handbook, Pathway, Section } from './handbook.ts';
import { count, duration } from './prose.ts';
import type { Track } from './schema.ts';
import { stretchAround } from './waymarks.ts';

/** What the picture says that a link is previewed with. */
export interface Card {
  /** Its path from the site's root. */
  path: string;
  track: Track;
  /** What stands above the title: of a section its chapter, of a chapter its part. */
  place: string;
  title: string;
  /** How much there is to read. */
  length: string;
  /** The stops of the trail: those that are behind, where this is, and those ahead. */
  trail: ('walked' | 'here' | 'ahead')[];
  /** Whether the trail goes on before and after them. */
  before: boolean;
  after: boolean;
}

/** As many stops as fit across a card beside the length. */
const MOST_STOPS = 10;

/** The card of a section: its waymark is its chapter's. */
export function sectionCard({ id, title, chapter, minutes }: Section): Card {
  return {
    ...chapterCard(chapter),
    path: cardPath(id),
    place: chapter.title,
    title,
    length: duration(minutes),
  };
}

/** The card of a chapter, on the trail of its part. */
export function chapterCard({ id, title, track, part, minutes }: Chapter): Card {
  const here = part.chapters.findIndex((chapter) => chapter.id === id);
  return {
    path: cardPath(id),
    track,
    place: part.title,
    title,
    length: duration(minutes),
    ...trailOf(part.chapters.length, here),
  };
}

/** The card of a pathway: its sections are the stops, and all of them are ahead. */
export function pathwayCard({ id, situation, steps, minutes }: Pathway): Card {
  return {
    path: pathwayCardPath(id),
    track: 'both',
    place: `A way through the handbook: ${count(steps.length, 'passage')}`,
    title: situation,
    length: duration(minutes),
    ...trailOf(steps.length, 0),
  };
}

/** The card of the handbook, whose stops are its parts. */
export function handbookCard({ tagline, parts, chapters }: Handbook): Card {
  return {
    path: HANDBOOK_CARD,
    track: 'both',
    place: 'An open handbook',
    title: tagline,
    length: count(chapters.length, 'chapter'),
    ...trailOf(parts.length, 0),
  };
}

/** Every card of a handbook. */
export function cardsOf(book: Handbook): Card[] {
  return [
    handbookCard(book),
    ...book.chapters.map(chapterCard),
    ...[...book.sections.values()].map(sectionCard),
    ...book.pathways.map(pathwayCard),
  ];
}

/** What a card says, for whoever can't see it. */
export function cardText({ place, title, length }: Card): string {
  return `${title}. ${place}, ${length}.`;
}

function trailOf(length: number, here: number): Pick<Card, 'trail' | 'before' | 'after'> {
  const all = Array.from({ length }, (_, stop) =>
    stop === here ? 'here' : stop < here ? 'walked' : 'ahead',
  );
  const { stops, before, after } = stretchAround(all, here, MOST_STOPS);
  return { trail: stops, before, after };
}

/** A setting of the cards that nobody knows. */
export class CardsError extends Error {
  override name = 'CardsError';
}

/**
 * Reads from the environment whether cards are wanted: drawing them all takes a while, which somebody who
 * only writes needn't wait for.
 *
 * @param env.CARDS `off`, or nothing
 * @throws {CardsError} that says what was found and what was expected
 */
export function wantsCards(env: { CARDS?: string }): boolean {
  if (env.CARDS && env.CARDS !== 'off') {
    throw new CardsError(
      `CARDS is "${env.CARDS}"; expected "off", or nothing for a build with cards. Set it again, or leave it out.`,
    );
  }
  return !env.CARDS;
}
