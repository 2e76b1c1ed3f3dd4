import { z } from 'zod';
import { AUDIENCES, BASES, TRACKS } from '../../src/handbook/schema.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(1);
const count = z.int().positive();
/** Ids that something had before. */
const formerly = z.array(id);
/** Absolute where the site is known, else a path from the host's root. */
const url = z.string().regex(/^(https?:\/\/[^/]+)?\/(?!\/)/);
const oneOf = <T extends string>(values: Record<T, unknown>) =>
  z.enum(Object.keys(values) as [T, ...T[]]);

/**
 * `handbook.json`, version 1, as the design promises it to other programs. A key that it gains is
 * added here; one that it loses breaks the promise.
 */
export const catalogSchema = z.strictObject({
  version: z.literal(1),
  title: text,
  edition: count,
  url,
  parts: z.array(z.strictObject({ id, title: text, chapters: z.array(id) })),
  chapters: z.array(
    z.strictObject({
      id,
      title: text,
      summary: text,
      url,
      markdown: url,
      part: id,
      track: oneOf(TRACKS),
      topics: z.array(id),
      audience: z.array(oneOf(AUDIENCES)),
      words: count,
      minutes: count,
      formerly,
      sections: z.array(
        z.strictObject({
          id,
          level: z.literal([2, 3]),
          title: text,
          url,
          share: url,
          words: count,
          basis: oneOf(BASES),
          claims: z.array(id),
          topics: z.array(id),
          questions: z.array(text),
          formerly,
        }),
      ),
    }),
  ),
  glossary: z.array(
    z.strictObject({
      id,
      term: text,
      expansion: text.optional(),
      url,
      sections: z.array(id),
      formerly,
    }),
  ),
  disagreements: z.array(
    z.strictObject({ id, question: text, url, sections: z.array(id), formerly }),
  ),
  literature: z.array(
    z.strictObject({
      id,
      title: text,
      author: text,
      year: text.optional(),
      question: text,
      url,
      chapters: z.array(id),
      sections: z.array(id),
      formerly,
    }),
  ),
  comparison: z.array(
    z.strictObject({
      id,
      title: text,
      url,
      formerly,
      cells: z.array(
        z.strictObject({ role: id, says: text, claims: z.array(id), basis: oneOf(BASES) }),
      ),
    }),
  ),
  pathways: z.array(
    z.strictObject({ id, situation: text, url, minutes: count, sections: z.array(id), formerly }),
  ),
  careers: z.array(
    z.strictObject({
      id,
      name: text,
      stations: z.array(
        z.strictObject({
          title: text,
          from: z.strictObject({ year: count, about: z.boolean() }).optional(),
          claims: z.array(id),
          sections: z.array(id),
        }),
      ),
      url,
      formerly,
    }),
  ),
  topics: z.array(z.strictObject({ id, title: text, url, formerly })),
  sources: z.array(
    z.strictObject({
      key: id,
      title: text,
      author: text,
      url,
      original: z.url(),
      formerly,
      claims: z.array(z.strictObject({ id, text, url, sections: z.array(id), formerly })),
    }),
  ),
});
