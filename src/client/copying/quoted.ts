/** Reads the page's text as a browser does that looks for a quote, and what of it is quoted. */
import { type Span, textDirective, wholeWords } from '../../handbook/text-fragment.ts';

/** Words of the page. */
export interface Quoted {
  /** A line a block. */
  words: string;
  /** What an address ends with that leads to them. */
  directive: string;
  /** Where they begin and end. */
  first: Element;
  last: Element;
}

/** The words that a range covers, those that it begins and ends in as a whole; nothing where there are none. */
export function quotedIn(range: Range): Quoted | undefined {
  const { text, span, first, last } = readPage(range);
  const passage = wholeWords(text, span);
  if (!passage || !first || !last) return undefined;
  return {
    words: text.slice(passage.from, passage.to),
    directive: textDirective(text, passage),
    first,
    last,
  };
}

/** The text that the page shows, and where in it a range is. */
function readPage(range: Range) {
  const span: Span = { from: 0, to: 0 };
  let text = '';
  let block: Element | null = null;
  let first: Element | undefined;
  let last: Element | undefined;
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode as Text;
    const parent = node.parentElement;
    if (!parent || !isSearched(parent)) continue;
    const its = blockOf(parent);
    if (its !== block) text = text.trimEnd() && `${text.trimEnd()}\n`;
    block = its;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (range.intersectsNode(node) && node.data.slice(from, to).trim()) {
      if (!first) span.from = append(text, node.data.slice(0, from)).length;
      span.to = append(text, node.data.slice(0, to)).length;
      first ??= parent;
      last = parent;
    }
    text = append(text, node.data);
  }
  return { text, span, first, last };
}

/** A text with more after it, white space made single spaces. */
function append(text: string, more: string): string {
  const shown = more.replace(/\s+/g, ' ');
  return text + (/(^|\s)$/.test(text) ? shown.trimStart() : shown);
}

/** Whether browsers look for quotes in an element: they do in what is folded away, and our own toasts come and go. */
function isSearched(element: Element): boolean {
  const isShown = element.checkVisibility() || element.closest('details') !== null;
  return isShown && !element.closest('.toast');
}

/** What an element's text stands in: no quote that a browser looks for goes beyond it. */
function blockOf(element: Element): Element | null {
  let block: Element | null = element;
  while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
  return block;
}
