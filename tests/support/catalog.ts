import { catalogSchema } from './catalog-schema.ts';
import { readFile } from './pages.ts';
import type { Site } from './sites.ts';

/** The `handbook.json` of a built site. */
export const readCatalog = (site: Pick<Site, 'folder'>) =>
  catalogSchema.parse(JSON.parse(readFile(site, '/handbook.json')));
