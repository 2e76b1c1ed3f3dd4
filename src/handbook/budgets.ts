/** What reading may cost, in bytes as they travel: the promises of the handbook's design that checks hold it to. */

const KB = 1024;

/**
 * The HTML of a chapter with its CSS inside, in gzip -9 and in brotli 11: the first flight of a new
 * connection, ten segments, holds the whole text.
 */
export const CHAPTER_BYTES = 14 * KB;

/** All JavaScript that a reading page fetches or holds before the reader does anything, in brotli 11. */
export const READING_SCRIPT_BYTES = 3 * KB;

/** The roman of the reading font, a woff2 file, which is compressed already. */
export const ROMAN_FONT_BYTES = 30 * KB;

/** How many places that refer to it a chapter or a section shows, so that a page can't grow with the book. */
export const BACKLINKS_SHOWN = 5;

/** What the first search of a reader may fetch, compressed with brotli: one for a word, and the median of many queries. */
export const SEARCH_BYTES = { word: 110 * KB, median: 180 * KB };
