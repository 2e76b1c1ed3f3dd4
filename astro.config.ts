import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, fontProviders } from 'astro/config';
import { readLocation } from './src/handbook/address.ts';
import { speculationRules } from './src/handbook/speculation-rules.ts';
import { handbook } from './src/integrations/handbook.ts';
import { subsetReadingFont, WEIGHTS } from './src/integrations/reading-font.ts';

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
  // No text has code to highlight, and the policies of pages would not let the highlighter's styles through.
  markdown: { syntaxHighlight: false },
  integrations: [
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
    },
  },
});
