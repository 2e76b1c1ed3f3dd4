import type { Chapter } from '../../handbook/handbook.ts';

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

const rendered = new WeakMap<Chapter, Promise<Passages>>();

/**
 * The text of a chapter, rendered once for its own page, for those that show a passage of it and for the
 * whole book on one.
 *
 * @param render the chapter in HTML, with its boundaries
 */
export function passagesOf(chapter: Chapter, render: () => Promise<string>): Promise<Passages> {
  const passages = rendered.get(chapter) ?? render().then(cutPassages);
  rendered.set(chapter, passages);
  return passages;
}

/** A section below another as it stands where it is alone: its heading is of the second level. */
export function raise(html: string): string {
  return html.replace(/(<\/?)h3\b/g, '$1h2');
}
