import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';
import { absolute, type Location, PAGES } from '../../handbook/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { legible } from './xhtml.ts';

/** The folder of the book's texts within the EPUB, and the file that lists them. */
export const TEXTS = 'EPUB';
const PACKAGE_FILE = `${TEXTS}/package.opf`;

/** A file of the book. */
export interface Item {
  /** From the folder of the book's texts. */
  file: string;
  type: string;
  /** What it is to a reading system: `nav`, `cover-image`, `svg`. */
  properties?: string | undefined;
  /** Whether it is read, in the order of the items. */
  read?: boolean;
}

/** What a package says of its book. */
export interface Package {
  book: Handbook;
  location: Location;
  /** The day on which its content last changed. */
  changed: Date;
  items: readonly Item[];
}

/** `META-INF/container.xml`, where a reading system learns where the book is. */
export function writeContainer(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="${PACKAGE_FILE}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
}

/**
 * The package document (EPUB 3.2, section 3): what the book is called, what it is drawn from, whom it can
 * be read by, which files it has, and in which order they are read.
 *
 * @returns its path in the EPUB, and its text
 */
export function writePackage({ book, location, changed, items }: Package): {
  file: string;
  text: string;
} {
  const pictured = items.some(({ type }) => type.startsWith('image/'));
  const identifier = bookIdentifier(book, location);
  const metadata = [
    tag('dc:identifier', identifier, ' id="identifier"'),
    tag('dc:title', book.title, ' id="title"'),
    '<meta refines="#title" property="title-type">main</meta>',
    tag('dc:title', book.tagline, ' id="tagline"'),
    '<meta refines="#tagline" property="title-type">subtitle</meta>',
    tag('dc:language', 'en'),
    // The handbook speaks in its own name: the writers of the essays are its sources.
    tag('dc:creator', book.title),
    tag('dc:description', book.description),
    tag('dc:date', dayOf(changed)),
    tag('meta', `${dayOf(changed)}T00:00:00Z`, ' property="dcterms:modified"'),
    tag('meta', String(book.edition), ' property="schema:bookEdition"'),
    ...book.sources.map(({ author, title, original }) =>
      tag('dc:source', `${author}, “${title}”, ${original}`),
    ),
    ...accessibility(pictured).map(([name, says]) =>
      tag('meta', says, ` property="schema:${name}"`),
    ),
  ];
  const numbered = items.map((item, index) => ({ ...item, id: `item-${index + 1}` }));
  const manifest = numbered.map(
    ({ id, file, type, properties }) =>
      `<item id="${id}" href="${escapeUTF8(file)}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`,
  );
  const spine = numbered.filter(({ read }) => read).map(({ id }) => `<itemref idref="${id}"/>`);
  return {
    file: PACKAGE_FILE,
    text: legible(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine>
${spine.join('\n')}
</spine>
</package>
`),
  };
}

/** What EPUB Accessibility 1.1, section 2, asks a book to say about itself. */
function accessibility(pictured: boolean): [string, string][] {
  return [
    ['accessMode', 'textual'],
    ...(pictured ? [['accessMode', 'visual'] satisfies [string, string]] : []),
    ['accessModeSufficient', 'textual'],
    ['accessibilityFeature', 'structuralNavigation'],
    ['accessibilityFeature', 'tableOfContents'],
    ['accessibilityFeature', 'readingOrder'],
    ['accessibilityFeature', 'displayTransformability'],
    ...(pictured ? [['accessibilityFeature', 'alternativeText'] satisfies [string, string]] : []),
    ['accessibilityHazard', 'none'],
    [
      'accessibilitySummary',
      'All of the book is text with headings, lists and tables, which a reading system can show in any size, font and color, or read aloud. Pictures say in words what they show.',
    ],
  ];
}

/**
 * What the book is known by, the same in each edition: a UUID of the kind that says how it was made for
 * itself (RFC 9562, version 8), from the handbook's address, or from its title where nobody knows that.
 */
export function bookIdentifier({ title }: Pick<Handbook, 'title'>, location: Location): string {
  const hash = createHash('sha256')
    .update(location.site ? absolute(PAGES.home, location) : title)
    .digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${[
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')}`;
}

function tag(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeUTF8(text)}</${name}>`;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
