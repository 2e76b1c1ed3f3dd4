/**
 * The page's address follows the section that is being read, so that whoever copies it from the address
 * bar copies the right place. Nothing else notices: no entry in the history, no jump.
 */
import { READING_LINE } from './reading-line.ts';

const cameTo = location.hash;
const headings = [...document.querySelectorAll('article section :is(h2, h3)[id]')];

function follow(): void {
  // Selecting may scroll, and printing lays the page out anew: neither moves the reader.
  if (!getSelection()?.isCollapsed || matchMedia('print').matches) return;
  const line = innerHeight * READING_LINE;
  const top = (heading: Element) => heading.getBoundingClientRect().top;
  // Where a short section was arrived at, the next one is at the line already; where words were, in the
  // middle of the window, their section may begin below it.
  const arrived = headings.find(({ id }) => `#${id}` === location.hash);
  const lowest = location.hash === cameTo ? innerHeight : line;
  if (arrived && top(arrived) >= 0 && top(arrived) <= lowest) return;
  const read = headings.findLast((heading) => top(heading) <= line);
  const hash = read ? `#${read.id}` : '';
  if (hash === location.hash) return;
  history.replaceState(history.state, '', location.pathname + location.search + hash);
}

document.addEventListener('scrollend', follow);
