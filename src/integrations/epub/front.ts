import { escapeUTF8 } from 'entities';
import { absolute, type Location, PAGES } from '../../handbook/address.ts';
import { day } from '../../handbook/day.ts';
import type { Handbook, Part } from '../../handbook/handbook.ts';
import { count } from '../../handbook/prose.ts';
import { TRACKS } from '../../handbook/schema.ts';
import { type Entry, fileOf } from './contents.ts';
import { type Cover, coverText } from './cover.ts';
import { CONTENTS_FILE, COVER_FILE, COVER_PICTURE, TITLE_FILE, writeXhtml } from './xhtml.ts';

/** The page that shows the cover. */
export function writeCoverPage(cover: Cover): string {
  return writeXhtml({
    title: 'Cover',
    file: COVER_FILE,
    kind: 'cover',
    body: `<p class="cover"><img src="${COVER_PICTURE}" alt="${escapeUTF8(coverText(cover))}"/></p>`,
  });
}

/** The page that says what the book is, of which day, and where it is on the web, where that is known. */
export function writeTitlePage(book: Handbook, changed: Date, location: Location): string {
  const address = location.site && absolute(PAGES.home, location);
  return writeXhtml({
    title: book.title,
    file: TITLE_FILE,
    kind: 'titlepage',
    body: `<h1>${escapeUTF8(book.title)}</h1>
<p class="quiet">${escapeUTF8(book.tagline)}</p>
<p>${escapeUTF8(book.description)}</p>
<p class="quiet">Edition ${book.edition}, as of ${day(changed)}${address ? `. On the web at <a href="${escapeUTF8(address)}">${escapeUTF8(address)}</a>` : ''}</p>`,
  });
}

/** The page that opens a part, with what its chapters are about. */
export function writePartPage({ id, title, number, track, chapters }: Part, file: string): string {
  const items = chapters.map(
    (chapter) =>
      `<li><a class="name" href="../${fileOf(`/chapters/${chapter.id}/`)}">${escapeUTF8(chapter.title)}</a><p class="quiet">${escapeUTF8(chapter.summary)}</p></li>`,
  );
  return writeXhtml({
    title,
    file,
    kind: 'part',
    body: `<h1 id="_part-${id}">${escapeUTF8(title)}</h1>
<p class="quiet">Part ${number} · ${TRACKS[track]} · ${count(chapters.length, 'chapter')}</p>
<ol class="plain">
${items.join('\n')}
</ol>`,
  });
}

/** A place in the book that reading systems know by its kind. */
export interface Landmark {
  kind: string;
  title: string;
  file: string;
}

/** The landmarks of a book: its cover where it has one, its contents, its text, and the lists that have a word. */
export function landmarksOf(
  parts: readonly Entry[],
  lists: readonly Entry[],
  cover: boolean,
): Landmark[] {
  const text = parts.slice(0, 1).map(({ file }) => ({ kind: 'bodymatter', title: 'Text', file }));
  return [
    ...(cover ? [{ kind: 'cover', title: 'Cover', file: COVER_FILE }] : []),
    { kind: 'toc', title: 'Contents', file: CONTENTS_FILE },
    ...text,
    ...lists.flatMap(({ kind, title, file }) => (kind ? { kind, title, file } : [])),
  ];
}

/** The book's contents (EPUB 3.2, section 5), down to its sections, and its landmarks. */
export function writeContents(entries: readonly Entry[], landmarks: readonly Landmark[]): string {
  const marks = landmarks.map(
    ({ kind, title, file }) =>
      `<li><a epub:type="${kind}" href="${file}">${escapeUTF8(title)}</a></li>`,
  );
  return writeXhtml({
    title: 'Contents',
    file: CONTENTS_FILE,
    body: `<nav epub:type="toc" role="doc-toc" aria-labelledby="_contents">
<h1 id="_contents">Contents</h1>
${writeList(entries)}
</nav>
<nav epub:type="landmarks" aria-label="Landmarks" hidden="hidden">
<ol>
${marks.join('\n')}
</ol>
</nav>`,
  });
}

function writeList(entries: readonly Entry[]): string {
  if (entries.length === 0) return '';
  const items = entries.map(
    ({ title, file, fragment, inside }) =>
      `<li><a href="${file}${fragment ? `#${fragment}` : ''}">${escapeUTF8(title)}</a>${writeList(inside)}</li>`,
  );
  return `<ol>\n${items.join('\n')}\n</ol>`;
}
