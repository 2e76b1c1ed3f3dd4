import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { type Item, TEXTS, writeContainer } from './package.ts';

/**
 * What the zip says about its files is the same in every build and every time zone: a zip's times are
 * local ones, and begin in 1980. Sizes stand ahead of the data, since some reading systems look nowhere else.
 */
const ZIP = {
  lastModDate: new Date(1980, 0, 1),
  extendedTimestamp: false,
  dataDescriptor: false,
  useWebWorkers: false,
};

/** An EPUB that is being written. */
export interface Pack {
  /** The files that it holds so far. */
  items: readonly Item[];
  add(item: Item, content: string | Uint8Array<ArrayBuffer>): Promise<void>;
  /** Ends it with the document that lists its files. */
  close(listing: { file: string; text: string }): Promise<void>;
}

/**
 * Begins an EPUB (EPUB OCF 3.2, section 4): a zip, written as its files come.
 *
 * @param path where it goes; what is there is replaced
 */
export async function openPack(path: string): Promise<Pack> {
  const zip = new ZipWriter(Writable.toWeb(createWriteStream(path)), ZIP);
  const items: Item[] = [];
  // First, and as it is: by this a file is known for an EPUB.
  await zip.add('mimetype', new TextReader('application/epub+zip'), { level: 0 });
  await zip.add('META-INF/container.xml', new TextReader(writeContainer()));
  return {
    items,
    async add(item, content) {
      items.push(item);
      const isText = typeof content === 'string';
      const reader = isText ? new TextReader(content) : new Uint8ArrayReader(content);
      await zip.add(`${TEXTS}/${item.file}`, reader);
    },
    async close({ file, text }) {
      await zip.add(file, new TextReader(text));
      await zip.close();
    },
  };
}
