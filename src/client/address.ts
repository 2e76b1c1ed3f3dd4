/**
 * The page's address follows the section that is being read, so that whoever copies it from the address
 * bar copies the right place. Nothing else notices: no entry in the history, no jump.
 */
import { READING_LINE } from './reading-line.ts';

const headings = [...document.querySelectorAll('article section :is(h2, h3)[id]')];

function follow(): void {
  // Selecting may scroll, and printing lays the page out anew: neither moves the reader.
  if (!getSelection()?.isCollapsed || matchMedia('print').matches) return;
  const line = innerHeight * READING_LINE;
  const top = (heading: Element) => heading.getBoundingClientRect().top;
  // Where a short section was arrived at, the next one is at the line already.
  const arrived = headings.find(({ id }) => `#${id}` === location.hash);
  if (arrived && top(arrived) >= 0 && top(arrived) <= line) return;
  const read = headings.findLast((heading) => top(heading) <= line);
  const hash = read ? `#${read.id}` : '';
  if (hash === location.hash) return;
  history.replaceState(history.state, '', location.pathname + location.search + hash);
}

document.addEventListener('scrollend', follow);
