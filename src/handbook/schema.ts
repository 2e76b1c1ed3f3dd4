/**
 * The shape of every file in the content folder. Each field says what it is and shows an example;
 * what a field refers to (a chapter, a claim, a section) is checked in `checks/`.
 */
import { z } from 'zod';
import type { Kind } from './kinds.ts';

/** How every id is written: lower case words joined by hyphens, so that page furniture (`_…`) never meets one. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const id = z.string().regex(ID, {
  error: 'an id of lower case letters, digits and single hyphens, such as "letting-go"',
});

/** Text on one line: it stands in headings, link previews and lists. */
const line = z
  .string()
  .trim()
  .min(1, { error: 'some text' })
  .regex(/^[^\n]*$/, { error: 'text on one line' });

/** What something was called before, so that old links to it go on working. */
const formerly = z.array(id).default([]);

/** A part of a sentence whose end is added. */
const clause = line.regex(/[^.]$/, {
  error: 'text without a period at its end, since one is added',
});

/** The two paths and their meeting: the only thing that a trail color says. */
export const TRACKS = { craft: 'Craft path', people: 'People path', both: 'Both paths' } as const;

/** Whom a chapter or a claim is for, as it reads after "For". */
export const AUDIENCES = {
  engineer: 'engineers',
  'tech-lead': 'tech leads',
  'new-manager': 'new managers',
  manager: 'managers',
  'manager-of-managers': 'managers of managers',
  mentor: 'mentors',
} as const;

/** Where a section stands when it names no claim, as its reader is told. */
export const BASES = {
  essays: 'From the essays',
  ours: 'Our own synthesis',
  beyond: 'Beyond the essays',
} as const;

/** What kind of thing a claim is. */
export const CLAIM_KINDS = [
  'fact',
  'experience',
  'advice',
  'claim',
  'question',
  'example',
  'figure',
  'definition',
  'counterpoint',
] as const;

const track = z.enum(Object.keys(TRACKS) as [Track, ...Track[]]);
const audience = z.enum(Object.keys(AUDIENCES) as [Audience, ...Audience[]]);

/** `content/handbook.yaml` */
export const handbookSchema = z.strictObject({
  /** The handbook's name. `Waymark` */
  title: line,
  /** What it is about, as a headline. `The fork, and what lies down each path.` */
  tagline: line,
  /** What it is and for whom, in one sentence, for the home page and for search engines. */
  description: line,
  /** Counts up when the book changes so much that an old quotation may no longer be found. `1` */
  edition: z.int().positive(),
  /** Where the handbook's files live, and mistakes can be reported. `https://github.com/someone/waymark` */
  repository: z.url().optional(),
  /** The table of contents: parts in order, and each part's chapters in order. */
  parts: z
    .array(
      z.strictObject({
        /** `fork` */
        id,
        /** `The fork` */
        title: line,
        /** Which trail of the map the part runs along. `people` */
        track,
        /** The chapters' ids, in order; empty while a part is only planned. `[two-paths, being-asked]` */
        chapters: z.array(id),
      }),
    )
    .min(1, { error: 'at least one part' }),
});

/** What a passage rests on. */
const standing = {
  /** The claims that the text makes. `[path-meetings-by-day-code-by-night]` */
  claims: z.array(id).default([]),
  /** Where the text stands; `ours` or `beyond` where it names no claim. `ours` */
  basis: z.enum(Object.keys(BASES) as [Basis, ...Basis[]]).default('essays'),
};

/** Holds a passage to saying what it rests on. */
const standsOnSomething = <S extends z.ZodType<{ basis: Basis; claims: string[] }>>(passage: S) =>
  passage.refine(({ basis, claims }) => basis !== 'essays' || claims.length > 0, {
    path: ['claims'],
    error: 'at least one claim, or a basis of "ours" or "beyond" for a text that names none',
  });

/** What the frontmatter says of one section of the chapter. */
export const sectionSchema = standsOnSomething(
  z.strictObject({
    ...standing,
    /** Ids that this section had before, in whichever chapter, and those of chapters and sections that went into it. `[coding-at-night]` */
    formerly,
    /** How a reader would ask for it. `[Why am I still coding at night now that I manage?]` */
    questions: z
      .array(line)
      .min(1, { error: 'one to four questions' })
      .max(4, { error: 'one to four questions' }),
    /** Other words that readers may type for it and that don't stand in it, for the search alone. `[moonlighting, overtime]` */
    keywords: z.array(line).default([]),
  }),
);

/** Questions to take into the next conversation. `[What would you have to see before you hand over?]` */
const talkQuestions = z.array(line).min(2, { error: 'two to four questions' }).max(4, {
  error: 'two to four questions',
});

/** The frontmatter of `content/chapters/<id>.mdx` */
export const chapterSchema = z.strictObject({
  /** `Letting go of the code` */
  title: line,
  /** One sentence that makes sense alone in a message. */
  summary: line,
  /** Whose path the chapter is about. `people` */
  track,
  /** Themes that the chapter belongs to. `[letting-go, coding-as-manager]` */
  topics: z.array(id).min(1, { error: 'at least one topic' }),
  /** Whom it is for. `[tech-lead, new-manager]` */
  audience: z.array(audience).min(1, { error: 'at least one audience' }),
  /** Ids that this chapter had before, and those of chapters and sections that went into it. `[hands-off]` */
  formerly,
  /** The sections by the ids of their headings, in the text's order. */
  sections: z.record(id, sectionSchema),
  /** Works of the literature to read further in, by their ids. `[managers-path]` */
  reading: z.array(id).default([]),
  /** Prompts for the next conversation. */
  talk: z.strictObject({
    /** For whoever the chapter is about. */
    reader: talkQuestions,
    /** For whoever is helping them think. */
    mentor: talkQuestions,
  }),
});

/** One thing that a source says. */
export const claimSchema = z.strictObject({
  /** What it says, in our words. */
  text: line,
  /** Where in the source it stands, a heading of the source's outline. `Four things the job is not` */
  where: line,
  /** What sort of statement it is. `experience` */
  kind: z.enum(CLAIM_KINDS),
  /** The themes that it belongs to. `[letting-go]` */
  topics: z.array(id).min(1, { error: 'at least one topic' }),
  /** Whom it speaks to. `[new-manager]` */
  audience: z.array(audience).min(1, { error: 'at least one audience' }),
  /** Arithmetic, doubts, and where the sources disagree. */
  note: line.optional(),
  /** Why no section cites it, to be read after a colon. `a fact about the essay, which this page tells` */
  omit: clause.optional(),
  /** Ids that this claim had before, and those of claims that went into it. `[path-nights]` */
  formerly,
});

/** `content/sources/<key>.yaml` */
export const sourceSchema = z.strictObject({
  /** `From Code to People: Choosing the Management Path` */
  title: line,
  /** The title as a side note has room for it. `From Code to People` */
  short: line,
  /** `Rahul Suresh` */
  author: line,
  /** Who the author is, in a sentence or two. */
  about: line,
  /** The essay's own address. */
  url: z.url(),
  /** The day it was published, or the earliest that is known. `2024-12-08` */
  published: z.iso.date(),
  /** Where it appeared. `Medium, then The ML Architect, the author's site` */
  where: line,
  /** What a careful reader should know about the copy that we worked from. */
  notes: z.array(line).default([]),
  /** Keys that this source had before, and those of sources that it stands in for. `[code-to-management]` */
  formerly,
  /** The source's sections as we name them, in order, with what each is about. */
  outline: z.record(line, line),
  /** Its claims by their ids, which never change. */
  claims: z.record(id, claimSchema),
});

/** `content/topics.yaml`: the topics by their ids, in the order that lists show them. */
export const topicsSchema = z.record(
  id,
  z.strictObject({
    /** `Letting go` */
    title: line,
    /** What the topic takes in, in one sentence. */
    about: line,
    /** Ids that this topic had before, and those of topics that went into it. `[handing-over]` */
    formerly,
  }),
);

/** `content/glossary.yaml`: the terms by their ids. */
export const glossarySchema = z.record(
  id,
  z.strictObject({
    /** As it stands in a text. `EM` */
    term: line,
    /** What an abbreviation stands for. `engineering manager` */
    expansion: line.optional(),
    /** What it means here, in a sentence or two. */
    meaning: line,
    /** The claims that the meaning rests on; without any it is general usage. `[path-sdm]` */
    claims: z.array(id).default([]),
    /** Themes that it belongs to besides those of its claims. `[career-ladder]` */
    topics: z.array(id).default([]),
    /** Ids that this term had before, and those of terms that went into it. `[dev-manager]` */
    formerly,
  }),
);

/** `content/disagreements.yaml`: where the sources pull apart, by ids. */
export const disagreementsSchema = z.record(
  id,
  z.strictObject({
    /** The question that they answer differently. `May one try management out?` */
    question: line,
    /** The answers, in the order in which they are best read. */
    positions: z
      .array(
        z.strictObject({
          /** Whose answer it is. `Lorenzo Pasqualis` */
          who: line,
          /** The answer, as fairly as its holder would put it. */
          says: line,
          /** The claims that it consists of. `[leadership-hands-on-role-as-test]` */
          claims: z.array(id).min(1, { error: 'at least one claim' }),
        }),
      )
      .min(2, { error: 'at least two positions' }),
    /** What a reader's own answer depends on. */
    depends: line,
    /** Ids that this disagreement had before, and those of disagreements that went into it. `[trial-period]` */
    formerly,
  }),
);

/** How a work of the literature stands to something that the sources say, as its reader is told. */
export const STANCES = { agrees: 'Agrees', argues: 'Argues' } as const;

/** `content/literature.yaml`: works beyond the sources, by the question that they answer, both in the order that lists show them. */
export const literatureSchema = z.array(
  z.strictObject({
    /** `Is the move to management one way?` */
    question: line,
    /** The works by their ids. */
    works: z.record(
      id,
      z.strictObject({
        /** `The Manager's Path` */
        title: line,
        /** `Camille Fournier` */
        author: line,
        /** As exactly as it is known; missing where it isn't. `about 2020` */
        year: line.optional(),
        /** Who published it, where that is known. `O'Reilly` */
        where: line.optional(),
        /** The work's own address, where it is known. */
        url: z.url().optional(),
        /** What it says that bears on the question; without it the work is listed, and nothing claimed of it. */
        says: line.optional(),
        /** Where it agrees or argues with the sources. */
        stances: z
          .array(
            z.strictObject({
              /** `argues` */
              stance: z.enum(Object.keys(STANCES) as [Stance, ...Stance[]]),
              /** With whom and on what, to be read after "Agrees" or "Argues". `with Suresh that …` */
              with: clause,
              /** The claims that it agrees or argues with. `[path-every-senior-engineer-chooses]` */
              claims: z.array(id).min(1, { error: 'at least one claim' }),
            }),
          )
          .default([]),
        /** Ids that this work had before, and those of works that it stands in for. `[the-managers-path]` */
        formerly,
      }),
    ),
  }),
);

/** `content/comparison.yaml`: roles side by side. */
export const comparisonSchema = z.strictObject({
  /** The roles by their ids, in the order of the columns. */
  roles: z
    .record(
      id,
      z.strictObject({
        /** `Engineering manager` */
        title: line,
        /** Which path the role is on. `people` */
        track,
      }),
    )
    .refine((roles) => Object.keys(roles).length > 1, { error: 'at least two roles' }),
  /** What they are compared in, by ids, in order. */
  rows: z.record(
    id,
    z.strictObject({
      /** `How you hear that you did well` */
      title: line,
      /** What there is to say of each role, by its id. */
      cells: z.record(
        id,
        standsOnSomething(
          z.strictObject({
            /** A sentence or two. */
            says: line,
            ...standing,
            /** The section that says more. `technical-compass` */
            section: id.optional(),
          }),
        ),
      ),
      /** Ids that this row had before, and those of rows that went into it. `[praise]` */
      formerly,
    }),
  ),
});

/** `content/pathways.yaml`: sections in a reading order for one situation, by the pathways' ids. */
export const pathwaysSchema = z.record(
  id,
  z.strictObject({
    /** As the reader would say it. `I have been asked to manage` */
    situation: line,
    /** What the pathway does for them, in one sentence. */
    about: line,
    /** The sections in order of need: whoever has little time reads the first ones. */
    steps: z
      .array(
        z.strictObject({
          /** `what-being-asked-says` */
          section: id,
          /** One question for whoever is in the situation. */
          reader: line,
          /** One question for whoever is helping them think. */
          mentor: line,
        }),
      )
      .min(2, { error: 'at least two steps' }),
    /** Ids that this pathway had before, and those of pathways that went into it. `[offered-a-team]` */
    formerly,
  }),
);

/** `content/synonyms.yaml`: groups of words and short phrases that readers use for one another, for the search. */
export const synonymsSchema = z.array(
  z.array(line).min(2, { error: 'at least two words that stand for one another' }),
);

/** A year as well as it is known: `2019`, or `about 2012`. */
const year = z
  .union([z.int(), z.string()], { error: 'a year, such as 2019 or "about 2012"' })
  .transform((value) => String(value))
  .pipe(z.string().regex(/^(?:about )?\d{4}$/, { error: 'a year, such as 2019 or "about 2012"' }))
  .transform((text) => ({ year: Number(text.slice(-4)), about: text.startsWith('about') }));

/** `content/careers.yaml`: the writers' careers as far as the sources tell them, by ids. */
export const careersSchema = z.record(
  id,
  z.strictObject({
    /** `Rahul Suresh` */
    name: line,
    /** What their career shows, in one sentence. */
    about: line,
    /** The stations in the order of time. */
    stations: z
      .array(
        z.strictObject({
          /** Short enough for the drawing. `Tech lead, Amazon Devices` */
          title: line,
          /** Which path it is on. `craft` */
          track,
          /** When it began; missing where no source tells. `about 2012` */
          from: year.optional(),
          /** When, in words, with every doubt. `Three years, ending before 2019` */
          when: line,
          /** What happened, in a sentence or two. */
          says: line,
          /** The claims that tell it. `[path-early-years-foundations]` */
          claims: z.array(id).min(1, { error: 'at least one claim' }),
        }),
      )
      .min(2, { error: 'at least two stations' }),
    /** Ids that this career had before. `[suresh]` */
    formerly,
  }),
);

/** What the ledger keeps of a published id. */
const publication = z.strictObject({
  /** The day on which it was first recorded. `2026-11-28` */
  first: z.iso.date(),
  /** The day on which its text was first recorded as it is. `2027-03-01` */
  changed: z.iso.date(),
  /** Stands for the text, and changes with it. `5f70bf18a086` */
  digest: z.string().regex(/^[0-9a-f]{12}$/, { error: 'twelve digits from 0 to 9 and a to f' }),
});

/** Of an id whose bearer stands on the page of something else, in which it may move. */
const housed = publication.extend({
  /** All chapters of a section, or sources of a claim, that it has stood in, the first one first. `[letting-go]` */
  in: z.array(id).min(1, { error: 'at least one chapter or source' }),
});

const publications = z.record(id, publication).default({});
const housedPublications = z.record(id, housed).default({});

/** `content/published.yaml`, which `npm run publish-ids` writes: every id that was ever published, by its kind. */
export const publishedSchema = z.strictObject({
  chapter: publications,
  section: housedPublications,
  source: publications,
  claim: housedPublications,
  topic: publications,
  term: publications,
  disagreement: publications,
  work: publications,
  row: publications,
  pathway: publications,
  career: publications,
} satisfies Record<Kind, z.ZodType>);

export type Track = keyof typeof TRACKS;
export type Audience = keyof typeof AUDIENCES;
export type Basis = keyof typeof BASES;
export type Stance = keyof typeof STANCES;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
export type HandbookData = z.infer<typeof handbookSchema>;
export type ChapterData = z.infer<typeof chapterSchema>;
export type SourceData = z.infer<typeof sourceSchema>;
export type TopicsData = z.infer<typeof topicsSchema>;
export type GlossaryData = z.infer<typeof glossarySchema>;
export type DisagreementsData = z.infer<typeof disagreementsSchema>;
export type LiteratureData = z.infer<typeof literatureSchema>;
export type ComparisonData = z.infer<typeof comparisonSchema>;
export type PathwaysData = z.infer<typeof pathwaysSchema>;
export type SynonymsData = z.infer<typeof synonymsSchema>;
export type CareersData = z.infer<typeof careersSchema>;
export type PublishedData = z.infer<typeof publishedSchema>;
