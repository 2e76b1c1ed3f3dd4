import type { Chapter, Section } from '../../handbook/handbook.ts';

/** A chapter's text in HTML. */
export interface Passages {
  /** What it says ahead of its first section. */
  opening: string;
  /** Its sections by their ids, in order. */
  sections: Map<string, string>;
}

/** Stands in a rendered chapter ahead of each section, and on no page. */
export const boundary = (section: string) => `<!-- section ${section} -->`;

const BOUNDARY = new RegExp(boundary('(\\S+)'));

/** Cuts a rendered chapter where its sections begin. */
export function cutPassages(html: string): Passages {
  const [opening = '', ...rest] = html.split(BOUNDARY);
  const sections = new Map<string, string>();
  for (let at = 0; at < rest.length; at += 2) sections.set(rest[at] ?? '', rest[at + 1] ?? '');
  return { opening, sections };
}

/**
 * What a page shows of a chapter, as HTML.
 *
 * @param only the section that it shows alone, with those below it; all of the chapter where it is left out
 */
export function selectPassages({ opening, sections }: Passages, only?: Section): string {
  if (!only) return [opening, ...sections.values()].join('');
  const shown = [only, ...only.subsections].map(({ id }) => sections.get(id)).join('');
  // Alone on its page, a section is not below anything.
  return only.level === 3 ? shown.replace(/(<\/?)h3\b/g, '$1h2') : shown;
}

/**
 * What was rendered so far: a chapter's own page, the pages of its passages and the whole book on one page
 * show the same text.
 */
export const rendered = new WeakMap<Chapter, Passages>();
