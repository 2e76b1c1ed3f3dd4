import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../folders.ts';
import { absolute, type Location, PAGES, SHARE } from '../handbook/address.ts';
import { wantsCards } from '../handbook/card.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { loadOnce } from '../handbook/load.ts';
import { writeCards } from './cards/cards.ts';
import { writeEpub } from './epub/epub.ts';
import { hostingHeaders } from './hosting.ts';
import { withNarrowPolicies } from './policy.ts';
import { precompress, wantsPrecompressed } from './precompress.ts';
import { writeSearchIndex } from './search-index.ts';

/**
 * What happens around a build: the content is checked before anything else, the pages' security policies
 * are cut to what each needs, and once they are there, the book is indexed for search, they are bound as an
 * EPUB, get the headers that a host is asked to send, and are compressed.
 *
 * @returns the integration, and whether a page is one for the sitemap to list, once there is a site:
 *   share pages and those at old addresses name others in their place, and the whole book holds what
 *   its chapters' pages hold
 */
export function handbook(
  location: Location,
): AstroIntegration & { isListed: (page: string) => boolean } {
  let book: Handbook;
  let unlisted: Set<string> | undefined;
  return {
    name: 'waymark',
    isListed: (page) => {
      unlisted ??= new Set(
        [PAGES.print, ...book.formerPages.map(({ address }) => address)].map((path) =>
          absolute(path, location),
        ),
      );
      return !page.startsWith(absolute(SHARE, location)) && !unlisted.has(page);
    },
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command === 'build') book = await loadOnce(CONTENT_FOLDER, PUBLIC_FOLDER);
      },
      'astro:config:done': ({ logger, config }) => {
        if (!config.site) {
          logger.warn(
            'SITE_URL is not set: canonical links, og:url, linked data, the sitemap and the feed are left out.',
          );
        }
      },
      'astro:server:setup': ({ server }) => showChanges(server),
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(withNarrowPolicies),
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { sections, files } = writeSearchIndex(book, folder);
        logger.info(`${sections} sections indexed for search, in ${files} files`);
        const cover = wantsCards(process.env);
        const changed = newestChange(book);
        const texts = await writeEpub({ book, location, changed, cover }, folder);
        logger.info(`${texts} texts in the EPUB`);
        if (cover) {
          const { drawn, all } = await writeCards(book, folder);
          logger.info(`${all} cards for previews, ${drawn} of them drawn anew`);
        }
        await writeFile(
          path.join(folder, '_headers'),
          hostingHeaders(await readdir(folder, { withFileTypes: true }), location),
        );
        // Last, when every file is what it stays, and the headers have been told of pages alone.
        if (wantsPrecompressed(process.env)) {
          logger.info(
            `${await precompress(folder)} files compressed for servers that send them so`,
          );
        }
      },
    },
  };
}

/**
 * Shows a change to the content as it is saved. Pages are made anew whenever they are asked for; only their
 * paths were kept, which Astro forgets where it hears of a change to its own collections.
 */
function showChanges({
  watcher,
  environments,
  ws,
}: HookParameters<'astro:server:setup'>['server']): void {
  watcher.add(CONTENT_FOLDER);
  watcher.on('all', (_, file) => {
    if (path.relative(CONTENT_FOLDER, file).startsWith('..')) return;
    for (const { hot } of Object.values(environments)) hot.send('astro:content-changed', {});
    ws.send({ type: 'full-reload' });
  });
}

/** The newest day that the content tells of itself: one of its ledger, or of its sources. */
function newestChange({ chapters, sections, sources }: Handbook): Date {
  const recorded = [...chapters, ...sections.values()].flatMap(({ published }) =>
    published ? new Date(published.changed) : [],
  );
  const days = [...recorded, ...sources.map(({ published }) => published)];
  return days.reduce((newest, day) => (day > newest ? day : newest), new Date(0));
}
