import { describe, expect, it } from 'vitest';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../src/folders.ts';
import { loadHandbook } from '../../src/handbook/load.ts';

const book = await loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER);
const claims = book.sources.flatMap((source) => source.claims);
const sections = [...book.sections.values()];

describe('the book', () => {
  it('cites every claim of its sources in a section, or says why it does not', () => {
    const untold = claims.filter(({ sections, omit }) => sections.length === 0 && !omit);
    expect(untold.map(({ id }) => id)).toEqual([]);
    expect(claims).not.toEqual([]);
  });

  it('gives no reason for leaving out a claim that a section cites', () => {
    const told = claims.filter(({ sections, omit }) => sections.length > 0 && omit);
    expect(told.map(({ id }) => id)).toEqual([]);
  });

  it('cites no more claims in a section than a section can really say', () => {
    const crowded = sections.filter((section) => section.claims.length > 6);
    expect(crowded.map(({ id }) => id)).toEqual([]);
  });

  it('shows every disagreement of its sources where a reader needs it', () => {
    const unplaced = [...book.disagreements.values()].filter(
      ({ sections }) => sections.length === 0,
    );
    expect(unplaced.map(({ id }) => id)).toEqual([]);
    expect(book.disagreements.size).toBeGreaterThan(0);
  });

  it('names only works of which something is claimed where it draws on the literature', () => {
    const works = book.literature.flatMap((group) => group.works);
    const drawnOn = works.filter(({ says, sections }) => !says && sections.length > 0);
    expect(drawnOn.map(({ id }) => id)).toEqual([]);
    expect(works).not.toEqual([]);
  });
});
