/** How fast people read on a screen, in words a minute: the figure that the whole handbook counts with. */
const WORDS_PER_MINUTE = 220;

/** How many words a text has: runs between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

/** How many whole minutes that many words take to read, at least one. */
export function minutesFor(words: number): number {
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE));
}

/**
 * Straight quotes and apostrophes as a typesetter would set them. Chapters get this from the Markdown
 * processor; the texts of YAML files get it here.
 */
export function typeset(text: string): string {
  return text
    .replace(/(^|[\s([{\u2014-])"/g, '$1\u201C')
    .replaceAll('"', '\u201D')
    .replace(/(^|[\s([{\u2014\u201C-])'(?!\d0s)/g, '$1\u2018')
    .replaceAll("'", '\u2019');
}
