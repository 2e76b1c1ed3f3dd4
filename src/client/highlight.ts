/** Marks the words that a search led here for, and offers to take the marks away. */
import { createToast } from './toast.ts';

/** A word of a query marks the words that begin with it, once it is long enough to say something. */
const SHORTEST = 3;

const words = (new URLSearchParams(location.search).get('highlight') ?? '')
  .toLowerCase()
  .split(/[^\p{L}\p{N}]+/u)
  .filter((word) => word.length >= SHORTEST);

const target = document.getElementById(location.hash.slice(1))?.closest('section');
const inTarget = target ? find(target) : [];
const ranges = inTarget.length > 0 ? inTarget : find(document.querySelector('article'));
if (ranges.length > 0 && 'highlights' in CSS) mark(ranges);

function find(root: Element | null): Range[] {
  if (!root || words.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})[\\p{L}\\p{N}]*`, 'giu');
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.textContent?.matchAll(pattern) ?? []) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      found.push(range);
    }
  }
  return found;
}

function mark(found: Range[]): void {
  CSS.highlights.set('search', new Highlight(...found));
  const { top, bottom } = found[0]?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (top < 0 || bottom > innerHeight) {
    found[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }
  const button = createToast('button');
  button.type = 'button';
  button.textContent = 'Clear the highlights';
  button.addEventListener('click', () => {
    CSS.highlights.delete('search');
    button.remove();
    const address = new URL(location.href);
    address.searchParams.delete('highlight');
    history.replaceState(history.state, '', address);
  });
  document.body.append(button);
}
