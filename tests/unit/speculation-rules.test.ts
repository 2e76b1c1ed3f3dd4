import { describe, expect, it } from 'vitest';
import { backlinksPath, chapterPath, PAGES, sharePath } from '../../src/handbook/address.ts';
import { speculationRules } from '../../src/handbook/speculation-rules.ts';

describe.each(['/', '/waymark/'])('what a browser makes ready, below %s', (base) => {
  const rules: { where: { and: [{ href_matches: string }, object] } }[] = JSON.parse(
    speculationRules({ base }),
  ).prerender;
  const host = 'https://handbook.example';
  const patterns = rules.map(({ where }) => new URLPattern(where.and[0].href_matches, host));
  const matches = (path: string) =>
    patterns.every((pattern) => pattern.test(`${host}${base.slice(0, -1)}${path}`));

  it('is a chapter, from its beginning or from a section', () => {
    const chapter = chapterPath('letting-go');
    for (const more of ['', '#second-shift', '?highlight=evening#second-shift']) {
      expect(matches(chapter + more), more).toBe(true);
    }
  });

  it('is nothing else', () => {
    const others = [
      ...Object.values(PAGES),
      sharePath('second-shift'),
      backlinksPath('letting-go'),
    ];
    expect(others.filter(matches)).toEqual([]);
  });

  it('can stand in a script as it is', () => {
    expect(speculationRules({ base })).not.toContain('<');
  });
});
