/** The list of a chapter's sections follows the reader: the one that is being read is marked. */
import { READING_LINE } from './reading-line.ts';

const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('[data-chapter-contents] a')].map((link) => [
    link.hash.slice(1),
    link,
  ]),
);

// The popover, where the list is one, has done its work when a section is chosen.
for (const link of links.values()) {
  link.addEventListener('click', () => {
    const list = link.closest<HTMLElement>('[popover]');
    if (list?.matches(':popover-open')) list.hidePopover();
  });
}

let current: HTMLAnchorElement | undefined;

const observer = new IntersectionObserver(
  (entries) => {
    const entered = entries.findLast(({ isIntersecting }) => isIntersecting);
    const heading = entered?.target.querySelector(':is(h2, h3)[id]');
    if (!heading) return;
    current?.removeAttribute('aria-current');
    current = links.get(heading.id);
    current?.setAttribute('aria-current', 'true');
  },
  // A section is being read while it crosses the line.
  { rootMargin: `${-READING_LINE * 100}% 0px ${(READING_LINE - 1) * 100}% 0px` },
);
for (const id of links.keys()) {
  const section = document.getElementById(id)?.closest('section');
  if (section) observer.observe(section);
}
