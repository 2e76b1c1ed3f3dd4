import path from 'node:path';
import type { Cheerio, CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { AS_WRITTEN } from '../../as-written.ts';
import {
  absolute,
  href,
  type Location,
  leadsElsewhere,
  PAGES,
  parseAddress,
} from '../../handbook/address.ts';
import { fileOf } from './contents.ts';
import { CONTENTS_FILE, writeXhtml } from './xhtml.ts';

/** What a page holds beside the site's bar and foot: to read the rest would take as long again. */
const MAIN = /<main\b.*<\/main>/s;

/** What works in a browser alone, or leads around a site: an EPUB leaves it out. */
const LEFT_OUT = [
  'nav, search, form, button, input, dialog, script, style, template',
  '[popover], a[rel=next], [hidden], [aria-hidden=true], [data-moved], span:empty, summary .sr-only',
].join();

/** The few classes of the site's look that say something, by what the EPUB's style sheet calls them. */
const MARKS = new Map([
  ['text-quiet', 'quiet'],
  ['font-semibold', 'name'],
]);

/** What an element may say about itself; the rest is the site's look and scripts. */
const ATTRIBUTES = new Set(
  'id href src alt lang dir cite datetime start value colspan rowspan scope headers aria-label aria-labelledby'.split(
    ' ',
  ),
);

/** What stands within a line. */
const INLINE = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup svg time u var wbr'.split(
    ' ',
  ),
);

/** The media types that every reading system shows (EPUB 3.2, section 2.1), by the files' endings. */
const IMAGE_TYPES = new Map([
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.gif', 'image/gif'],
  ['.svg', 'image/svg+xml'],
]);

/** A picture that the book shows. */
export interface Picture {
  /** Where it lies in the built site, from its root. */
  source: string;
  /** Where it lies in the EPUB, from the folder of its texts. */
  file: string;
  type: string;
  /** Whether reading systems don't know its format, so that it has to become a PNG. */
  foreign: boolean;
}

/** What the text of a book needs to know of the whole. */
export interface Binding {
  location: Location;
  /** The pages that the book holds, as paths from the site's root. */
  pages: ReadonlySet<string>;
}

/** Where a text stands: its page on the site, and its file in the book. */
interface Place extends Binding {
  page: string;
  file: string;
}

/** A page of the site as a text of the book. */
export interface BookText {
  xhtml: string;
  pictures: Picture[];
  /** Whether it holds drawings within its text, which the package has to say. */
  drawings: boolean;
}

/**
 * Makes a text of the book from a page of the built site: what the page says, without the site around it.
 * Links to what the book holds lead there, others within the site lead to the site where its address is
 * known, and are plain text where it isn't.
 *
 * @param html the page
 * @param page its path from the site's root
 * @param kind what the text is in the book, as `epub:type` says it: `chapter`, `glossary`
 */
export function bindPage(
  html: string,
  page: string,
  kind: string | undefined,
  binding: Binding,
): BookText {
  const [text] = MAIN.exec(html) ?? [];
  if (text === undefined) throw new Error(`The page ${page} has no <main>.`);
  const $ = load(text, AS_WRITTEN, false);
  const main = $('main');
  const place = { ...binding, page, file: fileOf(page) };
  main.find(LEFT_OUT).remove();
  unfold($, main);
  keepApart($, main);
  const pictures = collectPictures($, main, place);
  cleanAttributes(main);
  rebindLinks($, main, place);
  flatten($, main);
  const title = main.find('h1').first().text().trim();
  const drawings = main.find('svg').length > 0;
  return {
    xhtml: writeXhtml({ title, file: place.file, kind, body: toXml(main) }),
    pictures,
    drawings,
  };
}

/** Shows what a page folds away: a row of links goes on, everything else stands below its name. */
function unfold($: CheerioAPI, main: Cheerio<Element>): void {
  main.find('a + details > summary').replaceWith(' · ');
  main.find('a + details').each((_, node) => {
    $(node).replaceWith($(node).contents());
  });
  main.find('summary').each((_, { children }) => {
    $(children).wrapAll('<p class="font-semibold"></p>').parent().unwrap();
  });
  main.find('details').each((_, node) => {
    $(node).wrapInner('<div></div>').children().unwrap();
  });
}

/** Says in the text what the look alone says on the site: where a line ends, and that two things are two. */
function keepApart($: CheerioAPI, main: Cheerio<Element>): void {
  main.find('.block').each((_, node) => {
    if (INLINE.has(node.name) && follows(node)) $(node).before('<br>');
  });
  main.find('.flex > span + span, .flex > a + a').before(' · ');
}

/** Whether something stands ahead of a node in its box, but for white space. */
function follows(node: AnyNode): boolean {
  let other = node.prev;
  while (other && isText(other) && other.data.trim() === '') other = other.prev;
  return other !== null;
}

/** Finds the pictures that have to come along, and has the page show them from where they will lie. */
function collectPictures($: CheerioAPI, main: Cheerio<Element>, place: Place): Picture[] {
  const pictures = new Map<string, Picture>();
  main.find('img').each((_, node) => {
    const source = ownPath(node.attribs.src ?? '', place);
    if (source === undefined) {
      // A book asks nothing of a network.
      $(node).replaceWith($('<span></span>').text(node.attribs.alt ?? ''));
      return;
    }
    const ending = path.posix.extname(source).toLowerCase();
    const type = IMAGE_TYPES.get(ending);
    // Some characters of addresses have no place in a zip's names of files.
    const file = `images${source.replace(/[^\w./-]/g, '_')}${type ? '' : '.png'}`;
    pictures.set(source, { source, file, type: type ?? 'image/png', foreign: !type });
    node.attribs.src = wayTo(file, place);
  });
  return [...pictures.values()];
}

/** Leaves of the attributes what says something, and of the look its marks. */
function cleanAttributes(main: Cheerio<Element>): void {
  for (const node of elementsIn(main)) {
    if (node.name === 'svg') {
      node.attribs.xmlns = 'http://www.w3.org/2000/svg';
      continue;
    }
    const classes = node.attribs.class?.split(/\s+/) ?? [];
    const marks = classes.flatMap((name) => MARKS.get(name) ?? []);
    node.attribs = Object.fromEntries(
      Object.entries(node.attribs).filter(([name]) => ATTRIBUTES.has(name)),
    );
    // What headings and terms are needs no word.
    const speaks = /^(?:h[1-6]|dt)$/.test(node.name);
    if (marks.length > 0 && !speaks) node.attribs.class = marks.join(' ');
  }
}

/** The elements within others, in their order, with each drawing as one. */
function* elementsIn(boxes: Iterable<Element>): Generator<Element> {
  for (const box of boxes) {
    for (const child of box.children) {
      if (!isTag(child)) continue;
      yield child;
      if (child.name !== 'svg') yield* elementsIn([child]);
    }
  }
}

function rebindLinks($: CheerioAPI, main: Cheerio<Element>, place: Place): void {
  const ids = new Set(main.find('[id]').map((_, { attribs }) => attribs.id));
  main.find('a').each((_, node) => {
    const target = rebind(node.attribs.href ?? '', ids, place);
    if (target === undefined) $(node).replaceWith($(node).contents());
    else node.attribs.href = target;
  });
}

/** Where a link of a page leads in the book; nowhere where the book doesn't hold it and nobody knows the site. */
function rebind(
  link: string,
  ids: ReadonlySet<string | undefined>,
  place: Place,
): string | undefined {
  if (leadsElsewhere(link)) return URL.parse(link)?.href;
  const target = ownPath(link, place);
  if (target === undefined) return undefined;
  const { path: plain, fragment } = parseAddress(link);
  if (target === place.page) return ids.has(fragment) ? `#${fragment}` : wayTo(place.file, place);
  if (target === PAGES.home) return wayTo(CONTENTS_FILE, place);
  if (place.pages.has(target)) {
    // Ids of page furniture may be left out with what they stood at; published ones never are.
    const isKept = fragment !== '' && !fragment.startsWith('_');
    return `${wayTo(fileOf(target), place)}${isKept ? `#${fragment}` : ''}`;
  }
  return place.location.site && absolute(target, place.location) + link.slice(plain.length);
}

/** The path from the site's root that a link of a page leads to, if it leads to somewhere on the site. */
function ownPath(link: string, { page, location }: Place): string | undefined {
  if (leadsElsewhere(link)) return undefined;
  const { pathname } = URL.parse(link, `https://own.invalid${href(page, location)}`) ?? {};
  return pathname?.startsWith(location.base) ? pathname.slice(location.base.length - 1) : undefined;
}

/** The way from a text to another file of the book. */
function wayTo(file: string, from: Place): string {
  return path.posix.relative(path.posix.dirname(from.file), file);
}

/** Takes out the boxes that only the look needs: what a line holds becomes a paragraph, the rest stands for itself. */
function flatten($: CheerioAPI, main: Cheerio<Element>): void {
  const boxes = main.find('div, article, span, section').get().reverse();
  for (const node of boxes) {
    const isBare = Object.keys(node.attribs).length === 0;
    const blocks = node.children.filter((child) => isTag(child) && !INLINE.has(child.name));
    const loose = node.children.filter(
      (child) => !blocks.includes(child) && $(child).text().trim() !== '',
    );
    if (node.name === 'section') {
      if (blocks.length + loose.length === 0) $(node).remove();
    } else if (node.name === 'span') {
      if (isBare) $(node).replaceWith($(node).contents());
    } else if (blocks.length + loose.length === 0) {
      $(node).remove();
    } else if (blocks.length === 0) {
      node.name = 'p';
    } else if (isBare && loose.length === 0 && !isGroup(node)) {
      $(node).replaceWith($(node).contents());
    }
  }
}

/** Whether an element holds terms and what is said of them: lists of those may be grouped. */
function isGroup({ children }: Element): boolean {
  return children.some((child) => isTag(child) && child.name === 'dt');
}

/** What stands in an element as XHTML; it stands there no longer. */
function toXml(main: Cheerio<Element>): string {
  return load(main.contents().get(), { xml: true }, false).xml().trim();
}
