import { describe, expect, it } from 'vitest';
import {
  BARE,
  type Measured,
  OURS,
  tableOfBuilds,
  tableOfPages,
  tableOfSearches,
  toMarkdown,
} from '../../bench/tables.ts';

const searches = (found: number, wait: number, bytes: number) => ({
  ...{ found, asked: 5, wait, bytes, requests: 9 },
});

/** A system that takes so many times as long as ours for everything. */
const measured = (system: string, times: number, found = 5): Measured => ({
  chapters: 1000,
  system,
  build: {
    cost: { wall: 20_000 * times, cpu: 30_000 * times, memory: 0 },
    output: { files: 2000, bytes: 3e7 },
  },
  reading: {
    chapter: {
      sent: {
        requests: 3,
        bytes: 14 * 1024,
        byKind: { html: 10 * 1024, css: 0, script: 4 * 1024, font: 0, other: 0 },
      },
      first: 500 * times,
      largest: 500 * times,
      whole: 600 * times,
      shift: 0,
      blocking: 0,
    },
    next: 80 * times,
    search: {
      cold: searches(found, 800 * times, 5120 * times),
      warm: searches(found, 100 * times, 0),
    },
  },
});

const ours = measured(OURS, 1);
const other = measured('Other', 2);
const bare: Measured = { ...measured(BARE, 0.5), build: undefined };

/** The cells of a column. */
function column(table: string, name: string): string[] {
  const [names = [], , ...rows] = table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((cells) => cells[names.indexOf(name)] ?? '');
}

describe('the tables', () => {
  it('compare what builds take with ours, and leave out what nothing builds', () => {
    const table = tableOfBuilds([bare, ours, other]);
    expect(column(table, 'system')).toEqual([OURS, 'Other']);
    expect(column(table, 'chapters')).toEqual(['1,000', '1,000']);
    expect(column(table, 'wall s')).toEqual(['20.0', '40.0']);
    expect(column(table, 'ms a chapter')).toEqual(['20', '40']);
    expect(column(table, 'wall to ours')).toEqual(['1.00', '2.00']);
    expect(column(table, 'memory MB')).toEqual(['–', '–']);
  });

  it('compare what pages take with a bare one of the same book', () => {
    const another = { ...bare, chapters: 25 };
    const table = tableOfPages([another, bare, ours, other]);
    expect(column(table, 'first to bare')).toEqual(['1.00', '1.00', '2.00', '4.00']);
    expect(column(table, 'first paint s')).toEqual(['0.25', '0.25', '0.50', '1.00']);
    expect(column(table, 'script KB')).toEqual(['4.0', '4.0', '4.0', '4.0']);
  });

  it('compare what searches take with ours, and give no time to those that find nothing', () => {
    const table = tableOfSearches([ours, other, measured('Lost', 1, 0)]);
    expect(column(table, 'found')).toEqual(['5 of 5', '5 of 5', '0 of 5']);
    expect(column(table, 'time to ours')).toEqual(['1.00', '2.00', '–']);
    expect(column(table, 'KB to ours')).toEqual(['1.00', '2.00', '1.00']);
    expect(column(table, 'cold s')).toEqual(['0.80', '1.60', '–']);
  });

  it('have no ratio to what was not measured', () => {
    expect(column(tableOfPages([other]), 'whole to bare')).toEqual(['–']);
  });
});

it('writes a table in Markdown, with its columns aligned', () => {
  const rows = [
    { system: 'Ours', files: '9' },
    { system: 'Another', files: '1,234' },
  ];
  expect(toMarkdown(rows)).toBe(
    [
      '| system  | files |',
      '| ------- | ----: |',
      '| Ours    |     9 |',
      '| Another | 1,234 |',
    ].join('\n'),
  );
});
