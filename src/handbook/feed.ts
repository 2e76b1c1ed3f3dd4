import { escapeUTF8 } from 'entities';
import { absolute, chapterPath, type Location, PAGES, sharePath, twinPath } from './address.ts';
import type { Chapter, Handbook, Published } from './handbook.ts';

/** As many chapters as a feed tells of: those that changed last. */
const MOST_ENTRIES = 50;

type Dated = Chapter & { published: Published };

/**
 * Whether a handbook has a feed: Atom wants whole addresses and dates, so the site has to be known, and
 * chapters have to be recorded in the ledger.
 */
export function hasFeed({ chapters }: Handbook, { site }: Location): boolean {
  return site !== undefined && chapters.some(isDated);
}

/**
 * New and changed chapters as an Atom feed (RFC 4287), those that changed last first. An entry is known
 * by its chapter's address, which lasts, so that a change updates the entry that readers have.
 *
 * @throws {Error} where the handbook has none, see {@link hasFeed}
 */
export function writeFeed(book: Handbook, location: Location): string {
  const at = (path: string) => escapeUTF8(absolute(path, location));
  // Sorting is stable: chapters of one day stand in the book's order.
  const chapters = book.chapters
    .filter(isDated)
    .sort((a, b) => b.published.changed.localeCompare(a.published.changed))
    .slice(0, MOST_ENTRIES);
  const [newest] = chapters;
  if (!newest) throw new Error('No chapter has a date: there is nothing that a feed could tell.');
  const entries = chapters.map(
    (chapter) => `  <entry>
    <id>${at(chapterPath(chapter.id))}</id>
    <title>${escapeUTF8(chapter.title)}</title>
    <link rel="alternate" type="text/html" href="${at(chapterPath(chapter.id))}"/>
    <link rel="alternate" type="text/markdown" href="${at(twinPath(chapter.id))}"/>
    <published>${midnight(chapter.published.first)}</published>
    <updated>${midnight(chapter.published.changed)}</updated>
    <summary>${escapeUTF8(chapter.summary)}</summary>
    <content type="html">${escapeUTF8(contentOf(chapter, at))}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${at(PAGES.feed)}</id>
  <title>${escapeUTF8(book.title)}</title>
  <subtitle>${escapeUTF8(book.description)}</subtitle>
  <link rel="self" type="application/atom+xml" href="${at(PAGES.feed)}"/>
  <link rel="alternate" type="text/html" href="${at(PAGES.home)}"/>
  <icon>${at('/icon.svg')}</icon>
  <author><name>${escapeUTF8(book.title)}</name><uri>${at(PAGES.home)}</uri></author>
  <updated>${midnight(newest.published.changed)}</updated>
${entries.join('')}</feed>
`;
}

/** What a chapter is about, and its sections that came or changed when it last did, as HTML. */
function contentOf({ summary, sections, published }: Dated, at: (path: string) => string): string {
  const changed = sections.filter((section) => section.published?.changed === published.changed);
  const items = changed.map(
    ({ id, title }) => `<li><a href="${at(sharePath(id))}">${escapeUTF8(title)}</a></li>`,
  );
  const about = `<p>${escapeUTF8(summary)}</p>`;
  return items.length === 0 ? about : `${about}<p>New or changed:</p><ul>${items.join('')}</ul>`;
}

function isDated(chapter: Chapter): chapter is Dated {
  return chapter.published !== undefined;
}

/** The beginning of a day, since the ledger keeps no hours. */
function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}
