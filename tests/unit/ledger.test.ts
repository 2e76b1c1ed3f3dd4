import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Handbook } from '../../src/handbook/handbook.ts';
import { KINDS } from '../../src/handbook/kinds.ts';
import {
  compareLedgers,
  EMPTY_LEDGER,
  findPublished,
  formatLedger,
  type Ledger,
  updateLedger,
} from '../../src/handbook/ledger.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { publishedSchema } from '../../src/handbook/schema.ts';
import { parseYaml } from '../../src/handbook/yaml.ts';
import { changedFixture, FIXTURE, removeTemporaryFolders } from '../support/build.ts';

afterAll(removeTemporaryFolders);

const PUBLIC = path.resolve('public');
const FIRST = 'chapters/first-steps.mdx';
const SECOND = 'chapters/second-steps.mdx';
const SOURCE = 'sources/on-walking.yaml';

const book = await loadHandbook(FIXTURE, PUBLIC);
const ledger = updateLedger(EMPTY_LEDGER, book, '2026-11-28');

const changed = async (edits: Parameters<typeof changedFixture>[0]): Promise<Handbook> =>
  loadHandbook(await changedFixture(edits), PUBLIC);
/** The ledger a year later, of a handbook that has changed. */
const later = async (edits: Parameters<typeof changedFixture>[0]): Promise<Ledger> =>
  updateLedger(ledger, await changed(edits), '2027-11-28');

describe('a first ledger', () => {
  it('has every id of the handbook by its kind, former ones too', () => {
    expect(Object.fromEntries(KINDS.map((kind) => [kind, Object.keys(ledger[kind])]))).toEqual({
      chapter: ['first-steps', 'further-steps', 'second-steps'],
      section: ['boots', 'laces', 'maps', 'rocks', 'stones'],
      source: ['on-walking'],
      claim: ['rest-often', 'walk-slowly'],
      topic: ['resting', 'walking'],
      term: ['boot', 'trail'],
      disagreement: ['slow-or-far'],
      work: ['rests', 'walks'],
      row: ['the-pace'],
      pathway: ['new-here'],
      career: ['a-writer'],
    });
  });

  it('says of each that it was published today, and what it stands for by a digest', () => {
    for (const kind of KINDS) {
      for (const publication of Object.values(ledger[kind])) {
        expect(publication).toMatchObject({ first: '2026-11-28', changed: '2026-11-28' });
        expect(publication.digest).toMatch(/^[0-9a-f]{12}$/);
      }
    }
  });

  it('says in which chapter or source a section or a claim stands, at its former address too', () => {
    expect(ledger.section.boots?.in).toEqual(['first-steps']);
    expect(ledger.section.stones?.in).toEqual(['further-steps', 'second-steps']);
    expect(ledger.section.rocks?.in).toEqual(['further-steps', 'second-steps']);
    expect(ledger.claim['rest-often']?.in).toEqual(['on-walking']);
    expect(ledger.chapter['first-steps']).not.toHaveProperty('in');
  });
});

describe('a ledger that is brought up to date', () => {
  it('stays as it is while nothing changes, on whatever day', () => {
    const again = updateLedger(ledger, book, '2030-01-01');
    expect(again).toEqual(ledger);
    expect(formatLedger(again)).toBe(formatLedger(ledger));
  });

  it('leaves the one that it was made from as it was', async () => {
    const before = structuredClone(ledger);
    await later({ [SECOND]: (text) => text.replace('# Stones', '# Rocks') });
    expect(ledger).toEqual(before);
  });

  it('says when a text has changed, and when it was first published', async () => {
    const { section } = await later({
      [SECOND]: (text) => text.replace('# Stones are', '# Stones were'),
    });
    expect(section.stones).toMatchObject({ first: '2026-11-28', changed: '2027-11-28' });
    expect(section.boots).toEqual(ledger.section.boots);
  });

  it('adds what is new', async () => {
    const { term } = await later({
      'glossary.yaml': (text) => `${text}sock:\n  term: sock\n  meaning: Goes within.\n`,
    });
    expect(Object.keys(term)).toEqual(['boot', 'sock', 'trail']);
    expect(term.sock).toMatchObject({ first: '2027-11-28', changed: '2027-11-28' });
  });

  it('keeps what is gone as it was, for ever', async () => {
    const gone = await later({
      'glossary.yaml': (text) => text.replace('boot:\n', 'shoe:\n  formerly: [boot]\n'),
      [FIRST]: (text) => text.replace('#boot)', '#shoe)'),
    });
    expect(gone.term.boot).toEqual(ledger.term.boot);
    expect(gone.term.shoe).toMatchObject({ first: '2027-11-28' });
  });

  it('knows every chapter that a section has stood in', async () => {
    const maps = /## Maps help[\s\S]*/;
    const text = await readFile(path.join(FIXTURE, FIRST), 'utf8');
    const moved = await later({
      [FIRST]: () =>
        text
          .replace(maps, '')
          .replace(/ {2}maps:\n(?: {4}.*\n)+/, '')
          .replace('[Maps](#maps)', 'Maps'),
      [SECOND]: (second) =>
        `${second.replace('  stones:', '  maps:\n    claims: [rest-often]\n    questions: [Where am I?]\n  stones:')}\n${maps.exec(text)}`,
    });
    expect(moved.section.maps?.in).toEqual(['first-steps', 'second-steps']);
    expect(compareLedgers(ledger, moved).moved).toEqual(['section maps']);
  });

  it('keeps a section under its kind when it goes into a chapter', async () => {
    const merged = await later({
      [SECOND]: (text) =>
        text
          .replace('[further-steps]', '[further-steps, rocks]')
          .replace('    formerly: [rocks]\n', ''),
    });
    expect(merged.section.rocks).toEqual(ledger.section.rocks);
    expect(merged.chapter).not.toHaveProperty('rocks');
  });
});

describe('what an id stands for', () => {
  it.each<[string, string, string, string, string[]]>([
    ['title of a chapter', FIRST, 'First steps', 'Early steps', ['chapter first-steps']],
    ['opening', FIRST, 'An opening', 'A beginning', ['chapter first-steps']],
    ['text', FIRST, 'A knot is', 'Knots are', ['chapter first-steps', 'section laces']],
    ['prompt', SECOND, 'What helped?', 'Who helped?', ['chapter second-steps']],
    ['essay', SOURCE, 'A site of essays.', 'A book.', ['source on-walking']],
    ['claim', SOURCE, 'Who rests', 'Who sleeps', ['claim rest-often']],
    ['topic', 'topics.yaml', 'Going on foot.', 'On foot.', ['topic walking']],
    ['term', 'glossary.yaml', 'Where a walker goes.', 'A way.', ['term trail']],
    ['work', 'literature.yaml', 'as the light lasts', 'as one can', ['work walks']],
    ['cell', 'comparison.yaml', 'As fast as you like.', 'Fast.', ['row the-pace']],
    ['step', 'pathways.yaml', 'Which boots lasted?', 'Which?', ['pathway new-here']],
    ['station', 'careers.yaml', 'Rests often.', 'Rests.', ['career a-writer']],
    [
      'position',
      'disagreements.yaml',
      'Begin slowly.',
      'Begin.',
      ['chapter first-steps', 'section maps', 'disagreement slow-or-far'],
    ],
  ])('is all that a reader sees of it: %s', async (_, file, before, after, ids) => {
    const next = await later({ [file]: (text) => text.replace(before, after) });
    expect(compareLedgers(ledger, next)).toEqual({ added: [], moved: [], changed: ids });
  });
});

describe('the file of a ledger', () => {
  const text = formatLedger(ledger);

  it('reads as what was written', () => {
    expect(parseYaml(text, publishedSchema, { file: 'published.yaml' }).yaml?.data).toEqual(ledger);
  });

  it('has a line for each id, in order', () => {
    const ids = KINDS.flatMap((kind) => Object.keys(ledger[kind]));
    const lines = text.split('\n').filter((line) => /^ {2}\S/.test(line));
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual(ids);
    expect(lines).toContain(
      `  rocks: { first: 2026-11-28, changed: 2026-11-28, digest: ${ledger.section.rocks?.digest}, in: [ further-steps, second-steps ] }`,
    );
  });

  it('says what it is', () => {
    expect(text).toMatch(/^# Every id that this handbook has published/);
  });

  it('keeps apart what YAML takes for numbers', () => {
    const digest = '123456789e01';
    const numeric = {
      ...EMPTY_LEDGER,
      term: { '1': { first: '2026-11-28', changed: '2026-11-28', digest } },
    };
    const { yaml } = parseYaml(formatLedger(numeric), publishedSchema, { file: 'published.yaml' });
    expect(yaml?.data).toEqual(numeric);
  });
});

describe('an id that is looked up in a ledger', () => {
  it('may be that of the other kind where chapters and sections share theirs', () => {
    expect(findPublished(ledger, 'chapter', 'boots')?.kind).toBe('section');
    expect(findPublished(ledger, 'section', 'first-steps')?.kind).toBe('chapter');
  });

  it('is none of another kind, nor what every object has', () => {
    expect(findPublished(ledger, 'term', 'boots')).toBeUndefined();
    expect(findPublished(ledger, 'term', 'constructor')).toBeUndefined();
  });
});
