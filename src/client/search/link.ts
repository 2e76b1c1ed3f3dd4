import { href } from '../../handbook/address.ts';

/** A path from the site's root as a page links to it. */
export const link = (path: string) => href(path, { base: import.meta.env.BASE_URL });
