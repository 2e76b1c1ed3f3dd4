import {
  ABOUT,
  chapterPath,
  PAGES,
  parseAddress,
  pathwayPath,
  SHARE,
  sectionPath,
  sharePath,
  sourcePath,
  topicPath,
} from '../address.ts';
import { type Content, textsOf } from '../content.ts';
import { listKnown, type Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** A link to another site or a mail address: nothing that a build can see. */
const ELSEWHERE = /^(?:[a-z][a-z+.-]*:|\/\/)/i;

/** Links and images within the handbook lead to a page, section or file that is there. */
export const checkLinks: Check = (content) => {
  const pages = pagesOf(content);
  const formerly = formerAddresses(content);

  return textsOf(content).flatMap(({ page, file, text }) => {
    const problems: Problem[] = [];
    const report = (line: number, found: string, expected: string, mend: string) =>
      problems.push({ file, line, found, expected, mend });

    for (const { href, line } of text.links) {
      if (ELSEWHERE.test(href) || leadsToUnread(href, content)) continue;
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
      } else if (!ids) {
        const moved = formerly.get(path);
        report(
          line,
          `a link to a page or file that isn't there: "${href}"`,
          `an address of the handbook; ${listKnown(pages.keys(), path)}`,
          moved ? `it is ${moved} now: link to that` : 'mend the address, or write the page',
        );
      } else if (fragment && !ids.has(fragment)) {
        const moved = formerly.get(fragment);
        report(
          line,
          `a link to a ${whatStandsOn(path)} that isn't on that page: "${href}"`,
          `a ${whatStandsOn(path)} of ${path}; ${listKnown(ids, fragment)}`,
          moved ? `it is ${moved} now: link to that` : 'link to one of these',
        );
      }
    }
    for (const { src, line } of text.images) {
      if (ELSEWHERE.test(src)) {
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
function whatStandsOn(path: string): string {
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
function pagesOf({
  chapters,
  sources,
  topics,
  glossary,
  disagreements,
  literature,
  comparison,
  pathways,
  careers,
  about,
  publicFiles,
}: Content): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>();
  for (const page of [...Object.values(PAGES), ...publicFiles]) pages.set(page, new Set());
  pages.set(PAGES.glossary, new Set(Object.keys(glossary?.data ?? {})));
  pages.set(PAGES.disagreements, new Set(Object.keys(disagreements?.data ?? {})));
  const works = (literature?.data ?? []).flatMap((group) => Object.keys(group.works));
  pages.set(PAGES.reading, new Set(works));
  pages.set(PAGES.compare, new Set(Object.keys(comparison?.data.rows ?? {})));
  pages.set(PAGES.careers, new Set(Object.keys(careers?.data ?? {})));
  for (const pathway of Object.keys(pathways?.data ?? {})) {
    pages.set(pathwayPath(pathway), new Set());
  }
  if (about) pages.set(ABOUT, new Set(about.text.sections.flatMap(({ id }) => id ?? [])));
  for (const { id, text } of chapters.values()) {
    const sections = text.sections.flatMap((section) => section.id ?? []);
    pages.set(chapterPath(id), new Set(sections));
    for (const section of sections) pages.set(sharePath(section), new Set());
  }
  for (const [key, { data }] of sources)
    pages.set(sourcePath(key), new Set(Object.keys(data.claims)));
  for (const topic of Object.keys(topics?.data ?? {})) pages.set(topicPath(topic), new Set());
  return pages;
}

/** Where pages and sections are now whose ids have changed, by their former addresses and former ids. */
function formerAddresses({ chapters }: Content): Map<string, string> {
  return new Map(
    [...chapters.values()].flatMap(({ id, frontmatter }) => [
      ...(frontmatter?.data.formerly ?? []).map(
        (former) => [chapterPath(former), chapterPath(id)] as const,
      ),
      ...Object.entries(frontmatter?.data.sections ?? {}).flatMap(([section, { formerly }]) =>
        formerly.flatMap((former) => [
          [former, sectionPath(id, section)] as const,
          [sharePath(former), sharePath(section)] as const,
        ]),
      ),
    ]),
  );
}
