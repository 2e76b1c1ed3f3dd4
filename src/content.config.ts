import { defineCollection } from 'astro:content';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'astro/loaders';
import { CONTENT_FOLDER } from './folders.ts';
import { chapterSchema } from './handbook/schema.ts';

export const collections = {
  /** The chapters' text, for rendering; everything else about them is the model's (`src/handbook`). */
  chapters: defineCollection({
    loader: glob({ base: pathToFileURL(path.join(CONTENT_FOLDER, 'chapters')), pattern: '*.mdx' }),
    schema: chapterSchema,
  }),
  /** The page about the handbook, where there is one. */
  about: defineCollection({
    loader: glob({ base: pathToFileURL(CONTENT_FOLDER), pattern: 'about.mdx' }),
  }),
};
