import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { CACHE_FOLDER } from '../../../src/folders.ts';
import { chapterPath } from '../../../src/handbook/address.ts';
import { buildCommand } from '../site.ts';
import { OURS } from '../tables.ts';
import type { System } from './system.ts';

/**
 * The system of this repository.
 *
 * @param room a folder for the sites
 * @param cards whether the cards that links are previewed with are left out, drawn, or taken from the build
 *     before; those that earlier builds kept are thrown away where they are drawn
 */
export function waymark(room: string, cards: 'off' | 'drawn' | 'kept' = 'off'): System {
  return {
    name: cards === 'off' ? OURS : `${OURS}, cards ${cards}`,
    pathOf: chapterPath,
    next: 'a[rel=next]',
    search: { input: 'dialog input', results: 'dialog [data-search-results]' },
    async prepare({ content }) {
      if (cards === 'drawn') {
        await rm(path.join(CACHE_FOLDER, 'cards'), { recursive: true, force: true });
      }
      const site = await mkdtemp(path.join(room, 'waymark-'));
      return { ...buildCommand(site, content, cards === 'off' ? 'off' : 'on'), site };
    },
  };
}
