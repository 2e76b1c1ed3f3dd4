import type { BuildCost } from './builds/measure-build.ts';
import type { Output } from './builds/output.ts';
import type { Reading, Searches } from './reading/measure-reading.ts';

/** What was measured of one system with one book. */
export interface Measured {
  chapters: number;
  system: string;
  /** Missing of what nothing builds. */
  build: { cost: BuildCost; output: Output } | undefined;
  /** Missing where only builds are measured. */
  reading: Reading | undefined;
}

/** The systems that others are compared with. */
export const OURS = 'Waymark';
export const BARE = 'bare HTML';

/** A row by its columns' names. */
type Row = Record<string, string>;

const NOTHING = '–';

/** What builds cost, against ours of the same book. */
export function tableOfBuilds(measured: Measured[]): string {
  return toMarkdown(
    measured.flatMap(({ chapters, system, build }) => {
      if (!build) return [];
      const { cost, output } = build;
      const ours = find(measured, chapters, OURS)?.build;
      return {
        chapters: grouped(chapters),
        system,
        'wall s': fixed(cost.wall / 1000, 1),
        'CPU s': fixed(cost.cpu / 1000, 1),
        'memory MB': cost.memory > 0 ? grouped(cost.memory / 1e6) : NOTHING,
        'output MB': fixed(output.bytes / 1e6, 1),
        files: grouped(output.files),
        'ms a chapter': grouped(cost.wall / chapters),
        'wall to ours': ratio(cost.wall, ours?.cost.wall),
      };
    }),
  );
}

/** What it costs to open a chapter, and the next; against a bare page with the same text. */
export function tableOfPages(measured: Measured[]): string {
  return toMarkdown(
    measured.flatMap(({ chapters, system, reading }) => {
      if (!reading) return [];
      const { sent, first, largest, whole, shift, blocking } = reading.chapter;
      const bare = find(measured, chapters, BARE)?.reading?.chapter;
      const { html, css, script, font, other } = sent.byKind;
      return {
        chapters: grouped(chapters),
        system,
        requests: grouped(sent.requests),
        'HTML KB': kilobytes(html),
        'CSS KB': kilobytes(css),
        'script KB': kilobytes(script),
        'fonts KB': kilobytes(font),
        'other KB': kilobytes(other),
        'first paint s': fixed(first / 1000, 2),
        'largest s': fixed(largest / 1000, 2),
        'whole text s': fixed(whole / 1000, 2),
        'first to bare': ratio(first, bare?.first),
        'whole to bare': ratio(whole, bare?.whole),
        shift: fixed(shift, 3),
        'blocking ms': grouped(blocking),
        'next chapter ms': reading.next === undefined ? '' : grouped(reading.next),
      };
    }),
  );
}

/** What it costs to search, against ours in the same book. */
export function tableOfSearches(measured: Measured[]): string {
  return toMarkdown(
    measured.flatMap(({ chapters, system, reading }) => {
      if (!reading?.search) return [];
      const { cold, warm } = reading.search;
      const ours = find(measured, chapters, OURS)?.reading?.search;
      const secondsOf = ({ found, wait }: Searches) =>
        found > 0 ? fixed(wait / 1000, 2) : NOTHING;
      return {
        chapters: grouped(chapters),
        system,
        found: `${cold.found} of ${cold.asked}`,
        'cold s': secondsOf(cold),
        'cold KB': kilobytes(cold.bytes),
        'cold requests': grouped(cold.requests),
        'time to ours': cold.found > 0 ? ratio(cold.wait, ours?.cold.wait) : NOTHING,
        'KB to ours': ratio(cold.bytes, ours?.cold.bytes),
        'warm s': secondsOf(warm),
        'warm KB': kilobytes(warm.bytes),
      };
    }),
  );
}

/**
 * A table in Markdown, aligned as it is read in a terminal: the columns are those of the first row, and
 * columns of numbers are flush right.
 */
export function toMarkdown(rows: Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => {
    const cells = rows.map((row) => row[name] ?? '');
    const isRight = cells.every((cell) => /^[\d.,]+$|^–$/.test(cell));
    const width = Math.max(name.length, ...cells.map((cell) => cell.length));
    const pad = (cell: string) => (isRight ? cell.padStart(width) : cell.padEnd(width));
    const rule = isRight ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
    return [pad(name), rule, ...cells.map(pad)];
  });
  const lines = (columns[0] ?? []).map((_, line) => columns.map((column) => column[line]));
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function find(measured: Measured[], chapters: number, system: string): Measured | undefined {
  return measured.find((one) => one.chapters === chapters && one.system === system);
}

function ratio(value: number, to: number | undefined): string {
  return to ? fixed(value / to, 2) : NOTHING;
}

const kilobytes = (bytes: number) => fixed(bytes / 1024, 1);

const fixed = (value: number, digits: number) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const grouped = (value: number) => fixed(value, 0);
