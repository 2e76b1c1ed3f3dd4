import { describe, expect, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { readPages, SITES } from '../support/pages.ts';

describe.each(SITES)('ids in $name', ({ site }) => {
  const { chapters, sources, ...lists } = readCatalog(site);
  const { glossary, disagreements, literature, comparison, careers } = lists;
  const sections = chapters.flatMap((chapter) => chapter.sections);
  const claims = sources.flatMap((source) => source.claims);
  const published = new Set(
    [
      ...[chapters, sections, claims],
      ...[glossary, disagreements, literature, comparison, careers],
    ].flatMap((list) => list.flatMap(({ id, formerly }) => [id, ...formerly])),
  );
  const ids = readPages(site).map((page) => ({
    path: page.path,
    ids: page
      .$('[id]')
      .toArray()
      .map(({ attribs }) => attribs.id ?? ''),
  }));

  it('stand once on a page', () => {
    const doubled = ids.flatMap(({ path, ids }) =>
      ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path} has #${id} twice`),
    );
    expect(ids.flatMap(({ ids }) => ids)).not.toEqual([]);
    expect(doubled).toEqual([]);
  });

  it('begin with an underscore where nobody has published them', () => {
    const stray = ids.flatMap(({ path, ids }) =>
      ids.filter((id) => !id.startsWith('_') && !published.has(id)).map((id) => `${path}#${id}`),
    );
    expect(stray).toEqual([]);
  });
});
