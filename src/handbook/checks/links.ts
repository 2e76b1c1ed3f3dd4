import {
  ABOUT,
  chapterPath,
  leadsElsewhere,
  PAGES,
  parseAddress,
  SHARE,
  sharePath,
} from '../address.ts';
import { type Content, textsOf } from '../content.ts';
import { type IdUse, idsIn, pathOfBearer } from '../ids.ts';
import { KINDS, type Kind, pathOf, spaceOf } from '../kinds.ts';
import { listKnown, type Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** Links and images within the handbook lead to a page, section or file that is there. */
export const checkLinks: Check = (content) => {
  const uses = idsIn(content);
  const pages = pagesOf(content, uses);
  const whereabouts = whereaboutsOf(uses);

  return textsOf(content).flatMap(({ page, file, text }) => {
    const problems: Problem[] = [];
    const report = (line: number, found: string, expected: string, mend: string) =>
      problems.push({ file, line, found, expected, mend });

    for (const { href, line } of text.links) {
      if (leadsElsewhere(href) || leadsToUnread(href, content)) continue;
      const target = href.startsWith('#') ? `${page}${href}` : href;
      const { path, fragment } = parseAddress(target);
      const ids = pages.get(path);
      if (!path.startsWith('/')) {
        report(
          line,
          `a relative link: "${href}"`,
          "an address from the handbook's root, such as /chapters/some-chapter/#some-section",
          'write the whole address, without the host and the base path',
        );
      } else if (!ids && pages.has(`${path}/`)) {
        report(line, `a link without its last slash: "${href}"`, `"${path}/"`, 'add the slash');
      } else if (!ids || (fragment && !ids.has(fragment))) {
        const what = whatStandsOn(path);
        const named = fragment ? whereabouts.get(pathOf(what, fragment)) : undefined;
        const page = ids ? undefined : whereabouts.get(path);
        const there = named ?? page;
        const mend = there && `it is ${there.path} now: link to that`;
        if (mend && (page || there.former)) {
          report(
            line,
            `a link to a former id: "${href}"`,
            'what things are called now: old addresses are kept for links from elsewhere',
            mend,
          );
        } else if (ids) {
          report(
            line,
            `a link to a ${what} that isn't on that page: "${href}"`,
            `a ${what} of ${path}; ${listKnown(ids, fragment)}`,
            mend ?? 'link to one of these',
          );
        } else {
          report(
            line,
            `a link to a page or file that isn't there: "${href}"`,
            `an address of the handbook; ${listKnown(pages.keys(), path)}`,
            mend ?? 'mend the address, or write the page',
          );
        }
      }
    }
    for (const { src, line } of text.images) {
      if (leadsElsewhere(src)) {
        report(
          line,
          `an image on another host: "${src}"`,
          'a file of the handbook: pages ask nothing of other hosts',
          'put the file into public/ and write its address from the root',
        );
      } else if (!content.publicFiles.has(src)) {
        report(
          line,
          `an image that isn't there: "${src}"`,
          `a file of public/; ${listKnown(content.publicFiles, src)}`,
          'mend the address, or add the file',
        );
      }
    }
    return problems;
  });
};

/** What the ids on a page name. */
function whatStandsOn(path: string): Kind {
  if (path === PAGES.glossary) return 'term';
  if (path === PAGES.disagreements) return 'disagreement';
  if (path === PAGES.reading) return 'work';
  if (path === PAGES.compare) return 'row';
  if (path === PAGES.careers) return 'career';
  return path.startsWith(PAGES.sources) ? 'claim' : 'section';
}

/** Whether a link leads to what couldn't be read, so that nothing can be said about it. */
function leadsToUnread(
  href: string,
  { unreadable, unreadFiles, allSourcesRead, topics }: Content,
): boolean {
  if ([...unreadable].some((chapter) => href.startsWith(chapterPath(chapter)))) return true;
  if (href.startsWith(SHARE)) return unreadable.size > 0;
  if (href.startsWith(PAGES.sources)) return !allSourcesRead;
  if (href.startsWith(PAGES.glossary)) return unreadFiles.has('glossary.yaml');
  if (href.startsWith(PAGES.disagreements)) return unreadFiles.has('disagreements.yaml');
  if (href.startsWith(PAGES.reading)) return unreadFiles.has('literature.yaml');
  if (href.startsWith(PAGES.compare)) return unreadFiles.has('comparison.yaml');
  if (href.startsWith(PAGES.pathways)) return unreadFiles.has('pathways.yaml');
  if (href.startsWith(PAGES.careers)) return unreadFiles.has('careers.yaml');
  return href.startsWith(PAGES.topics) && !topics;
}

/** Every address that a chapter may link to, with the ids that stand on its page. */
function pagesOf({ about, publicFiles }: Content, uses: IdUse[]): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>();
  for (const page of [...Object.values(PAGES), ...publicFiles]) pages.set(page, new Set());
  if (about) pages.set(ABOUT, new Set(about.text.sections.flatMap(({ id }) => id ?? [])));
  for (const use of uses.filter(({ now }) => now === undefined)) {
    const { path, fragment } = parseAddress(pathOfBearer(use));
    const ids = pages.get(path) ?? new Set();
    pages.set(path, fragment ? ids.add(fragment) : ids);
    if (use.kind === 'section') pages.set(sharePath(use.id), new Set());
  }
  return pages;
}

/**
 * Where everything is that a link may name by its id or by one that it had before. The keys are
 * addresses, those of sections and claims without the chapter or the source.
 */
function whereaboutsOf(uses: IdUse[]): Map<string, { path: string; former: boolean }> {
  return new Map(
    uses.flatMap((use) => {
      const { kind, id, now } = use;
      const there = { path: pathOfBearer(use), former: now !== undefined };
      const share = kind === 'section' ? { ...there, path: sharePath(now ?? id) } : there;
      const sharers = KINDS.filter((one) => spaceOf(one) === spaceOf(kind));
      return [
        ...sharers.map((one) => [pathOf(one, id), there] as const),
        ...(sharers.includes('section') ? [[sharePath(id), share] as const] : []),
      ];
    }),
  );
}
