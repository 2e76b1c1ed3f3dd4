import path from 'node:path';

/** The book: `HANDBOOK_CONTENT` names another folder of the same form, from the project's root. */
export const CONTENT_FOLDER = path.resolve(process.env.HANDBOOK_CONTENT || 'content');

/** Files that are served as they are. */
export const PUBLIC_FOLDER = path.resolve('public');
