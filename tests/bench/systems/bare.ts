import { escapeUTF8 } from 'entities';
import { markdownToHtml } from 'satteri';
import { chapterPath } from '../../../src/handbook/address.ts';
import { writeFiles } from './install.ts';
import type { PlainChapter } from './plain-book.ts';
import type { Ways } from './system.ts';

/** Pages that are text and nothing else: what a line and a browser need at least. */
export const BARE_WAYS: Ways = { pathOf: chapterPath, next: 'a[rel=next]', search: undefined };

/**
 * Writes a bare page for each of some chapters, with a link to the next.
 *
 * @param folder the site
 */
export async function writeBare(chapters: PlainChapter[], folder: string): Promise<void> {
  const pages = chapters.map(
    (chapter, index) =>
      [`${chapterPath(chapter.id)}index.html`, barePage(chapter, chapters[index + 1])] as const,
  );
  await writeFiles(folder, new Map(pages));
}

function barePage({ title, text }: PlainChapter, next: PlainChapter | undefined): string {
  const { html } = markdownToHtml(text);
  const end = next && `<a rel="next" href="${chapterPath(next.id)}">${escapeUTF8(next.title)}</a>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeUTF8(title)}</title>
<h1>${escapeUTF8(title)}</h1>
${html}
${end ?? ''}
</html>
`;
}
