import { type Chance, createChance } from './chance.ts';
import { drawNewWord, drawWord, fill, type Language } from './language.ts';

const CHAPTERS_IN_PART = 8;

/** How many there are in a handbook of one chapter; they grow with the root of the chapters, as in the real book. */
const TOPICS = 5;
const TERMS = 10;

/** How often a word is one of the subject's own, and how often one of those is new to the language. */
const ON_SUBJECT = 0.3;
const COINED = 0.1;

/** How many words a subject has of its own. */
const CHAPTER_SUBJECT = 16;
const SECTION_SUBJECT = 6;

export interface PlannedSection {
  id: string;
  title: string;
  claims: string[];
  /** A word such as the section is written in. */
  draw: () => string;
}

export interface PlannedChapter {
  id: string;
  title: string;
  topics: string[];
  sections: PlannedSection[];
  /** A word such as the chapter is written in. */
  draw: () => string;
  chance: Chance;
}

export interface PlannedPart {
  id: string;
  title: string;
  track: string;
  chapters: PlannedChapter[];
}

/** What a handbook will be about: everything that its files name each other by. */
export interface Plan {
  topics: { id: string; title: string }[];
  terms: { id: string; term: string }[];
  parts: PlannedPart[];
  /** A word such as the handbook as a whole is written in. */
  draw: () => string;
  chance: Chance;
}

/** @param count how many chapters the handbook has */
export function planHandbook(count: number, language: Language): Plan {
  // The chapters' own seeds are from 0 to below this one.
  const chance = createChance(count);
  const draw = createDraw([], language, chance);
  const identify = createIds();
  const title = () => fill(chance.pick(language.titles), draw);
  const some = <T>(number: number, make: (index: number) => T) =>
    Array.from({ length: Math.ceil(number) }, (_, index) => make(index));

  const topics = some(TOPICS * Math.sqrt(count), title).map((title) => ({
    id: identify(title),
    title,
  }));
  const terms = some(TERMS * Math.sqrt(count), () => `${draw()} ${draw()}`).map((term) => ({
    id: identify(term),
    term,
  }));
  const chapters = some(count, (index) =>
    planChapter(
      createChance(index),
      language,
      identify,
      topics.map(({ id }) => id),
    ),
  );
  const length = Math.ceil(count / CHAPTERS_IN_PART);
  const trackOf = (index: number) => {
    if (index === 0 || index === length - 1) return 'both';
    return index % 2 === 1 ? 'people' : 'craft';
  };
  const parts = some(length, (index) => ({
    id: `part-${index + 1}`,
    title: title(),
    track: trackOf(index),
    chapters: chapters.slice(index * CHAPTERS_IN_PART, (index + 1) * CHAPTERS_IN_PART),
  }));
  return { topics, terms, parts, draw, chance };
}

function planChapter(
  chance: Chance,
  language: Language,
  identify: (title: string) => string,
  topics: string[],
): PlannedChapter {
  const subject = createSubject(CHAPTER_SUBJECT, language, chance);
  const draw = createDraw(subject, language, chance);
  const title = fill(chance.pick(language.titles), draw);
  const sections = Array.from({ length: chance.between(6, 8) }, () => {
    const own = createSubject(SECTION_SUBJECT, language, chance);
    const draw = createDraw([...own, ...subject], language, chance);
    const title = fill(chance.pick(language.titles), draw);
    const id = identify(title);
    const claims = Array.from({ length: chance.pick([0, 1, 2, 2, 2, 3, 3]) }, (_, index) => {
      return `${id}-${index + 1}`;
    });
    return { id, title, claims, draw };
  });
  const chosen = Array.from({ length: chance.between(1, 3) }, () => chance.pick(topics));
  return { id: identify(title), title, topics: [...new Set(chosen)], sections, draw, chance };
}

/** The words that come again and again where somebody writes of something, those first that do most. */
function createSubject(length: number, language: Language, chance: Chance): string[] {
  return Array.from({ length }, () =>
    chance.number() < COINED ? drawNewWord(language, chance) : drawWord(language, chance),
  );
}

function createDraw(subject: string[], language: Language, chance: Chance): () => string {
  return () => {
    const on = subject.length > 0 && chance.number() < ON_SUBJECT;
    const word = on && subject[Math.floor(subject.length * chance.number() ** 2)];
    if (word) return word;
    return chance.number() < language.novelty
      ? drawNewWord(language, chance)
      : drawWord(language, chance);
  };
}

/** Makes ids from titles, each one once. */
function createIds(): (title: string) => string {
  const taken = new Map<string, number>();
  return (title) => {
    const words = title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .match(/[a-z0-9]+/g);
    const id = (words ?? ['untitled']).slice(0, 4).join('-');
    const times = (taken.get(id) ?? 0) + 1;
    taken.set(id, times);
    // No title ends in a number, so that none of these is taken.
    return times === 1 ? id : `${id}-n${times}`;
  };
}
