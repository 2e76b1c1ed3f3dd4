import path from 'node:path';

/** The book: `HANDBOOK_CONTENT` names another folder of the same form, from the project's root. */
export const CONTENT_FOLDER = path.resolve(process.env.HANDBOOK_CONTENT || 'content');

/** Files that are served as they are. */
export const PUBLIC_FOLDER = path.resolve('public');

/** Where builds keep what the next ones can use, within the project, so that what is built there finds its packages. */
export const CACHE_FOLDER = path.resolve('node_modules/.cache/waymark');
