import { inject } from 'vitest';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../src/folders.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { FIXTURE } from './build.ts';

/** Both built sites with the models that they are built from, for `describe.each`. */
export const MODELED = [
  {
    name: 'the book',
    site: inject('book'),
    content: CONTENT_FOLDER,
    book: await loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER),
  },
  {
    name: 'the fixture',
    site: inject('fixture'),
    content: FIXTURE,
    book: await loadHandbook(FIXTURE, PUBLIC_FOLDER),
  },
];
