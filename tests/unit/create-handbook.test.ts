import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/handbook/content.ts';
import { createHandbook } from '../../src/handbook/create-handbook.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { changedFixture, FIXTURE, removeTemporaryFolders } from '../support/build.ts';

afterAll(removeTemporaryFolders);

const PUBLIC = path.resolve('public');
const book = await loadHandbook(FIXTURE, PUBLIC);

/** The fixture's handbook with changes of its files. */
const changed = async (edits: Parameters<typeof changedFixture>[0]) =>
  loadHandbook(await changedFixture(edits), PUBLIC);

const ids = (entries: Iterable<{ id: string }>) => [...entries].map(({ id }) => id);
const section = (id: string) => book.sections.get(id);

describe('parts', () => {
  it('are numbered from 1 in the order of handbook.yaml', () => {
    expect(book.parts.map(({ id, number, track }) => [id, number, track])).toEqual([
      ['start', 1, 'both'],
      ['onward', 2, 'people'],
      ['later', 3, 'craft'],
    ]);
  });

  it('hold their chapters, and none while they are only planned', () => {
    expect(book.parts.map(({ chapters }) => ids(chapters))).toEqual([
      ['first-steps'],
      ['second-steps'],
      [],
    ]);
  });
});

describe('chapters', () => {
  it('stand in the order of the book', () => {
    expect(ids(book.chapters)).toEqual(['first-steps', 'second-steps']);
  });

  it('stand in the order of handbook.yaml, whatever their files are called', async () => {
    const { chapters } = await changed({
      'handbook.yaml': (text) =>
        text
          .replace('chapters: [first-steps]', 'chapters: [second-steps, first-steps]')
          .replace('chapters: [second-steps]\n', 'chapters: []\n'),
    });
    expect(ids(chapters)).toEqual(['second-steps', 'first-steps']);
  });

  it('know their part, their topics and their former ids', () => {
    const chapter = book.chapters[1];
    expect(chapter?.part).toBe(book.parts[1]);
    expect(chapter?.topics).toEqual([book.topics[1]]);
    expect(chapter?.formerly).toEqual(['further-steps']);
  });

  it('are as long as their text with all sections', () => {
    expect(book.chapters.map(({ words, minutes }) => [words, minutes])).toEqual([
      [8 + 13 + 10 + 47, 1],
      [21, 1],
    ]);
  });
});

describe('sections', () => {
  it('are found by their ids, in the order of the book', () => {
    expect([...book.sections.keys()]).toEqual(['boots', 'laces', 'maps', 'stones']);
    expect(section('stones')?.chapter).toBe(book.chapters[1]);
  });

  it('of level 2 have those of level 3 that follow as subsections', () => {
    expect([...book.sections.values()].map(({ subsections }) => ids(subsections))).toEqual([
      ['laces'],
      [],
      [],
      [],
    ]);
  });

  it.each([
    [201, 220, 1],
    [202, 221, 2],
  ])(
    'take as long as they and their subsections: with %i more words',
    async (more, all, minutes) => {
      const { sections } = await changed({
        'chapters/first-steps.mdx': (text) =>
          text.replace('A knot is enough.', 'word '.repeat(more)),
      });
      const [boots, laces] = ['boots', 'laces'].map((id) => sections.get(id));
      expect(boots?.words).toBe(13);
      expect(laces).toMatchObject({ words: all - 13, minutes: 1 });
      expect(boots?.minutes).toBe(minutes);
    },
  );

  it('have the topics of their claims, in the order of topics.yaml', async () => {
    const { sections } = await changed({
      'chapters/first-steps.mdx': (text) =>
        text.replace('[walk-slowly, rest-often]', '[rest-often, walk-slowly]'),
    });
    expect(ids(sections.get('boots')?.topics ?? [])).toEqual(['walking', 'resting']);
    expect(ids(sections.get('boots')?.claims ?? [])).toEqual(['rest-often', 'walk-slowly']);
    expect(sections.get('laces')?.topics).toEqual([]);
  });

  it('know where they stand, what they answer and what they were called', () => {
    expect(section('boots')?.basis).toBe('essays');
    expect(section('laces')?.basis).toBe('ours');
    expect(section('stones')?.questions).toEqual(['What do I do about stones?']);
    expect(section('stones')?.formerly).toEqual(['rocks']);
  });

  it('know the words that search finds them by, if there are any', () => {
    expect(section('stones')?.keywords).toEqual(['cobbles', 'rough ground']);
    expect(section('boots')?.keywords).toEqual([]);
  });
});

describe('sources', () => {
  const [source] = book.sources;

  it('hold their claims, also by the places of the outline', () => {
    expect(ids(source?.claims ?? [])).toEqual(['walk-slowly', 'rest-often']);
    expect(source?.outline.map(({ where, claims }) => [where, ids(claims)])).toEqual([
      ['The start', ['walk-slowly']],
      ['The end', ['rest-often']],
    ]);
  });

  it('are named by their file, and dated by a day', () => {
    expect(source?.key).toBe('on-walking');
    expect(source?.published.toISOString()).toBe('2020-05-01T00:00:00.000Z');
  });

  it('are known to their claims, as are the sections that cite them', () => {
    expect(source?.claims.map((claim) => claim.source)).toEqual([source, source]);
    expect(source?.claims.map(({ sections }) => ids(sections))).toEqual([
      ['boots'],
      ['boots', 'maps', 'stones'],
    ]);
  });
});

describe('topics', () => {
  it('know their chapters, sections and claims', () => {
    expect(
      book.topics.map(({ id, chapters, sections, claims }) => ({
        id,
        chapters: ids(chapters),
        sections: ids(sections),
        claims: ids(claims),
      })),
    ).toEqual([
      { id: 'walking', chapters: ['first-steps'], sections: ['boots'], claims: ['walk-slowly'] },
      {
        id: 'resting',
        chapters: ['second-steps'],
        sections: ['boots', 'maps', 'stones'],
        claims: ['rest-often'],
      },
    ]);
  });
});

describe('the handbook', () => {
  it('typesets the texts of YAML files and frontmatter', async () => {
    const straight = `It's "it"`;
    const yaml = JSON.stringify(straight);
    const typeset = await changed({
      'handbook.yaml': (text) =>
        text
          .replace('Fieldnotes', yaml)
          .replace('Two paths, in short.', yaml)
          .replace('A small handbook that the tests build and break.', yaml)
          .replace('title: Start', `title: ${yaml}`),
      'pathways.yaml': (text) => text.replace('I am new here', yaml),
      'topics.yaml': (text) =>
        text.replace('title: Walking', `title: ${yaml}`).replace('Going on foot.', yaml),
      'sources/on-walking.yaml': (text) =>
        text
          .replace('"On Walking: Notes"', yaml)
          .replace('short: On Walking', `short: ${yaml}`)
          .replace('Writes about walking.', yaml)
          .replace('A site of essays.', yaml)
          .replace('The last page is missing.', yaml)
          .replace('The start: Why one goes.', `${yaml}: ${yaml}`)
          .replace('where: The start', `where: ${yaml}`)
          .replace('It is well to begin slowly.', yaml)
          .replace('The writer gives no figure.', yaml),
      'chapters/first-steps.mdx': (text) =>
        text
          .replace('First steps', yaml)
          .replace('How to begin, in two sections.', yaml)
          .replace('What do I wear?', yaml)
          .replace('What did you wear last time?', yaml)
          .replace('What would you wear?', yaml),
    });
    const { title, tagline, description, parts, pathways, chapters, sources, topics } = typeset;
    const [source] = sources;
    const [place] = source?.outline ?? [];
    const [slowly, often] = source?.claims ?? [];
    const [chapter] = chapters;
    expect([
      [title, tagline, description, parts[0]?.title, pathways[0]?.situation],
      [topics[0]?.title, topics[0]?.about],
      [source?.title, source?.short, source?.about, source?.where, source?.notes[0]],
      [place?.where, place?.about, slowly?.text, slowly?.where, often?.note],
      [chapter?.title, chapter?.summary, chapter?.talk.reader[0], chapter?.talk.mentor[0]],
      [chapter?.sections[0]?.questions[0]],
    ]).toEqual([5, 2, 5, 5, 4, 1].map((length) => Array(length).fill('It’s “it”')));
    expect(place?.claims).toEqual([slowly]);
  });

  it('is refused where the content was not checked', async () => {
    const folder = await changedFixture({
      'handbook.yaml': (text) => text.replace('first-steps', 'no-steps'),
    });
    const { content } = readContent(folder, PUBLIC);
    expect(() => createHandbook(content)).toThrow(
      'chapter no-steps is missing: the content was not checked',
    );
  });
});

describe('the glossary', () => {
  it('is in alphabetical order, and knows the sections that mark a term', () => {
    expect(book.glossary.map(({ term, sections }) => [term, sections.map(({ id }) => id)])).toEqual(
      [
        ['B', ['boots']],
        ['trail', []],
      ],
    );
  });

  it('knows the chapters whose openings mark a term, each once', async () => {
    const mark = '[A trail](/glossary/#trail)';
    const { glossary } = await changed({
      'chapters/first-steps.mdx': (text) =>
        text.replace('An opening', `${mark}, ${mark}. An opening`),
    });
    expect(glossary.map(({ chapters }) => ids(chapters))).toEqual([[], ['first-steps']]);
  });

  it('knows the claims that a meaning rests on', () => {
    expect(book.glossary[0]?.claims.map(({ id }) => id)).toEqual(['walk-slowly']);
  });
});

describe('a work of the literature', () => {
  const [walks, rests] = book.literature.flatMap(({ works }) => works);

  it('stands under the question that it answers, in the order of the file', () => {
    expect(book.literature.map(({ question, works }) => [question, ids(works)])).toEqual([
      ['How far may one walk?', ['walks']],
      ['What else is there?', ['rests']],
    ]);
  });

  it('is known to the chapters that name it as further reading, and knows them', () => {
    expect(book.chapters.map(({ reading }) => reading)).toEqual([[walks], []]);
    expect(ids(walks?.chapters ?? [])).toEqual(['first-steps']);
  });

  it('knows the sections that refer to it', () => {
    expect(rests?.sections).toEqual([section('stones')]);
    expect(walks?.sections).toEqual([]);
  });

  it('lists a chapter once that names it as further reading and refers to it in its opening', async () => {
    const { literature } = await changed({
      'chapters/first-steps.mdx': (text) =>
        text.replace('An opening', '[An opening](/reading/#walks)'),
    });
    expect(literature[0]?.works.map(({ chapters }) => ids(chapters))).toEqual([['first-steps']]);
  });

  it('knows the claims that it agrees or argues with', () => {
    expect(walks?.stances.map(({ stance, claims }) => [stance, ids(claims)])).toEqual([
      ['argues', ['rest-often']],
      ['agrees', ['walk-slowly']],
    ]);
  });

  it('may be listed without anything being claimed of it', () => {
    expect(rests).toMatchObject({ says: undefined, stances: [], year: undefined, url: undefined });
  });
});

describe('the comparison of roles', () => {
  it('has a cell for each role in each row, in the order of the roles', () => {
    const { roles, rows } = book.comparison;
    expect(ids(roles)).toEqual(['walker', 'guide']);
    expect(rows.map(({ id, cells }) => [id, cells.map(({ role }) => role)])).toEqual([
      ['the-pace', roles],
    ]);
  });

  it('says of each cell what it rests on, and where there is more', () => {
    const [walker, guide] = book.comparison.rows[0]?.cells ?? [];
    expect(walker).toMatchObject({ basis: 'ours', claims: [], section: undefined });
    expect(ids(guide?.claims ?? [])).toEqual(['walk-slowly']);
    expect(guide?.section).toBe(section('stones'));
  });
});

describe('a pathway', () => {
  const [pathway] = book.pathways;

  it('leads by its sections in their order, with a question for each of the two', () => {
    expect(pathway?.steps).toEqual([
      {
        section: section('boots'),
        reader: 'Which boots do you have?',
        mentor: 'Which boots lasted?',
      },
      {
        section: section('stones'),
        reader: 'What is in the way?',
        mentor: 'What was in your way?',
      },
    ]);
  });

  it('takes as long as its sections', () => {
    expect(pathway?.minutes).toBe(2);
  });
});

describe('a career', () => {
  const stations = book.careers[0]?.stations ?? [];

  it('says when its stations began, as far as that is known', () => {
    expect(stations.map(({ from }) => from)).toEqual([
      { year: 1990, about: true },
      undefined,
      { year: 2020, about: false },
    ]);
  });

  it('names sections that cite as many of its claims in the order of the book', async () => {
    const { careers } = await changed({
      'careers.yaml': (text) => text.replace('[walk-slowly, rest-often]', '[rest-often]'),
      'chapters/first-steps.mdx': (text) =>
        text.replace('[walk-slowly, rest-often]', '[walk-slowly]'),
    });
    expect(careers[0]?.stations.map(({ sections }) => ids(sections))).toEqual([
      ['boots'],
      ['maps', 'stones'],
      ['maps', 'stones'],
    ]);
    const reversed = await changed({
      'careers.yaml': (text) =>
        text.replace('[walk-slowly, rest-often]', '[rest-often, walk-slowly]'),
      'chapters/first-steps.mdx': (text) =>
        text.replace('[walk-slowly, rest-often]', '[walk-slowly]'),
    });
    expect(ids(reversed.careers[0]?.stations[2]?.sections ?? [])).toEqual([
      'boots',
      'maps',
      'stones',
    ]);
  });

  it('leads to the sections that cite its claims, those that cite most of them first, and to three at most', () => {
    expect(stations.map(({ sections }) => ids(sections))).toEqual([
      ['boots'],
      ['boots', 'maps', 'stones'],
      ['boots', 'maps', 'stones'],
    ]);
  });
});

describe('what refers to a passage', () => {
  const backlinks = (id: string) => ids(section(id)?.backlinks ?? []);

  it('is known to sections and chapters, where it stands in another chapter', () => {
    expect(backlinks('boots')).toEqual(['stones']);
    expect(backlinks('stones')).toEqual(['maps']);
    expect(backlinks('maps')).toEqual([]);
  });

  it('is no matter for links without a fragment, or with a query', async () => {
    const { chapters, glossary } = await changed({
      'chapters/first-steps.mdx': (text) =>
        text.replace(
          'An opening',
          '[An](/glossary/#) [opening](/reading/#) [here](/chapters/second-steps/?highlight=x)',
        ),
    });
    expect(chapters[1]?.backlinks).toEqual([chapters[0]]);
    expect(glossary.flatMap((term) => term.chapters)).toEqual([]);
  });

  it('is named once for each place, however it links, and may be the opening of a chapter', async () => {
    const { chapters, sections } = await changed({
      'chapters/first-steps.mdx': (text) =>
        text
          .replace('An opening', '[An](/chapters/second-steps/) [opening](/s/stones/)')
          .replace('Laces hold', '[Laces](/s/stones/) [hold](/chapters/second-steps/#stones)'),
    });
    expect(chapters[1]?.backlinks).toEqual([chapters[0]]);
    expect(ids(sections.get('stones')?.backlinks ?? [])).toEqual(['first-steps', 'laces', 'maps']);
  });
});

describe('a topic', () => {
  it('has the terms that rest on its claims, and those that name it', async () => {
    const { topics } = await changed({
      'glossary.yaml': (text) => `${text}  topics: [resting]\n`,
    });
    expect(topics.map(({ id, terms }) => [id, ids(terms)])).toEqual([
      ['walking', ['boot']],
      ['resting', ['trail']],
    ]);
  });

  it('has the disagreements in which more than one side speaks of it', async () => {
    expect(book.topics.map(({ disagreements }) => disagreements)).toEqual([[], []]);
    const { topics } = await changed({
      'disagreements.yaml': (text) => text.replace('[rest-often]', '[rest-often, walk-slowly]'),
    });
    expect(topics.map(({ disagreements }) => ids(disagreements))).toEqual([['slow-or-far'], []]);
  });
});

describe('a disagreement', () => {
  it('knows the sections that it stands in, and their text tells it in its place', () => {
    expect(book.disagreements.get('slow-or-far')?.sections).toEqual([section('maps')]);
    expect(section('maps')?.text.split('\n').slice(1)).toEqual([
      'Is it better to go slowly or far?',
      'A. Writer',
      'Begin slowly.',
      'A. Writer, later',
      'Rest, and go far.',
      'It depends',
      'How much daylight is left.',
      'One item.',
      'Another item.',
    ]);
  });
});
