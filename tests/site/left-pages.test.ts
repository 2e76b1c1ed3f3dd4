import { describe, expect, it } from 'vitest';
import { DATA_SCRIPT, filesOf, readFile, readPages, SITES } from '../support/pages.ts';

// A browser keeps a page that is left, and going back shows it at once, unless something stands against it.
describe.each(SITES)('pages of $name that are left', ({ site }) => {
  it('wait for nothing before they go', () => {
    const files = filesOf(site)
      .filter((file) => file.endsWith('.js'))
      .map((file) => ({ place: file, code: readFile(site, file) }));
    const inline = readPages(site).flatMap(({ path, $ }) =>
      $('script:not([src])')
        .not(DATA_SCRIPT)
        .toArray()
        .map((node) => ({ place: path, code: $(node).html() ?? '' })),
    );
    const waiting = [...files, ...inline].filter(({ code }) =>
      /\b(on)?(before)?unload\b/.test(code),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(waiting.map(({ place }) => place)).toEqual([]);
  });

  it('are kept as far as hosts are told', () => {
    expect(readFile(site, '/_headers')).not.toMatch(/no-store/i);
  });
});
