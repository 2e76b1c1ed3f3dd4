import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import {
  absolute,
  chapterPath,
  type Location,
  leadsElsewhere,
  PAGES,
  partPath,
  sharePath,
  workPath,
} from '../address.ts';
import { headingId } from '../chapter-text.ts';
import type { Chapter, Handbook, Section } from '../handbook.ts';
import { get } from '../known.ts';
import { duration, forWhom } from '../prose.ts';
import { BASES, TRACKS } from '../schema.ts';
import { shownDisagreement, sourcesOf } from './cited.ts';
import { heading, type Inline, item, link, list, paragraph, quote, text, write } from './nodes.ts';
import { readPlain } from './plain.ts';

/**
 * A chapter in plain Markdown, whole by itself: the text, what each section rests on, and what there is
 * to talk about, to read and to go on to. Addresses in it are absolute where the site is known.
 *
 * The heading of a section links to its share page, since that is what somebody who quotes it needs: the
 * address previews and holds the passage, and stays when the section moves to another chapter.
 *
 * @param source the text of the chapter's file, with or without frontmatter
 */
export function writeTwin(
  chapter: Chapter,
  source: string,
  book: Handbook,
  location: Location,
): string {
  const at = (path: string) => absolute(path, location);
  const blocks = readPlain(source, {
    resolve: (address) => {
      const path = address.startsWith('#') ? `${chapterPath(chapter.id)}${address}` : address;
      return leadsElsewhere(path) ? path : at(path);
    },
    disagreement: (id) => shownDisagreement(get(book.disagreements, id), location),
  });
  const next = book.chapters[book.chapters.indexOf(chapter) + 1];
  return write([
    heading(1, chapter.title),
    quote(chapter.summary),
    list(factsOf(chapter, book, at)),
    ...sectioned(blocks, book, location),
    heading(2, 'Talk about it'),
    heading(3, 'If it is you'),
    list(chapter.talk.reader.map((question) => item([question]))),
    heading(3, 'If you mentor'),
    list(chapter.talk.mentor.map((question) => item([question]))),
    ...furtherReading(chapter, at),
    next
      ? paragraph('Next chapter: ', link(at(chapterPath(next.id)), next.title))
      : paragraph('This is the last chapter. ', link(at(PAGES.home), 'All chapters')),
  ]);
}

/** Where a chapter is and stands, whom it is for, and when it was written. */
function factsOf(
  { id, part, track, audience, minutes, published }: Chapter,
  { title, edition }: Handbook,
  at: (path: string) => string,
): ListItem[] {
  const address = at(chapterPath(id));
  const facts: Inline[][] = [
    ['Address: ', link(address, address)],
    [
      'Handbook: ',
      link(at(PAGES.home), title),
      `, edition ${edition}, part ${part.number}, `,
      link(at(partPath(part.id)), part.title),
    ],
    [`${TRACKS[track]}. ${forWhom(audience)}. ${duration(minutes)}`],
  ];
  if (published) {
    facts.push([`First published ${published.first}, last changed ${published.changed}`]);
  }
  return facts.map((fact) => item(fact));
}

/** A chapter's blocks, headings of sections as links to them, and what each rests on at its end. */
function sectioned(
  blocks: RootContent[],
  { sections }: Handbook,
  location: Location,
): RootContent[] {
  const done: RootContent[] = [];
  let section: Section | undefined;
  const finish = () => {
    if (section) done.push(...standing(section, location));
  };
  for (const block of blocks) {
    const id = block.type === 'heading' ? headingId(block) : undefined;
    const begun = id === undefined ? undefined : sections.get(id);
    if (block.type === 'heading' && begun) {
      finish();
      section = begun;
      const address = absolute(sharePath(begun.id), location);
      done.push({ ...block, children: [link(address, ...block.children.flatMap(unlinked))] });
    } else {
      done.push(block);
    }
  }
  finish();
  return done;
}

/** What a section rests on: the claims, and whether it goes beyond the essays. */
function standing({ basis, claims }: Section, location: Location): RootContent[] {
  const beyond: RootContent[] =
    basis === 'essays' ? [] : [paragraph({ type: 'emphasis', children: [text(BASES[basis])] })];
  return [...beyond, ...sourcesOf(claims, location)];
}

/** A link can't stand in a link: its text remains. */
function unlinked(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link') return node.children.flatMap(unlinked);
  if (!('children' in node)) return [node];
  return [{ ...node, children: node.children.flatMap(unlinked) } as PhrasingContent];
}

function furtherReading({ reading }: Chapter, at: (path: string) => string): RootContent[] {
  if (reading.length === 0) return [];
  return [
    heading(2, 'Further reading'),
    list(
      reading.map(({ id, title, author, year, says }) =>
        item([
          `${author}, `,
          link(at(workPath(id)), title),
          `${year ? `, ${year}` : ''}${says ? `: ${says}` : ''}`,
        ]),
      ),
    ),
  ];
}

/** The chapters by the ids at which their twins are, with those that chapters had before. */
export function twinsOf({ chapters, formerPages }: Handbook): { id: string; chapter: Chapter }[] {
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  return [
    ...chapters.map((chapter) => ({ id: chapter.id, chapter })),
    ...formerPages
      .filter(({ kind }) => kind === 'chapter')
      // What took the place of a chapter may be a section of another.
      .map(({ id, to }) => ({ id, chapter: get(byId, to.home?.id ?? to.id) })),
  ];
}
