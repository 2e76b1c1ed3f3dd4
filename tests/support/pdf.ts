import { getDocumentProxy } from 'unpdf';

/** A page of a PDF, in points from its left and upper edge. */
export interface PdfPage {
  width: number;
  height: number;
  /** All that is written on it, with its white space made single spaces. */
  text: string;
  /** Runs of text, and where they stand. */
  runs: { text: string; left: number; right: number; bottom: number }[];
  /** Where its links lead: to an address, or to a page of the PDF, counted from 1; nowhere is 0. */
  links: (string | number)[];
}

/** Reads a PDF page by page. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  const pageOf = async (name: string) => {
    const [page] = (await pdf.getDestination(name)) ?? [];
    return page ? 1 + (await pdf.getPageIndex(page)) : 0;
  };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , left = 0, baseline = 0] = item.transform;
      return { text: item.str, left, right: left + item.width, bottom: height - baseline };
    });
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
    const annotations = await page.getAnnotations();
    pages.push({
      width,
      height,
      text: text.join('').replace(/\s+/g, ' ').trim(),
      runs,
      links: await Promise.all(
        annotations.map(({ url, dest }): string | Promise<number> => url ?? pageOf(dest)),
      ),
    });
  }
  return pages;
}
