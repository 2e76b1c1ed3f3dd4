import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../folders.ts';
import { createHandbook } from '../handbook/create-handbook.ts';
import {
  compareLedgers,
  EMPTY_LEDGER,
  formatLedger,
  LEDGER_FILE,
  updateLedger,
} from '../handbook/ledger.ts';
import { loadContent } from '../handbook/load.ts';
import { count } from '../handbook/prose.ts';
import { OptionError, readOptions } from './options.ts';

/** Ids of the book that the ledger doesn't have. */
class LedgerError extends Error {
  override name = 'LedgerError';
}

/**
 * `npm run publish-ids [-- --date DAY]`: brings the ledger of published ids up to date; DAY, such as
 * `2026-11-28`, stands in for today. With `--check` nothing is written, and it is an error where an id
 * is not recorded; that a text has changed since is not, so that a small correction can go out alone.
 *
 * @throws {ContentError} with every problem of the content: a published id that is lost is one
 * @throws {LedgerError} with every id that is not recorded where it stands
 */
export default async function publishIds(args: string[]): Promise<void> {
  const { check, date } = readOptions(args, {
    check: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  });
  if (!isDay(date)) {
    throw new OptionError(`--date is "${date}"; expected a day such as "2026-11-28".`);
  }
  const content = await loadContent(CONTENT_FOLDER, PUBLIC_FOLDER);
  const before = content.published?.data ?? EMPTY_LEDGER;
  const after = updateLedger(before, createHandbook(content), date);
  const { added, moved, changed } = compareLedgers(before, after);
  if (check) {
    if (added.length + moved.length > 0) throw new LedgerError(tellMissing(added, moved));
    console.log(`Every id is in the ledger; ${count(changed.length, 'text')} changed since.`);
    return;
  }
  await writeFile(path.join(CONTENT_FOLDER, LEDGER_FILE), formatLedger(after));
  console.log(
    `${LEDGER_FILE}: ${count(added.length, 'id')} added, ${moved.length} moved, ${changed.length} with another text.`,
  );
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function tellMissing(added: string[], moved: string[]): string {
  const told = [
    { what: 'not recorded', ids: added },
    { what: 'not recorded where it stands', ids: moved },
  ];
  return [
    `${count(added.length + moved.length, 'id')} missing in ${LEDGER_FILE}`,
    ...told.flatMap(({ what, ids }) => ids.map((id) => `  ${id}, ${what}`)),
    'Run "npm run publish-ids" and commit the file: from then on they are kept for ever.',
  ].join('\n');
}
