import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../folders.ts';
import { loadHandbook } from '../handbook/load.ts';
import { ContentError } from '../handbook/problem.ts';

/** `npm run check`: finds every problem of the content without a build. Exits with 1 where there is one. */
export default async function check(): Promise<void> {
  try {
    const { chapters, sections } = await loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER);
    console.log(`${chapters.length} chapters with ${sections.size} sections: nothing found.`);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
