import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { connectFormer, sharesPassage } from '../../src/handbook/connect-former.ts';
import type { Moved } from '../../src/handbook/handbook.ts';
import { EMPTY_LEDGER, type Ledger } from '../../src/handbook/ledger.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { publishedSchema } from '../../src/handbook/schema.ts';
import { changedFixture, FIXTURE, removeTemporaryFolders } from '../support/build.ts';

afterAll(removeTemporaryFolders);

const PUBLIC = path.resolve('public');

/** The fixture with changes, as it stands to a ledger. */
async function handbookWith(ledger: Ledger, edits: Parameters<typeof changedFixture>[0] = {}) {
  const book = await loadHandbook(await changedFixture(edits), PUBLIC);
  connectFormer(book, ledger);
  return book;
}

const published = { first: '2026-11-28', changed: '2026-11-28', digest: 'a00000000000' };
const ledgerOf = (data: object) => publishedSchema.parse(data);
const led = (moved: Moved[]) => moved.map(({ id, to }) => [id, to.path]);

describe('a page at an old address', () => {
  it('stands at that of a chapter and leads from there to all that stood on it', async () => {
    const { formerPages } = await handbookWith(EMPTY_LEDGER);
    const [page] = formerPages;
    expect(page).toMatchObject({ kind: 'chapter', address: '/chapters/further-steps/' });
    expect(page?.to.path).toBe('/chapters/second-steps/');
    expect(led(page?.moved ?? [])).toEqual([
      ['stones', '/chapters/second-steps/#stones'],
      ['rocks', '/chapters/second-steps/#stones'],
    ]);
  });

  it('leads to what was published there, once a ledger tells, and to nothing else', async () => {
    const { formerPages } = await handbookWith(
      ledgerOf({
        chapter: { 'further-steps': published },
        section: { boots: { ...published, in: ['further-steps', 'first-steps'] } },
      }),
    );
    expect(led(formerPages[0]?.moved ?? [])).toEqual([['boots', '/chapters/first-steps/#boots']]);
  });

  it('stands at the share page of a section, and holds the passage', async () => {
    const { formerPages } = await handbookWith(EMPTY_LEDGER);
    expect(formerPages.map(({ address, to }) => [address, to.path])).toContainEqual([
      '/s/rocks/',
      '/chapters/second-steps/#stones',
    ]);
    expect(formerPages.filter(sharesPassage).map(({ id }) => id)).toEqual(['rocks']);
  });

  it('stands at the share page of a section that went into a chapter, and holds no passage', async () => {
    const { formerPages } = await handbookWith(
      ledgerOf({ section: { 'further-steps': { ...published, in: ['second-steps'] } } }),
    );
    expect(formerPages.map(({ kind, address, to }) => [kind, address, to.path])).toEqual([
      ['section', '/s/further-steps/', '/chapters/second-steps/'],
      ['section', '/s/rocks/', '/chapters/second-steps/#stones'],
    ]);
    expect(formerPages.filter(sharesPassage).map(({ id }) => id)).toEqual(['rocks']);
  });

  it('stands at that of a chapter that went into a section', async () => {
    const { formerPages } = await handbookWith(ledgerOf({ chapter: { rocks: published } }));
    expect(formerPages.map(({ address, to }) => [address, to.path])).toContainEqual([
      '/chapters/rocks/',
      '/chapters/second-steps/#stones',
    ]);
  });

  it('stands at that of a source, a topic and a pathway', async () => {
    const { formerPages } = await handbookWith(EMPTY_LEDGER, {
      'sources/on-walking.yaml': (text) => `${text}formerly: [on-strolling]\n`,
      'topics.yaml': (text) => `${text}  formerly: [sleeping]\n`,
      'pathways.yaml': (text) => `${text}  formerly: [a-stranger]\n`,
      'glossary.yaml': (text) => `${text}  formerly: [path]\n`,
    });
    expect(formerPages.slice(2).map(({ address, to }) => [address, to.path])).toEqual([
      ['/sources/on-strolling/', '/sources/on-walking/'],
      ['/topics/sleeping/', '/topics/resting/'],
      ['/pathways/a-stranger/', '/pathways/new-here/'],
    ]);
    expect(led(formerPages[2]?.moved ?? [])).toEqual([
      ['walk-slowly', '/sources/on-walking/#walk-slowly'],
      ['rest-often', '/sources/on-walking/#rest-often'],
    ]);
  });

  it('is none where nothing was called anything else', async () => {
    const { formerPages } = await handbookWith(EMPTY_LEDGER, {
      'chapters/second-steps.mdx': (text) => text.replaceAll(/ *formerly: .*\n/g, ''),
    });
    expect(formerPages).toEqual([]);
  });
});

describe('what has left the page of a chapter or a source', () => {
  const chapters = { 'first-steps': published, 'second-steps': published };

  it('is known to it, with where it is now', async () => {
    const { chapters: all } = await handbookWith(
      ledgerOf({
        chapter: chapters,
        section: {
          laces: { ...published, in: ['second-steps', 'first-steps'] },
          rocks: { ...published, in: ['first-steps'] },
          'further-steps': { ...published, in: ['first-steps', 'second-steps'] },
          boots: { ...published, in: ['first-steps'] },
        },
      }),
    );
    expect(all.map(({ moved }) => led(moved))).toEqual([
      [
        ['rocks', '/chapters/second-steps/#stones'],
        ['further-steps', '/chapters/second-steps/'],
      ],
      [['laces', '/chapters/first-steps/#laces']],
    ]);
  });

  it('is known to it where it is a claim', async () => {
    const { sources } = await handbookWith(
      ledgerOf({
        source: { 'on-walking': published, 'on-resting': published },
        claim: { 'rest-often': { ...published, in: ['on-walking', 'on-resting'] } },
      }),
      {
        'sources/on-resting.yaml': () =>
          [
            'title: On Resting',
            'short: On Resting',
            'author: A. Writer',
            'about: Writes.',
            'url: https://essays.example/on-resting',
            'published: "2021-05-01"',
            'where: A site of essays.',
            'outline:\n  The end: Why one stops.',
            'claims:\n  rest-often:\n    text: Who rests, goes further.\n    where: The end\n    kind: claim',
            '    topics: [resting]\n    audience: [manager]\n',
          ].join('\n'),
        'sources/on-walking.yaml': (text) => text.replace(/ {2}rest-often:[\s\S]*/, ''),
        'chapters/second-steps.mdx': (text) =>
          text.replace('/sources/on-walking/#rest', '/sources/on-resting/#rest'),
      },
    );
    expect(sources.map(({ key, moved }) => [key, led(moved)])).toEqual([
      ['on-resting', []],
      ['on-walking', [['rest-often', '/sources/on-resting/#rest-often']]],
    ]);
  });

  it('is nothing in a book that was never published', async () => {
    const { chapters: all, sources } = await loadHandbook(FIXTURE, PUBLIC);
    expect([...all, ...sources].flatMap(({ moved }) => moved)).toEqual([]);
  });
});
