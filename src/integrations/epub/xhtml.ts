import path from 'node:path';
import { escapeUTF8 } from 'entities';

/** The files of the book that have names of their own, from the folder of its texts. */
export const CONTENTS_FILE = 'contents.xhtml';
export const COVER_FILE = 'cover.xhtml';
export const COVER_PICTURE = 'cover.png';
export const TITLE_FILE = 'title.xhtml';
export const STYLE_FILE = 'style.css';

/** A text of the book. */
export interface Xhtml {
  title: string;
  /** Where it stands, from the folder of the book's texts. */
  file: string;
  /** What it is, as `epub:type` says it. */
  kind?: string | undefined;
  /** Well-formed XHTML. */
  body: string;
}

/** Writes a text of the book as a whole document. */
export function writeXhtml({ title, file, kind, body }: Xhtml): string {
  const style = path.posix.relative(path.posix.dirname(file), STYLE_FILE);
  return legible(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<title>${escapeUTF8(title)}</title>
<link rel="stylesheet" type="text/css" href="${style}"/>
</head>
<body${kind ? ` epub:type="${kind}"` : ''}>
${body}
</body>
</html>
`);
}

/** A document without the characters that XML 1.0 has no place for, not even by number. */
export function legible(xml: string): string {
  return xml.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|&#xfff[ef];/giu, '');
}
