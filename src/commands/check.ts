import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../folders.ts';
import { loadHandbook } from '../handbook/load.ts';
import { readOptions } from './options.ts';

/** `npm run check`: finds every problem of the content without a build. */
export default async function check(args: string[]): Promise<void> {
  readOptions(args, {});
  const { chapters, sections } = await loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER);
  console.log(`${chapters.length} chapters with ${sections.size} sections: nothing found.`);
}
