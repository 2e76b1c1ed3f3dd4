import { chapterPath, href, type Location } from './address.ts';

/**
 * What a browser may make ready before a reader goes there, as speculation rules
 * (https://wicg.github.io/nav-speculation/speculation-rules.html): the chapter that a pointer rests on or
 * a finger goes down on. Browsers leave it where data or power are short; one that doesn't know the rules
 * reads no further.
 *
 * @returns what a script of the type `speculationrules` holds
 */
export function speculationRules(location: Pick<Location, 'base'>): string {
  return JSON.stringify({
    prerender: [
      { where: { href_matches: href(chapterPath(':chapter'), location) }, eagerness: 'moderate' },
    ],
  });
}
