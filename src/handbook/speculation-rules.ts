import { chapterPath, href, type Location } from './address.ts';

/**
 * What a browser may make ready before a reader goes there, as speculation rules
 * (https://wicg.github.io/nav-speculation/speculation-rules.html): the next chapter once its link, marked by
 * src/client/next-chapter.ts, has come into view, and any other whose link a pointer rests on or, where there
 * is none, the browser takes for likely to be followed. Browsers leave it where data or power are short; one
 * that doesn't know the rules reads no further.
 *
 * @returns what a script of the type `speculationrules` holds
 */
export function speculationRules(location: Pick<Location, 'base'>): string {
  const chapter = { href_matches: href(chapterPath(':chapter'), location) };
  const inView = { selector_matches: '[data-in-view]' };
  const here = { selector_matches: '[aria-current=page]' };
  return JSON.stringify({
    prerender: [
      { where: { and: [chapter, inView] }, eagerness: 'immediate' },
      { where: { and: [chapter, { not: here }] }, eagerness: 'moderate' },
    ],
  });
}
