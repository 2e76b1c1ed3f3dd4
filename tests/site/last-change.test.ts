import { describe, expect, it } from 'vitest';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the last change of a chapter of $name', ({ site, book }) => {
  const pages = readPages(site);
  const shown = book.chapters.map(({ id }) => {
    const { $ } = pageAt(pages, `/chapters/${id}/`);
    const times = $('time').toArray();
    return {
      id,
      days: times.map((time) => $(time).attr('datetime') ?? ''),
      text: plain($('time').text()),
    };
  });

  it('is shown where the ledger tells it, and nowhere else', () => {
    const told = book.chapters.map(({ published }) => (published ? [published.changed] : []));
    expect(told).not.toEqual([]);
    expect(shown.map(({ days }) => days)).toEqual(told);
  });

  it('is a day of the calendar that has come, said in words too', () => {
    // A clock elsewhere may be a day ahead.
    const tomorrow = Date.now() + 24 * 60 * 60 * 1_000;
    for (const { id, days, text } of shown) {
      for (const day of days) {
        expect(day, id).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(new Date(day).toISOString().slice(0, 10), id).toBe(day);
        expect(new Date(day).getTime(), id).toBeLessThan(tomorrow);
        expect(new Date(`${text} UTC`).toISOString().slice(0, 10), id).toBe(day);
      }
    }
    expect(shown.length).toBe(book.chapters.length);
  });
});
