import type { Page } from 'playwright-core';
import { type PdfPage, readPdf } from './pdf.ts';

/** The sizes of paper that a handbook is printed on, in the world and in North America. */
export const PAPERS = ['A4', 'Letter'] as const;

/** The margins that the style sheet asks for: 2 cm, in points. */
const MARGIN = (2 / 2.54) * 72;

/** How far a letter may lean over the edge of its box, in points. */
const OVERHANG = 3;

/** Prints a page as a reader's browser does, and reads what came out. */
export async function print(page: Page, format: (typeof PAPERS)[number]): Promise<PdfPage[]> {
  return readPdf(await page.pdf({ format, preferCSSPageSize: true, tagged: true, outline: true }));
}

/** What of a printed page lies in its margins or beyond them; its number stands at the foot. */
export function cutFrom({ width, height, runs }: PdfPage): string[] {
  return runs
    .filter(({ text, bottom }) => !(/^\d+$/.test(text) && bottom > height - MARGIN))
    .filter(
      ({ left, right, bottom }) =>
        left < MARGIN - OVERHANG ||
        right > width - MARGIN + OVERHANG ||
        bottom < MARGIN ||
        bottom > height - MARGIN,
    )
    .map(({ text }) => text);
}

/** The number at the foot of a printed page, and what the page says without it. */
export function splitFoot({ text, runs, height }: PdfPage): { number: string; body: string } {
  const number = runs.find(({ bottom }) => bottom > height - MARGIN)?.text ?? '';
  return { number, body: number ? text.replace(number, '').trim() : text };
}

/** A text without its white space, which lines on paper divide anew. */
export const squeeze = (text: string) => text.replace(/\s+/g, '');
