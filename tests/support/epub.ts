import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Entry,
  TextWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js';
import { type CheerioAPI, load } from 'cheerio';
import { PAGES } from '../../src/handbook/address.ts';
import { temporaryFolder } from './build.ts';

/** A file in an EPUB: its text as well, where it is one. */
export interface EpubFile {
  /** From the root of the EPUB. `EPUB/chapters/first-steps.xhtml` */
  name: string;
  bytes: Uint8Array;
  text: string;
}

/** An EPUB, unpacked. */
export interface Epub {
  /** What the zip says of its files, in its order. */
  entries: Entry[];
  files: Map<string, EpubFile>;
  /** The package document. */
  package: CheerioAPI;
  /** The XHTML documents by their paths from the folder of the texts, in the order in which they are read. */
  texts: Map<string, CheerioAPI>;
}

/** Unpacks the EPUB of a built site. */
export async function readEpub(folder: string): Promise<Epub> {
  const zip = new ZipReader(new Uint8ArrayReader(await readFile(path.join(folder, PAGES.epub))));
  const entries = await zip.getEntries();
  const files = new Map<string, EpubFile>();
  for (const entry of entries) {
    if (entry.directory) continue;
    const [bytes, text] = [
      await entry.getData(new Uint8ArrayWriter()),
      await entry.getData(new TextWriter()),
    ];
    files.set(entry.filename, { name: entry.filename, bytes, text });
  }
  const xml = (name: string) => load(files.get(name)?.text ?? '', { xml: true });
  const root = xml('META-INF/container.xml')('rootfile').attr('full-path') ?? '';
  const opf = xml(root);
  const texts = opf('itemref')
    .toArray()
    .map(({ attribs }) => opf(`item[id="${attribs.idref}"]`).attr('href') ?? '');
  return {
    entries,
    files,
    package: opf,
    texts: new Map(
      texts.map((text) => [text, xml(path.posix.join(path.posix.dirname(root), text))]),
    ),
  };
}

/**
 * Unpacks the EPUB of a built site for a browser. A file of tests ends with `removeTemporaryFolders`.
 *
 * @returns the folder that it lies in, its XML documents, and the texts in the order in which they are read
 */
export async function unpackEpub(site: string): Promise<{
  folder: string;
  documents: { name: string; text: string }[];
  texts: string[];
}> {
  const epub = await readEpub(site);
  const folder = await temporaryFolder();
  for (const { name, bytes } of epub.files.values()) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  return {
    folder,
    documents: [...epub.files.values()]
      .filter(({ name }) => /\.(?:xhtml|opf|xml)$/.test(name))
      .map(({ name, text }) => ({ name, text })),
    texts: [...epub.texts.keys()],
  };
}
