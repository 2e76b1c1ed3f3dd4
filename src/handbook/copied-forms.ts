/** The forms in which a passage of the book can be copied, and what each of them says. */
import { escapeUTF8 } from 'entities/escape';
import { day } from './day.ts';

/** Something that a reader takes along: a section, a claim, a term, some words. */
export interface Citable {
  /** Its name; what has none is called by its words. `The second shift` */
  title: string;
  /** What it stands in, where that isn't the handbook itself. `Letting go of the code` */
  within: string | undefined;
  /** The handbook's title. `Waymark` */
  handbook: string;
  /** `3` */
  edition: string;
  /** The words that stand for it, a line a paragraph. */
  quote: string;
  /** Its whole address. */
  url: string;
  /** The day on which its text last changed, where that is known. `2026-11-20` */
  changed: string | undefined;
  /** The day on which the reader took it. `2026-11-28` */
  accessed: string;
}

/** What one form says: to programs that know plain text alone, and to those that know more. */
export interface Copied {
  text: string;
  html?: string;
}

/** The title and what it stands in, with the address: rich where the program it is pasted into allows it. */
export function toLink(what: Citable): Copied {
  const name = nameOf(what);
  return { text: `${name}\n${what.url}`, html: htmlLink(what.url, name) };
}

/** A link as Markdown writes it, for whatever program of that kind. */
export function toMarkdown(what: Citable): Copied {
  return { text: `[${escapeMarkdown(nameOf(what))}](${what.url})` };
}

/** The words, and whose they are. */
export function toQuote(what: Citable): Copied {
  const { title, within, handbook, quote, url } = what;
  // What is called by its words would say them twice.
  const from = quote === title ? [within, handbook].filter(Boolean).join(' · ') : nameOf(what);
  const words = escapeUTF8(quote).replaceAll('\n', '<br>');
  return {
    text: `${inQuotes(quote)}\n— ${from}\n${url}`,
    html: `<blockquote><p>${words}</p></blockquote><p>— ${htmlLink(url, from)}</p>`,
  };
}

/** For a list of references, in the manner of the Chicago Manual of Style for pages without a named author. */
export function toCitation({ title, within, url, ...what }: Citable): Copied {
  const said = [
    inQuotes(closed(title, '.')),
    within && `In ${inQuotes(closed(within, ','))}`,
    `${what.handbook}, edition ${what.edition}.`,
    what.changed && `Last changed ${day(new Date(what.changed))}.`,
    `Accessed ${day(new Date(what.accessed))}.`,
  ];
  const text = said.filter(Boolean).join(' ');
  return { text: `${text} ${url}`, html: `${escapeUTF8(text)} ${htmlLink(url, url)}` };
}

/** An entry for BibTeX and BibLaTeX; `key` is what BibTeX sorts by where there is no author. */
export function toBibtex({ title, within, handbook, edition, ...what }: Citable): Copied {
  const place = `${handbook}, edition ${edition}`;
  const fields = {
    key: escapeTex(handbook),
    // In braces of its own, a title keeps its capitals.
    title: `{${escapeTex(title)}}`,
    howpublished: escapeTex(within ? `In ${inQuotes(closed(within, ','))} ${place}` : place),
    year: what.changed?.slice(0, 4),
    url: what.url,
    urldate: what.accessed,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? `  ${name} = {${value}},\n` : [],
  );
  return { text: `@misc{${bibtexKey(handbook, title)},\n${lines.join('')}}` };
}

/** What the handbook and the title have in letters and digits that every TeX can read, as far as that tells titles apart. */
function bibtexKey(handbook: string, title: string): string {
  const words = `${handbook} ${title}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036F’']/g, '')
    .match(/[a-z0-9]+/g);
  return (words ?? []).slice(0, 8).join('-');
}

/** `The second shift, Letting go of the code · Waymark`; a title that ends with a sign of its own takes no comma. */
export function nameOf({ title, within, handbook }: Citable): string {
  const separator = isClosed(title) ? ' ·' : ',';
  return `${within ? `${title}${separator} ${within}` : title} · ${handbook}`;
}

/** A title with a sign after it, unless it ends with one of its own. */
function closed(title: string, sign: string): string {
  return isClosed(title) ? title : `${title}${sign}`;
}

function isClosed(title: string): boolean {
  return /[.?!…]$/.test(title);
}

/** In quotation marks, those within it made single ones. */
function inQuotes(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

function htmlLink(url: string, text: string): string {
  return `<a href="${escapeUTF8(url)}">${escapeUTF8(text)}</a>`;
}

/** Whatever may mean something within the text of a link. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&~]/g, '\\$&');
}

const TEX_COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}#$%&_^~]/g, (sign) => TEX_COMMANDS[sign] ?? `\\${sign}`);
}
