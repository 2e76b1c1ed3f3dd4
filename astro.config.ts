import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, fontProviders } from 'astro/config';
import { readLocation } from './src/handbook/address.ts';
import { MARKDOWN_FEATURES } from './src/handbook/chapter-text.ts';
import { speculationRules } from './src/handbook/speculation-rules.ts';
import { handbook } from './src/integrations/handbook.ts';
import { links } from './src/integrations/links.ts';
import { subsetReadingFont, WEIGHTS } from './src/integrations/reading-font.ts';
import { sections } from './src/integrations/sections.ts';

const { site, base } = readLocation(process.env);

/** The scripts that stand in pages as they are. Astro doesn't hash them. */
const inline = [
  ...['before-paint.js', 'carry-on.js'].map((name) =>
    readFileSync(new URL(`src/client/${name}`, import.meta.url)),
  ),
  speculationRules({ base }),
];
const book = handbook({ site, base });
const weight = `${WEIGHTS.min} ${WEIGHTS.max}`;

/** Chapters share the files that pages are rendered from: two for each would be thousands to write and read. */
const CHAPTERS = { name: 'chapters', test: /\.mdx/, maxSize: 4 * 1024 * 1024 };

export default defineConfig({
  ...(site && { site }),
  base,
  trailingSlash: 'always',
  build: {
    format: 'directory',
    inlineStylesheets: 'always',
    // While some pages are written, others are rendered.
    concurrency: 8,
  },
  markdown: {
    processor: satteri({ features: MARKDOWN_FEATURES, hastPlugins: [links(base), sections] }),
    syntaxHighlight: false,
  },
  integrations: [
    mdx(),
    ...(site ? [sitemap({ filter: book.isListed })] : []),
    // Last, so that its headers cover what the others write.
    book,
  ],
  fonts: [
    {
      name: 'Literata',
      cssVariable: '--font-literata',
      provider: fontProviders.local(),
      // Used where it is there in time, and else on the next page: nothing moves when it arrives.
      display: 'optional',
      // The fallbacks that are cut to its measure are in src/styles/fonts.css.
      fallbacks: [],
      optimizedFallbacks: false,
      options: {
        variants: [
          { weight, style: 'normal', src: [await subsetReadingFont('normal')] },
          { weight, style: 'italic', src: [await subsetReadingFont('italic')] },
        ],
      },
    },
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
      ],
      scriptDirective: {
        hashes: inline.map(
          (script) => `sha256-${createHash('sha256').update(script).digest('base64')}` as const,
        ),
      },
    },
  },
  vite: {
    plugins: [
      tailwindcss(),
      {
        name: 'fetch-ahead',
        enforce: 'pre',
        resolveId: (id) =>
          id === '\0vite/preload-helper.js' ? path.resolve('src/client/ahead.ts') : null,
      },
    ],
    // Inlined, scripts would take the place of text in the first flight of a page.
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      // Astro marks the module of every chapter with a directive of its own.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [CHAPTERS] } } } },
      },
    },
  },
});
