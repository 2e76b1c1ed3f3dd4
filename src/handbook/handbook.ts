import type { Kind } from './kinds.ts';
import type { Audience, Basis, ClaimKind, Stance, Track } from './schema.ts';

/** The whole book with everything resolved: what pages, search and exports are made from. */
export interface Handbook {
  title: string;
  tagline: string;
  description: string;
  edition: number;
  /** Where the handbook's files live, if it says so. */
  repository: string | undefined;
  parts: Part[];
  /** Every chapter in the book's order. */
  chapters: Chapter[];
  /** Every section by its id, in the book's order. */
  sections: Map<string, Section>;
  sources: Source[];
  topics: Topic[];
  /** In alphabetical order. */
  glossary: Term[];
  /** By their ids, in the order of their file. */
  disagreements: Map<string, Disagreement>;
  /** Works beyond the sources, by the question that they answer, in the order of their file. */
  literature: { question: string; works: Work[] }[];
  /** Whether there is a page about the handbook. */
  about: boolean;
  comparison: Comparison;
  pathways: Pathway[];
  careers: Career[];
  /** Groups of words that readers use for one another. */
  synonyms: string[][];
  /** Pages at addresses that something had before. */
  formerPages: FormerPage[];
}

export interface Part {
  id: string;
  title: string;
  track: Track;
  /** Counted from 1. */
  number: number;
  chapters: Chapter[];
}

export interface Chapter {
  id: string;
  title: string;
  summary: string;
  track: Track;
  topics: Topic[];
  audience: Audience[];
  /** The ids of chapters and sections whose place it has taken, its own former ones among them; all else has the like. */
  formerly: string[];
  part: Part;
  /** The text ahead of the first section. */
  opening: string;
  /** Sections of level 2 and 3 in the text's order. */
  sections: Section[];
  words: number;
  minutes: number;
  /** What to read further. */
  reading: Work[];
  /** Where other chapters refer to it, in the book's order. */
  backlinks: Passage[];
  talk: { reader: string[]; mentor: string[] };
  published: Published | undefined;
  /** What had an address on its page and is elsewhere now. */
  moved: Moved[];
}

export interface Section {
  id: string;
  level: 2 | 3;
  title: string;
  chapter: Chapter;
  /** Its own text, a line a paragraph, without the heading and without subsections. */
  text: string;
  /** Words of its own heading and text. */
  words: number;
  /** To read it with its subsections. */
  minutes: number;
  /** The level 3 sections of a level 2 section. */
  subsections: Section[];
  claims: Claim[];
  /** Those of its claims, in the order of the topics. */
  topics: Topic[];
  basis: Basis;
  questions: string[];
  /** Other words that readers may type for it: search finds it by them, and shows them nowhere. */
  keywords: string[];
  formerly: string[];
  /** Where other chapters refer to it, in the book's order. */
  backlinks: Passage[];
  published: Published | undefined;
}

/** When something was first published, and when what it says last changed; unknown of what the ledger doesn't have yet. */
export interface Published {
  /** A day. `2026-11-28` */
  first: string;
  changed: string;
}

/** A passage of the book: a section, or a chapter's opening. */
export type Passage = Section | Chapter;

export interface Source {
  key: string;
  title: string;
  short: string;
  author: string;
  about: string;
  /** The essay's own address. */
  original: string;
  published: Date;
  where: string;
  notes: string[];
  /** The source's sections in order, with what each is about and its claims. */
  outline: { where: string; about: string; claims: Claim[] }[];
  claims: Claim[];
  formerly: string[];
  /** What had an address on its page and is elsewhere now. */
  moved: Moved[];
}

export interface Claim {
  id: string;
  text: string;
  where: string;
  kind: ClaimKind;
  topics: Topic[];
  audience: Audience[];
  note: string | undefined;
  /** Why no section cites it. */
  omit: string | undefined;
  source: Source;
  /** The sections that cite it. */
  sections: Section[];
  formerly: string[];
}

export interface Term {
  id: string;
  term: string;
  /** What an abbreviation stands for. */
  expansion: string | undefined;
  meaning: string;
  claims: Claim[];
  /** Those of its claims and those that it names, in the order of the topics. */
  topics: Topic[];
  /** The chapters whose openings mark it. */
  chapters: Chapter[];
  /** The sections that mark it. */
  sections: Section[];
  formerly: string[];
}

export interface Disagreement {
  id: string;
  question: string;
  positions: { who: string; says: string; claims: Claim[] }[];
  depends: string;
  /** The sections in which it stands. */
  sections: Section[];
  formerly: string[];
}

/** A work of the literature beyond the sources. */
export interface Work {
  id: string;
  title: string;
  author: string;
  year: string | undefined;
  /** Who published it. */
  where: string | undefined;
  /** The work's own address. */
  url: string | undefined;
  /** What it says that bears on the book; unknown of a work that is only listed. */
  says: string | undefined;
  /** Where it agrees or argues with the sources. */
  stances: { stance: Stance; with: string; claims: Claim[] }[];
  /** The chapters that name it as further reading or whose openings refer to it. */
  chapters: Chapter[];
  /** The sections that refer to it. */
  sections: Section[];
  formerly: string[];
}

export interface Topic {
  id: string;
  title: string;
  about: string;
  /** Chapters that name it. */
  chapters: Chapter[];
  /** Sections one of whose claims has it. */
  sections: Section[];
  claims: Claim[];
  terms: Term[];
  /** Those in which it is what more than one side speaks of. */
  disagreements: Disagreement[];
  formerly: string[];
}

/** Roles side by side. */
export interface Comparison {
  roles: Role[];
  rows: Row[];
}

export interface Role {
  id: string;
  title: string;
  track: Track;
}

export interface Row {
  id: string;
  title: string;
  /** In the order of the roles. */
  cells: Cell[];
  formerly: string[];
}

/** What there is to say of one role in one row. */
export interface Cell {
  role: Role;
  says: string;
  claims: Claim[];
  basis: Basis;
  /** The section that says more. */
  section: Section | undefined;
}

/** Sections in a reading order for one situation. */
export interface Pathway {
  id: string;
  situation: string;
  about: string;
  /** In order of need. */
  steps: Step[];
  /** To read all of it. */
  minutes: number;
  formerly: string[];
}

export interface Step {
  section: Section;
  /** A question for whoever is in the situation, and one for whoever is helping them. */
  reader: string;
  mentor: string;
}

/** A writer's career, as far as the sources tell it. */
export interface Career {
  id: string;
  name: string;
  about: string;
  /** In the order of time. */
  stations: Station[];
  formerly: string[];
}

export interface Station {
  title: string;
  track: Track;
  /** The year in which it began, and whether that is only about right; unknown where no source tells. */
  from: { year: number; about: boolean } | undefined;
  /** When, in words. */
  when: string;
  says: string;
  claims: Claim[];
  /** The sections that tell it: those that cite most of its claims first. */
  sections: Section[];
}

/** Something that has an address of its own, so that somebody can link to it. */
export interface Place {
  kind: Kind;
  id: string;
  formerly: string[];
  /** The chapter or the source on whose page it stands, if it stands on one. */
  home: Home | undefined;
  /** Where it is, as a path from the site's root. */
  path: string;
  title: string;
  /** What it is about, in a sentence or two. */
  about: string;
  /** All that its id stands for, as a reader sees it. */
  text: string;
}

/** What something stands on the page of. */
export type Home = Pick<Place, 'kind' | 'id' | 'formerly' | 'title'>;

/** An id that old links name where its bearer is no longer, and where they should lead. */
export interface Moved {
  id: string;
  to: Place;
}

/** A page at an old address. */
export interface FormerPage extends Moved {
  /** What had the address. */
  kind: Kind;
  /** The old address, as a path from the site's root. `/chapters/hands-off/` */
  address: string;
  /** What had an address on this page. */
  moved: Moved[];
}

/** What introduces the sentence that says what a reader's own answer to a disagreement depends on. */
export const DEPENDS = 'It depends';
