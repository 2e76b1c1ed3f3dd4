import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/load.ts';
import { ContentError, type Problem } from '../../src/handbook/problem.ts';
import { changedFixture, FIXTURE, removeTemporaryFolders } from '../support/build.ts';

afterAll(removeTemporaryFolders);

const PUBLIC = path.resolve('public');
const BOOK = 'handbook.yaml';
const FIRST = 'chapters/first-steps.mdx';
const SECOND = 'chapters/second-steps.mdx';
const SOURCE = 'sources/on-walking.yaml';
const sourceText = await readFile(path.join(FIXTURE, SOURCE), 'utf8');

type Edits = Parameters<typeof changedFixture>[0];

/** What a handbook's problems say, with the files as paths within it. */
async function problemsOf(folder: string): Promise<Problem[]> {
  const error: unknown = await loadHandbook(folder, PUBLIC).catch((thrown: unknown) => thrown);
  if (!(error instanceof ContentError)) throw error;
  return JSON.parse(JSON.stringify(error.problems).replaceAll(`${folder}/`, ''));
}

/** An edit that puts one text in another's place. */
const change = (file: string, before: string, after: string): Edits => ({
  [file]: (text) => text.replace(before, after),
});

/** An edit that adds a paragraph at the end of the second chapter, which is its line 28. */
const add = (paragraph: string): Edits => ({ [SECOND]: (text) => `${text}\n${paragraph}\n` });

/** An edit that adds a sound section at the end of the second chapter: line 31, and 9 in the frontmatter. */
const addSection = (id: string): Edits => ({
  [SECOND]: (text) =>
    `${text.replace('  stones:', `  ${id}:\n    basis: ours\n    questions: [What is new?]\n  stones:`)}\n## New {#${id}}\n`,
});

/** Rows of a table: what is wrong, how it comes about, and the whole of what is said about it. */
type Row = [
  string,
  Edits,
  file: string,
  line: number,
  found: string,
  expected: string,
  mend: string,
];

function tellsOf(rows: Row[]): void {
  it.each(rows)('tell of %s', async (_, edits, file, line, found, expected, mend) => {
    expect(await problemsOf(await changedFixture(edits))).toEqual([
      {
        file,
        line,
        found: expect.stringContaining(found),
        expected: expect.stringContaining(expected),
        mend,
      },
    ]);
  });
}

describe('checks of the table of contents', () => {
  tellsOf([
    [
      'a chapter that has no file',
      change(BOOK, 'chapters: []', 'chapters: [third-steps]'),
      BOOK,
      17,
      'a chapter "third-steps" that has no file',
      'chapters/third-steps.mdx, or a chapter that is there; there are: first-steps, second-steps',
      'mend the spelling, write the chapter, or remove it from the table of contents',
    ],
    [
      'a chapter that it does not list',
      change(BOOK, '[second-steps]', '[]'),
      SECOND,
      1,
      'a chapter "second-steps" that handbook.yaml doesn\'t list',
      'every chapter in the table of contents of one part',
      'add "second-steps" to the chapters of a part in handbook.yaml',
    ],
    [
      'a chapter that it lists twice',
      change(BOOK, 'chapters: []', 'chapters: [first-steps]'),
      BOOK,
      17,
      'the id "first-steps" of a chapter in the table of contents, which a chapter in the table of contents has already (handbook.yaml:9)',
      'an id that is used once in the whole book',
      'give the newer of the two another id; a published id keeps its place',
    ],
    [
      'a part whose id another part has',
      change(BOOK, 'id: later', 'id: start'),
      BOOK,
      14,
      'the id "start" of the part "Later", which the part "Start" has already (handbook.yaml:6)',
      'an id that is used once in the whole book',
      'give the newer of the two another id; a published id keeps its place',
    ],
  ]);
});

describe('checks of headings', () => {
  const moveOut = 'move it out of the block, or make it a paragraph';
  tellsOf([
    ...[2, 3].map((level): Row => {
      const signs = '#'.repeat(level);
      return [
        `one of level ${level} without an id`,
        add(`${signs} A new one, at last, for all`),
        SECOND,
        28,
        `a heading of level ${level} without an id: "A new one, at last, for all"`,
        'an id of its own at the end of every heading of level 2 or 3',
        `give it one that will never change, such as "${signs} A new one, at last, for all {#a-new-one-at}"`,
      ];
    }),
    [
      'one of level 1',
      add('# Title'),
      SECOND,
      28,
      'a heading of level 1: "Title"',
      'headings from level 2 on: the title in the frontmatter is the heading of level 1',
      'write it as "## …" with an id',
    ],
    [
      'a level that is skipped',
      add('#### Deep'),
      SECOND,
      28,
      'a heading of level 4: "Deep", after one of level 2',
      'a heading of level 3 at most: none is skipped',
      'write it as "### …"',
    ],
    [
      'one that is written as JSX',
      add('<h2 id="title">Title</h2>'),
      SECOND,
      28,
      'a heading written as JSX: <h2>',
      "headings in Markdown: one written as JSX gets no id and can't be linked",
      'write it as "## … {#id}"',
    ],
    ...['> ## Title {#title}', '- ## Title {#title}', '<div>\n## Title\n</div>'].map(
      (heading, index): Row => [
        `one within another block: ${heading.split('\n')[0]}`,
        add(heading),
        SECOND,
        index < 2 ? 28 : 29,
        'a heading of level 2: "Title", within a quotation, a list or a JSX block',
        'every heading of level 2 or 3 to begin a section',
        moveOut,
      ],
    ),
  ]);
});

describe('checks of sections', () => {
  tellsOf([
    [
      'one in the frontmatter that has no heading',
      change(SECOND, '  stones:', '  pebbles:\n    basis: ours\n    questions: [New?]\n  stones:'),
      SECOND,
      9,
      'a section "pebbles" in the frontmatter that has no heading',
      'a heading of level 2 or 3 with {#pebbles}; there are: stones',
      'mend the id, write the section, or remove it here',
    ],
    [
      'a heading that the frontmatter does not name',
      add('## New {#pebbles}'),
      SECOND,
      28,
      "a heading with {#pebbles} that the frontmatter doesn't name",
      '"pebbles" under sections, with its claims and questions; there are: stones',
      'add "pebbles:" under sections, or mend the id',
    ],
    [
      'one that names no claim and says nothing of its basis',
      change(FIRST, 'basis: ours\n    ', ''),
      FIRST,
      12,
      'sections.laces.claims: nothing',
      'at least one claim, or a basis of "ours" or "beyond" for a text that names none',
      'add "claims"',
    ],
    [
      'one that names no claim and claims to stand on the essays',
      change(FIRST, 'basis: ours', 'basis: essays'),
      FIRST,
      12,
      'sections.laces.claims: nothing',
      'at least one claim, or a basis of "ours" or "beyond" for a text that names none',
      'add "claims"',
    ],
    [
      'a question that is asked already, however it is written',
      change(SECOND, 'What do I do about stones?', 'what do I “wear”'),
      SECOND,
      12,
      'the question "what do I “wear”", which is asked already (chapters/first-steps.mdx:11)',
      'each question once in the book, at the section that answers it best',
      'remove one of the two, or ask more exactly',
    ],
  ]);

  it('let one stand on other literature', async () => {
    const folder = await changedFixture(change(FIRST, 'basis: ours', 'basis: beyond'));
    const { sections } = await loadHandbook(folder, PUBLIC);
    expect(sections.get('laces')?.basis).toBe('beyond');
  });
});

describe('checks of ids', () => {
  const once = 'an id that is used once in the whole book';
  const mend = 'give the newer of the two another id; a published id keeps its place';
  tellsOf([
    [
      'one that two sections of a chapter have',
      add('## Again {#stones}'),
      SECOND,
      28,
      'the id "stones" of the section "Again", which the section "Stones are in the way" has already (chapters/second-steps.mdx:23)',
      once,
      mend,
    ],
    [
      'one that sections of two chapters have',
      addSection('boots'),
      SECOND,
      31,
      'the id "boots" of the section "New", which the section "Boots come first" has already (chapters/first-steps.mdx:32)',
      once,
      mend,
    ],
    [
      'one that a section and a chapter have',
      addSection('first-steps'),
      SECOND,
      31,
      'the id "first-steps" of the section "New", which a chapter in the table of contents has already (handbook.yaml:9)',
      once,
      mend,
    ],
    [
      'one that a section had before',
      addSection('rocks'),
      SECOND,
      14,
      'the id "rocks" of the section "stones" in former times, which the section "New" has already (chapters/second-steps.mdx:31)',
      once,
      mend,
    ],
    [
      'one that a chapter had before',
      addSection('further-steps'),
      SECOND,
      7,
      'the id "further-steps" of the chapter "second-steps" in former times, which the section "New" has already (chapters/second-steps.mdx:31)',
      once,
      mend,
    ],
    [
      'one that claims of two sources have',
      { 'sources/on-resting.yaml': () => sourceText.replace('walk-slowly', 'sit-down') },
      SOURCE,
      20,
      'the id "rest-often" of a claim of "on-walking", which a claim of "on-resting" has already (sources/on-resting.yaml:20)',
      once,
      mend,
    ],
  ]);
});

describe('checks of what the content refers to', () => {
  const topics = 'a topic of topics.yaml; there are: walking, resting';
  const addTopic = 'mend the spelling, or add the topic there';
  const audiences =
    'one of "engineer", "tech-lead", "new-manager", "manager", "manager-of-managers", "mentor"';
  const tracks = 'one of "craft", "people", "both"';
  tellsOf([
    [
      'an unknown claim',
      change(SECOND, '[rest-often]', '[rest-oftn]'),
      SECOND,
      10,
      'an unknown claim "rest-oftn" in the section "stones"',
      'a claim of one of the sources; there are: walk-slowly, rest-often',
      'mend the spelling, or add the claim to its source',
    ],
    [
      'a claim that a section cites twice',
      change(SECOND, '[rest-often]', '[rest-often, rest-often]'),
      SECOND,
      10,
      'the claim "rest-often" twice in the section "stones"',
      'each claim once',
      'remove one of the two',
    ],
    [
      'a claim in a place that the outline does not have',
      change(SOURCE, 'where: The end', 'where: The ending'),
      SOURCE,
      22,
      'the claim "rest-often" in a place that the outline doesn\'t have: "The ending"',
      "a place of the source's outline; there are: The start, The end",
      'mend the spelling, or add the place to the outline',
    ],
    ...['rest', 'constructor'].map(
      (topic): Row => [
        `an unknown topic of a chapter: ${topic}`,
        change(SECOND, '[resting]', `[${topic}]`),
        SECOND,
        5,
        `an unknown topic "${topic}"`,
        topics,
        addTopic,
      ],
    ),
    [
      'an unknown topic of a claim',
      change(SOURCE, '[resting]', '[rest]'),
      SOURCE,
      24,
      'an unknown topic "rest"',
      topics,
      addTopic,
    ],
    [
      'an unknown audience of a chapter',
      change(SECOND, '[manager]', '[manger]'),
      SECOND,
      6,
      'audience.0: "manger"',
      audiences,
      'change the value',
    ],
    [
      'an unknown audience of a claim',
      change(SOURCE, '[manager]', '[manger]'),
      SOURCE,
      25,
      'claims.rest-often.audience.0: "manger"',
      audiences,
      'change the value',
    ],
    [
      'an unknown track of a chapter',
      change(SECOND, 'track: people', 'track: peeple'),
      SECOND,
      4,
      'track: "peeple"',
      tracks,
      'change the value',
    ],
    [
      'an unknown track of a part',
      change(BOOK, 'track: people', 'track: peeple'),
      BOOK,
      12,
      'parts.1.track: "peeple"',
      tracks,
      'change the value',
    ],
  ]);
});

describe('checks of code in texts', () => {
  const expected = 'Markdown, and of components only <Disagreement id="…" />';
  const mend = 'write it as text; a literal "{" or "<" is written "\\{" or "\\<"';
  tellsOf([
    ['a component', add('<Foo />'), SECOND, 28, 'a component: <Foo>', expected, mend],
    ['an expression', add('One {bar}.'), SECOND, 28, 'an expression: {bar}', expected, mend],
    ['an import', add('import a from "./a.js"'), SECOND, 28, 'an import or export', expected, mend],
    [
      'a box on the page about the handbook',
      { 'about.mdx': (text) => `${text}\n<Disagreement id="slow-or-far" />\n` },
      'about.mdx',
      7,
      'a disagreement outside of a chapter',
      '<Disagreement id="…" /> in chapters',
      'link to it: /disagreements/#its-id',
    ],
    [
      'an image without words on the page about the handbook',
      { 'about.mdx': (text) => `${text}\n![](/icon.svg)\n` },
      'about.mdx',
      7,
      'an image without alternative text: "/icon.svg"',
      "words for whoever can't see it",
      'write ![what it shows](/icon.svg)',
    ],
  ]);
});

describe('checks of terms and disagreements', () => {
  tellsOf([
    [
      'a term that is not in the glossary',
      add('[a](/glossary/#boots)'),
      SECOND,
      28,
      'a link to a term that isn\'t on that page: "/glossary/#boots"',
      'a term of /glossary/; there are: boot, trail',
      'link to one of these',
    ],
    [
      'a box of an unknown disagreement',
      add('<Disagreement id="far-or-slow" />'),
      SECOND,
      28,
      'an unknown disagreement "far-or-slow"',
      'a disagreement of disagreements.yaml; there are: slow-or-far',
      'mend the spelling, or add the disagreement there',
    ],
    [
      'an unknown claim of a term',
      change('glossary.yaml', 'claims: [walk-slowly]', 'claims: [walk-fast]'),
      'glossary.yaml',
      5,
      'an unknown claim "walk-fast" in the term "boot"',
      'a claim of one of the sources; there are: walk-slowly, rest-often',
      'mend the spelling, or add the claim to its source',
    ],
    [
      'an unknown claim of a position',
      change('disagreements.yaml', 'claims: [rest-often]', 'claims: [rest-rarely]'),
      'disagreements.yaml',
      9,
      'an unknown claim "rest-rarely" in the disagreement "slow-or-far"',
      'a claim of one of the sources; there are: walk-slowly, rest-often',
      'mend the spelling, or add the claim to its source',
    ],
    [
      'an unknown work as further reading',
      change(FIRST, 'reading: [walks]', 'reading: [walk]'),
      FIRST,
      27,
      'an unknown work "walk"',
      'a work of literature.yaml; there are: walks, rests',
      'mend the spelling, or add the work there',
    ],
    [
      'a work that is named twice as further reading',
      change(FIRST, 'reading: [walks]', 'reading: [walks, walks]'),
      FIRST,
      27,
      'the work "walks" twice in the further reading',
      'each work once',
      'remove one of the two',
    ],
    [
      'a link to a work that is not in the literature',
      add('[a](/reading/#walk)'),
      SECOND,
      28,
      'a link to a work that isn\'t on that page: "/reading/#walk"',
      'a work of /reading/; there are: walks, rests',
      'link to one of these',
    ],
    [
      'two works with one id, under two questions',
      {
        'literature.yaml': (text) =>
          `${text}- question: And then?\n  works:\n    walks:\n      title: Walks\n      author: B. Reader\n`,
      },
      'literature.yaml',
      24,
      'the id "walks" of a work, which a work has already',
      'an id that is used once in the whole book',
      'give the newer of the two another id; a published id keeps its place',
    ],
    [
      'an unknown claim that a work argues with',
      change('literature.yaml', 'claims: [rest-often]', 'claims: [rest-rarely]'),
      'literature.yaml',
      13,
      'an unknown claim "rest-rarely" in the work "walks"',
      'a claim of one of the sources; there are: walk-slowly, rest-often',
      'mend the spelling, or add the claim to its source',
    ],
    [
      'a disagreement with one side',
      change(
        'disagreements.yaml',
        '    - who: A. Writer, later\n      says: Rest, and go far.\n      claims: [rest-often]\n',
        '',
      ),
      'disagreements.yaml',
      3,
      'slow-or-far.positions: ',
      'at least two positions',
      'change the value',
    ],
    [
      'a link of the page about the handbook that leads nowhere',
      change('about.mdx', '/chapters/first-steps/', '/chapters/no-steps/'),
      'about.mdx',
      5,
      'a link to a page or file that isn\'t there: "/chapters/no-steps/"',
      'an address of the handbook; the nearest of ',
      'mend the address, or write the page',
    ],
  ]);
});

describe('checks of the ways into the book', () => {
  const claims = 'a claim of one of the sources; there are: walk-slowly, rest-often';
  const sections = 'the id of a section; there are: boots, laces, maps, stones';
  const addClaim = 'mend the spelling, or add the claim to its source';
  const otherSection = 'mend the spelling, or name another section';
  tellsOf([
    [
      'a row that leaves out a role',
      change(
        'comparison.yaml',
        '      walker:\n        says: As fast as you like.\n        basis: ours\n',
        '',
      ),
      'comparison.yaml',
      11,
      'a row "the-pace" that says nothing of the role "walker"',
      'a cell for each role: walker, guide',
      'add "walker:" to the cells',
    ],
    [
      'a cell of an unknown role',
      {
        'comparison.yaml': (text) =>
          `${text}      runner:\n        says: Faster.\n        basis: ours\n`,
      },
      'comparison.yaml',
      19,
      'a cell of an unknown role "runner" in the row "the-pace"',
      'a role of the comparison; there are: walker, guide',
      'mend the spelling, or add the role above',
    ],
    [
      'a cell that says nothing of what it rests on',
      change('comparison.yaml', '        basis: ours\n', ''),
      'comparison.yaml',
      16,
      'rows.the-pace.cells.walker.claims: ',
      'at least one claim, or a basis of "ours" or "beyond" for a text that names none',
      'add "claims"',
    ],
    [
      'a cell with an unknown claim',
      change('comparison.yaml', '[walk-slowly]', '[walk-fast]'),
      'comparison.yaml',
      14,
      'an unknown claim "walk-fast" in the cell "guide" of the row "the-pace"',
      claims,
      addClaim,
    ],
    [
      'a cell that leads to an unknown section',
      change('comparison.yaml', 'section: stones', 'section: stone'),
      'comparison.yaml',
      15,
      'an unknown section "stone" in the cell "guide" of the row "the-pace"',
      sections,
      otherSection,
    ],
    [
      'a pathway to an unknown section',
      change('pathways.yaml', 'section: stones', 'section: stone'),
      'pathways.yaml',
      8,
      'an unknown section "stone" in the pathway "new-here"',
      sections,
      otherSection,
    ],
    [
      'a pathway that comes by one section twice',
      change('pathways.yaml', 'section: stones', 'section: boots'),
      'pathways.yaml',
      8,
      'the section "boots" twice in the pathway "new-here"',
      'each section once',
      'remove one of the two',
    ],
    [
      'a pathway of one step',
      {
        'pathways.yaml': (text) => text.slice(0, text.indexOf('    - section: stones')),
      },
      'pathways.yaml',
      4,
      'new-here.steps: ',
      'at least two steps',
      'change the value',
    ],
    [
      'a station with an unknown claim',
      change('careers.yaml', '[rest-often]', '[rest-rarely]'),
      'careers.yaml',
      15,
      'an unknown claim "rest-rarely" in the station "Rests"',
      claims,
      addClaim,
    ],
    [
      'a station that comes before an earlier one',
      change('careers.yaml', 'from: 2020', 'from: 1980'),
      'careers.yaml',
      18,
      'the station "Writes" of 1980 after "Walks" of 1990',
      'stations in the order of time',
      'mend the year, or move the station up',
    ],
    [
      'a comparison of one role with itself',
      {
        'comparison.yaml': (text) =>
          text
            .replace('  guide:\n    title: Guide\n    track: people\n', '')
            .replace(/ {6}guide:\n(?: {8}.*\n)+/, ''),
      },
      'comparison.yaml',
      1,
      'roles: ',
      'at least two roles',
      'change the value',
    ],
    [
      'a clause that ends where its sentence goes on',
      change(
        'literature.yaml',
        'with A. Writer, who would rest',
        'with A. Writer, who would rest.',
      ),
      'literature.yaml',
      12,
      '0.works.walks.stances.0.with: ',
      'text without a period at its end, since one is added',
      'change the value',
    ],
    [
      'a word that nothing stands for',
      { 'synonyms.yaml': (text) => `${text}- [stone]\n` },
      'synonyms.yaml',
      3,
      '2: ',
      'at least two words that stand for one another',
      'change the value',
    ],
    [
      'a station in a year that is none',
      change('careers.yaml', 'about 1990', 'long ago'),
      'careers.yaml',
      7,
      'a-writer.stations.0.from: ',
      'a year, such as 2019 or "about 2012"',
      'change the value',
    ],
    [
      'an unknown topic of a term',
      change('glossary.yaml', 'claims: [walk-slowly]', 'topics: [running]'),
      'glossary.yaml',
      5,
      'an unknown topic "running" in the term "boot"',
      'a topic of topics.yaml; there are: walking, resting',
      'mend the spelling, or add the topic there',
    ],
    [
      'a link to a row that is not there',
      add('[a](/compare/#the-race)'),
      SECOND,
      28,
      'a link to a row that isn\'t on that page: "/compare/#the-race"',
      'a row of /compare/; there are: the-pace',
      'link to one of these',
    ],
    [
      'a link to a pathway that is not there',
      add('[a](/pathways/old-here/)'),
      SECOND,
      28,
      'a link to a page or file that isn\'t there: "/pathways/old-here/"',
      'an address of the handbook; the nearest of ',
      'mend the address, or write the page',
    ],
  ]);
});

describe('checks of links', () => {
  const pageMissing = 'mend the address, or write the page';
  const calledNow = 'what things are called now: old addresses are kept for links from elsewhere';
  const secondSteps = 'a section of /chapters/second-steps/; there are: stones';
  const row = (what: string, link: string, found: string, expected: string, mend: string): Row => [
    what,
    add(link),
    SECOND,
    28,
    found,
    expected,
    mend,
  ];
  tellsOf([
    row(
      'one to a page that is not there',
      '[a](/chapters/third-steps/)',
      'a link to a page or file that isn\'t there: "/chapters/third-steps/"',
      'an address of the handbook; the nearest of ',
      pageMissing,
    ),
    row(
      'one to a file that is not there',
      '[a](/map.pdf)',
      'a link to a page or file that isn\'t there: "/map.pdf"',
      'an address of the handbook; the nearest of ',
      pageMissing,
    ),
    row(
      'one that is written as JSX',
      'See <a href="/nowhere/">a</a>',
      'a link to a page or file that isn\'t there: "/nowhere/"',
      'an address of the handbook; the nearest of ',
      pageMissing,
    ),
    row(
      'one to a section that is not there',
      '[a](/chapters/first-steps/#boot)',
      'a link to a section that isn\'t on that page: "/chapters/first-steps/#boot"',
      'a section of /chapters/first-steps/; there are: boots, laces, maps',
      'link to one of these',
    ),
    row(
      'one to a section that is not in the same chapter',
      '[a](#boots)',
      'a link to a section that isn\'t on that page: "#boots"',
      secondSteps,
      'it is /chapters/first-steps/#boots now: link to that',
    ),
    row(
      'one to a claim that is not there',
      '[a](/sources/on-walking/#rest)',
      'isn\'t on that page: "/sources/on-walking/#rest"',
      'there are: walk-slowly, rest-often',
      'link to one of these',
    ),
    row(
      'one to the former id of a section, and where that is now',
      '[a](/chapters/first-steps/#rocks)',
      'a link to a former id: "/chapters/first-steps/#rocks"',
      calledNow,
      'it is /chapters/second-steps/#stones now: link to that',
    ),
    row(
      'one to the share page of a former id, and where that is now',
      '[a](/s/rocks/)',
      'a link to a former id: "/s/rocks/"',
      calledNow,
      'it is /s/stones/ now: link to that',
    ),
    row(
      'one to the former id of a chapter, and where that is now',
      '[a](/chapters/further-steps/)',
      'a link to a former id: "/chapters/further-steps/"',
      calledNow,
      'it is /chapters/second-steps/ now: link to that',
    ),
    row(
      'one to a section at the former address of its chapter',
      '[a](/chapters/further-steps/#stones)',
      'a link to a former id: "/chapters/further-steps/#stones"',
      calledNow,
      'it is /chapters/second-steps/#stones now: link to that',
    ),
    row(
      'one without its last slash',
      '[a](/topics/walking)',
      'a link without its last slash: "/topics/walking"',
      '"/topics/walking/"',
      'add the slash',
    ),
    row(
      'one that is relative',
      '[a](../first-steps/)',
      'a relative link: "../first-steps/"',
      "an address from the handbook's root, such as /chapters/some-chapter/#some-section",
      'write the whole address, without the host and the base path',
    ),
  ]);

  it('let those pass that lead to something, or elsewhere', async () => {
    const targets = [
      '/',
      '/s/boots/',
      '/search/?q=boots',
      '/icon.svg',
      '#stones',
      'mailto:a@example.org?subject=Boots',
      'https://example.org/a%20walk?x=1#b',
    ];
    const folder = await changedFixture(add(targets.map((target) => `[a](${target})`).join(' ')));
    await expect(loadHandbook(folder, PUBLIC)).resolves.toBeDefined();
  });
});

describe('checks of former ids', () => {
  const once = 'an id that is used once in the whole book';
  const mend = 'give the newer of the two another id; a published id keeps its place';
  const kinds: [kind: string, file: string, before: string, id: string, link: string][] = [
    ['topic', 'topics.yaml', '  title: Walking', 'walking', '/topics/old/'],
    ['term', 'glossary.yaml', '  term: B', 'boot', '/glossary/#old'],
    ['claim', SOURCE, '    text: It is well', 'walk-slowly', '/sources/on-walking/#old'],
    ['source', SOURCE, 'short: On Walking', 'on-walking', '/sources/old/'],
    ['work', 'literature.yaml', '      title: Walks', 'walks', '/reading/#old'],
    ['row', 'comparison.yaml', '    title: How fast', 'the-pace', '/compare/#old'],
    ['pathway', 'pathways.yaml', '  situation: I am', 'new-here', '/pathways/old/'],
    ['career', 'careers.yaml', '  name: A. Writer', 'a-writer', '/careers/#old'],
    [
      'disagreement',
      'disagreements.yaml',
      '  question: Is it',
      'slow-or-far',
      '/disagreements/#old',
    ],
  ];
  /** Names a former id in the entry that holds a line. */
  const formerly = (file: string, before: string, id: string) =>
    change(file, before, `${/^ */.exec(before)}formerly: [${id}]\n${before}`);

  it.each(kinds)(
    'tell of a link to that of a %s, and where it is now',
    async (_, file, before, id, link) => {
      const folder = await changedFixture({
        ...formerly(file, before, 'old'),
        ...add(`[a](${link})`),
      });
      expect(await problemsOf(folder)).toEqual([
        expect.objectContaining({
          file: SECOND,
          line: 28,
          found: `a link to a former id: "${link}"`,
          mend: `it is ${link.replace('old', id)} now: link to that`,
        }),
      ]);
    },
  );

  it.each(kinds)('tell of one that a %s has and had', async (kind, file, before, id) => {
    const folder = await changedFixture(formerly(file, before, id));
    expect(await problemsOf(folder)).toEqual([
      expect.objectContaining({
        file,
        found: expect.stringContaining(
          `the id "${id}" of the ${kind} "${id}" in former times, which a`,
        ),
        expected: once,
        mend,
      }),
    ]);
  });

  it('let one be that of something of another kind', async () => {
    const folder = await changedFixture(formerly('topics.yaml', '  title: Walking', 'boots'));
    await expect(loadHandbook(folder, PUBLIC)).resolves.toBeDefined();
  });

  it('tell of one that something is named by, and what it is called now', async () => {
    const folder = await changedFixture({
      ...formerly('topics.yaml', '  title: Walking', 'strolling'),
      [FIRST]: (text) => text.replace('topics: [walking]', 'topics: [strolling]'),
      'pathways.yaml': (text) => text.replace('section: stones', 'section: rocks'),
    });
    expect(await problemsOf(folder)).toMatchObject([
      {
        found: 'an unknown topic "strolling" in the chapter\'s topics',
        mend: 'it is "walking" now: name that',
      },
      {
        found: 'an unknown section "rocks" in the pathway "new-here"',
        mend: 'it is "stones" now: name that',
      },
    ]);
  });
});

describe('checks of published ids', () => {
  const LEDGER = 'published.yaml';
  const published = '{ first: 2026-11-28, changed: 2026-11-28, digest: a00000000000';
  const ledger = (kind: string, id: string, more = '') => ({
    [LEDGER]: () =>
      `chapter:\n  first-steps: ${published} }\n${kind === 'chapter' ? '' : `${kind}:\n`}  ${id}: ${published}${more} }\n`,
  });
  const kept = 'every published id in the book, or in the "formerly" of what took its place; of ';
  tellsOf([
    [
      'a section that is gone',
      ledger('section', 'pebbles', ', in: [first-steps]'),
      LEDGER,
      4,
      'no section "pebbles", which is published since 2026-11-28, in first-steps',
      `${kept}chapters and sections that aren't published yet there are: second-steps, boots, laces, maps, stones`,
      'add "formerly: [pebbles]" to the chapter or section that people should find in its place, or bring it back',
    ],
    [
      'a chapter that is gone',
      ledger('chapter', 'no-steps'),
      LEDGER,
      3,
      'no chapter "no-steps", which is published since 2026-11-28',
      `${kept}chapters and sections that aren't published yet`,
      'add "formerly: [no-steps]" to the chapter or section that people should find in its place, or bring it back',
    ],
    [
      'a section whose id a chapter has now',
      ledger('section', 'second-steps', ', in: [first-steps]'),
      LEDGER,
      4,
      'no section "second-steps", which is published since 2026-11-28, in first-steps',
      kept,
      'add "formerly: [second-steps]" to the chapter or section that people should find in its place, or bring it back',
    ],
    ...(
      [
        ['topic', ['walking', 'resting']],
        ['term', ['boot', 'trail']],
        ['disagreement', ['slow-or-far']],
        ['source', ['on-walking']],
        ['work', ['walks', 'rests']],
        ['row', ['the-pace']],
        ['pathway', ['new-here']],
        ['career', ['a-writer']],
      ] as const
    ).map(
      ([kind, ids]): Row => [
        `a ${kind} that is gone`,
        ledger(kind, 'constructor'),
        LEDGER,
        4,
        `no ${kind} "constructor", which is published since 2026-11-28`,
        `${kept}${kind}s that aren't published yet there are: ${ids.join(', ')}`,
        `add "formerly: [constructor]" to the ${kind} that people should find in its place, or bring it back`,
      ],
    ),
    [
      'one that the ledger says was published in what never was',
      ledger('section', 'boots', ', in: [third-steps]'),
      LEDGER,
      4,
      'the section "boots" in a chapter "third-steps" that was never published',
      'the ledger as "npm run publish-ids" wrote it; there are: first-steps',
      'take the file back to what it was, and run "npm run publish-ids"',
    ],
    [
      'a ledger that somebody has broken',
      { [LEDGER]: (): string => `term:\n  boot: ${published.replace('11-28', '11-31')} }\n` },
      LEDGER,
      2,
      'term.boot.first: "2026-11-31"',
      'Invalid ISO date',
      'change the value',
    ],
    [
      'a ledger that knows of a kind that is none',
      { [LEDGER]: (): string => `trails:\n  boot: ${published} }\n` },
      LEDGER,
      1,
      'the file: a key that has no meaning here: "trails"',
      'only the fields that the schema names',
      'remove it, or mend its spelling; the fields are described in src/handbook/schema.ts',
    ],
  ]);

  it('tell of a claim that is gone', async () => {
    const folder = await changedFixture({
      [LEDGER]: () =>
        `source:\n  on-walking: ${published} }\nclaim:\n  walk-fast: ${published}, in: [on-walking] }\n`,
    });
    expect(await problemsOf(folder)).toMatchObject([
      {
        line: 4,
        found: 'no claim "walk-fast", which is published since 2026-11-28, in on-walking',
      },
    ]);
  });

  it.each([
    ['that are there', ledger('section', 'boots', ', in: [first-steps]')],
    ['that a section had before', ledger('section', 'rocks', ', in: [first-steps]')],
    [
      'of a section that went into a chapter',
      ledger('section', 'further-steps', ', in: [first-steps]'),
    ],
    ['of a chapter that went into a section', ledger('chapter', 'rocks')],
  ])('let ids pass %s', async (_, edits) => {
    await expect(loadHandbook(await changedFixture(edits), PUBLIC)).resolves.toBeDefined();
  });

  it.each([
    [
      'a chapter',
      FIRST,
      (text: string) => `${text}\n<b>\n`,
      ledger('section', 'pebbles', ', in: [first-steps]'),
    ],
    [
      'frontmatter',
      FIRST,
      (text: string) => text.replace('track: both', 'track: none'),
      ledger('section', 'pebbles', ', in: [first-steps]'),
    ],
    [
      'a source',
      SOURCE,
      (text: string) => text.replace('author: A.', 'author: A.: B.'),
      ledger('source', 'on-resting'),
    ],
    [
      'another file',
      'glossary.yaml',
      (text: string) => text.replace('term: B', 'term: [B]'),
      ledger('term', 'gaiter'),
    ],
  ])('say nothing of what may stand in %s that cannot be read', async (_, file, edit, edits) => {
    const folder = await changedFixture({ [file]: edit, ...edits });
    const problems = await problemsOf(folder);
    expect(problems.filter((problem) => problem.file === LEDGER)).toEqual([]);
    expect(problems).not.toEqual([]);
  });
});

describe('checks of links to other sites', () => {
  const row = (what: string, link: string, found: string, expected: string, mend: string): Row => [
    what,
    add(`[a](${link})`),
    SECOND,
    28,
    found,
    expected,
    mend,
  ];
  const secure = 'links that nobody on the way can read or change';
  const whole = 'a whole address, such as "https://example.org/an-essay"';
  const mend = 'mend the address; a space in it is written "%20"';
  tellsOf([
    ...['http://example.org/a', '//example.org/a'].map((link) =>
      row(
        `one that is not secure: ${link}`,
        link,
        `a link that doesn't say "https": "${link}"`,
        secure,
        'write "https://example.org/a", if the site answers there, or link to another copy',
      ),
    ),
    ...[
      'https://example',
      'https://',
      'https:example.org',
      'https://exa_mple..org/',
      'https://me:secret@example.org/',
      'https://example.org/100%',
      'https://example.org/a|b',
      'ftp://example.org/a',
      'javascript:alert(1)',
    ].map((link) =>
      row(
        `one that is not well-formed: ${link}`,
        link,
        `a link that is not well-formed: "${link}"`,
        whole,
        mend,
      ),
    ),
    row(
      'a mail address that is none',
      'mailto:somebody',
      'a mail address that is none: "mailto:somebody"',
      'an address such as "mailto:somebody@example.org"',
      'mend the address',
    ),
    ...[
      'https://essays.example/on-walking/',
      'https://www.essays.example/on-walking',
      'https://Essays.example/on-walking',
      'https://essays.example/on-walking/index.html',
      'https://essays.example/on-walking?utm_source=mail#top',
    ].map((link) =>
      row(
        `another spelling of a work: ${link}`,
        link,
        `another spelling of an address: "${link}"`,
        'one spelling for one work: "https://essays.example/on-walking" (',
        'write it as it stands there, or mend both',
      ),
    ),
    [
      'a source whose address is not secure',
      change(SOURCE, 'url: https', 'url: http'),
      SOURCE,
      5,
      'a link that doesn\'t say "https": "http://essays.example/on-walking"',
      secure,
      'write "https://essays.example/on-walking", if the site answers there, or link to another copy',
    ],
    [
      'a work whose address is not secure',
      change('literature.yaml', 'url: https', 'url: http'),
      'literature.yaml',
      8,
      'a link that doesn\'t say "https": "http://books.example/walks"',
      secure,
      'write "https://books.example/walks", if the site answers there, or link to another copy',
    ],
    [
      'a repository whose address is not secure',
      change(BOOK, 'edition: 3', 'edition: 3\nrepository: http://code.example/fieldnotes'),
      BOOK,
      5,
      'a link that doesn\'t say "https": "http://code.example/fieldnotes"',
      secure,
      'write "https://code.example/fieldnotes", if the site answers there, or link to another copy',
    ],
  ]);

  it('let two places of one work pass, and works that differ in what is asked', async () => {
    const links = ['#start', '#end', '?page=2', '/notes'].map(
      (rest) => `[a](https://essays.example/on-walking${rest})`,
    );
    const folder = await changedFixture(add(links.join(' ')));
    await expect(loadHandbook(folder, PUBLIC)).resolves.toBeDefined();
  });
});

describe('checks of images', () => {
  tellsOf([
    ...['![](/icon.svg)', '![][icon]\n\n[icon]: /icon.svg', '<img src="/icon.svg" alt=" " />'].map(
      (image): Row => [
        `one without alternative text: ${image.split('\n')[0]}`,
        add(image),
        SECOND,
        28,
        'an image without alternative text: "/icon.svg"',
        "words for whoever can't see it",
        'write ![what it shows](/icon.svg)',
      ],
    ),
    [
      'one that is not there',
      add('![A map](/map.png)'),
      SECOND,
      28,
      'an image that isn\'t there: "/map.png"',
      '/icon.svg',
      'mend the address, or add the file',
    ],
    [
      'one on another host',
      add('![A map](https://example.org/map.png)'),
      SECOND,
      28,
      'an image on another host: "https://example.org/map.png"',
      'a file of the handbook: pages ask nothing of other hosts',
      'put the file into public/ and write its address from the root',
    ],
  ]);
});

describe('checks of files', () => {
  const mendYaml =
    'mend the syntax here or just above; text with ": " or a leading sign needs quotes';
  tellsOf([
    [
      'MDX that cannot be read, and of nothing that it hides',
      add('One <b>two'),
      SECOND,
      28,
      "MDX that can't be read: Expected a closing tag for `<b>`",
      'well-formed MDX',
      'close the tag or brace; a literal "{" or "<" in the text is written "\\{" or "\\<"',
    ],
    [
      'YAML that cannot be read',
      change(BOOK, 'tagline: Two', 'tagline: Two: and'),
      BOOK,
      2,
      "YAML that can't be read: Nested mappings",
      'well-formed YAML',
      mendYaml,
    ],
    [
      'frontmatter that cannot be read',
      change(SECOND, 'summary: How', 'summary: How: and'),
      SECOND,
      3,
      "YAML that can't be read: Nested mappings",
      'well-formed YAML',
      mendYaml,
    ],
    [
      'text that YAML takes for something else',
      change(SECOND, 'summary: How to go on.', 'summary: *How*'),
      SECOND,
      3,
      'YAML that can\'t be read: an alias of nothing, "*How*"',
      'well-formed YAML',
      mendYaml,
    ],
    [
      'a source that cannot be read, and of none of its claims',
      change(SOURCE, 'author: A.', 'author: A.: B.'),
      SOURCE,
      3,
      "YAML that can't be read: Nested mappings",
      'well-formed YAML',
      mendYaml,
    ],
    [
      'a chapter without frontmatter',
      { [SECOND]: (text) => text.replace(/^---.*?\n---\n/s, '') },
      SECOND,
      1,
      'a chapter without frontmatter',
      'a block between two lines of "---" with title, summary, track and so on',
      'copy the block from another chapter and change it',
    ],
  ]);
});

describe('a handbook', () => {
  it('that is broken in several files is told of whole and in order', async () => {
    const folder = await changedFixture({
      [SECOND]: (text) => `${text}\n[a](/nowhere/)\n\n## No id\n`,
      [SOURCE]: (text) => text.replace('where: The end', 'where: Nowhere'),
      [BOOK]: (text) => text.replace('chapters: []', 'chapters: [third-steps]'),
      [FIRST]: (text) => `${text}\n<b>\n`,
    });
    const error: unknown = await loadHandbook(folder, PUBLIC).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ContentError);
    const message = (error as ContentError).message.replaceAll(`${folder}/`, '');
    expect(message).toMatch(/^5 problems in the content\n/);
    expect(message.match(/^\S+:\d+$/gm)).toEqual([
      `${FIRST}:50`,
      `${SECOND}:28`,
      `${SECOND}:30`,
      `${BOOK}:17`,
      `${SOURCE}:22`,
    ]);
  });

  it.each([
    ['of the tests', FIXTURE],
    ['of this repository', path.resolve('content')],
  ])('%s has no problems', async (_, folder) => {
    await expect(loadHandbook(folder, PUBLIC)).resolves.toBeDefined();
  });
});
