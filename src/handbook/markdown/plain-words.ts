/** Text that means the same in Markdown as it says: most of a book's, which need not be looked through for each thing that a mark may begin. */
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';

/** What may begin or end something wherever it stands in a line, and what breaks the line. */
const MARK = /[\\`*_~[\]<>&|#!@\t\r\n]/;

/** What may be the beginning of an address, which GitHub makes a link. */
const ADDRESS = /[Ww]\.[\w.-]|[ps]:\//;

/** What never begins anything, not even at the start of a line. */
const BEGINS_ANYWHERE = /^[\p{L}“‘]/u;

/** What goes on after a link, emphasis or code, where it can't begin anything. */
const GOES_ON = /^[ ,;.)]/;

/** The end of a link, emphasis or code; nothing, where the library asks only how a text will begin. */
const END_OF_INLINE = /(?:^|[)*_`])$/;

/**
 * Whether the library would write a text as it is. Where this is not sure, it says no.
 *
 * @param before what is written ahead of the text, at least its last character
 * @param after what will be written behind it, at least its first character
 */
export function isPlain(value: string, before: string, after: string): boolean {
  if (MARK.test(value) || ADDRESS.test(value + after.charAt(0))) return false;
  if (value.endsWith(' ') && /^[\r\n]/.test(after)) return false;
  return BEGINS_ANYWHERE.test(value) || (GOES_ON.test(value) && END_OF_INLINE.test(before));
}

/** Writes a text node as the library does; it tests each against some fifty patterns, which plain words are spared. */
export const writeText: Handle = (node, parent, state, info) =>
  isPlain(node.value, info.before, info.after)
    ? node.value
    : defaultHandlers.text(node, parent, state, info);
