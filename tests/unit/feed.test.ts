import path from 'node:path';
import { load as parse } from 'cheerio';
import { afterAll, describe, expect, it } from 'vitest';
import { hasFeed, writeFeed } from '../../src/handbook/feed.ts';
import { formatLedger } from '../../src/handbook/ledger.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { publishedSchema } from '../../src/handbook/schema.ts';
import { changedFixture, type Edits, FIXTURE, removeTemporaryFolders } from '../support/build.ts';

afterAll(removeTemporaryFolders);

const HERE = { site: 'https://example.org', base: '/base/' };
const ROOT = 'https://example.org/base';

type Days = [first: string, changed: string];

/** The fixture with days on which its chapters and sections were published and changed. */
async function published(
  days: { chapter: Record<string, Days>; section?: Record<string, Days> },
  edits: Edits = {},
) {
  const publications = (all: Record<string, Days> = {}, more = {}) =>
    Object.fromEntries(
      Object.entries(all).map(([id, [first, changed]]) => [
        id,
        { first, changed, digest: 'a00000000000', ...more },
      ]),
    );
  const ledger = publishedSchema.parse({
    chapter: publications(days.chapter),
    section: publications(days.section, { in: ['first-steps'] }),
  });
  const folder = await changedFixture({ 'published.yaml': () => formatLedger(ledger), ...edits });
  return loadHandbook(folder, path.resolve('public'));
}

const CHANGED = {
  chapter: {
    'first-steps': ['2026-11-28', '2027-03-01'],
    'second-steps': ['2027-01-05', '2027-01-05'],
  },
  section: {
    boots: ['2026-11-28', '2027-03-01'],
    laces: ['2027-03-01', '2027-03-01'],
    maps: ['2026-11-28', '2026-11-28'],
  },
} satisfies Parameters<typeof published>[0];

const feed = (text: string) => parse(text, { xml: true });
/** What stands right below an element, by name. */
const childrenOf = ($: ReturnType<typeof feed>, element: string) =>
  $(element)
    .first()
    .children()
    .toArray()
    .map((node) => ('name' in node ? node.name : ''));

describe('the feed', async () => {
  const book = await published(CHANGED);
  const $ = feed(writeFeed(book, HERE));
  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((node) => $(node).text());

  it('has what Atom asks of a feed, each once', () => {
    expect(childrenOf($, 'feed').filter((name) => name !== 'entry')).toEqual([
      'id',
      'title',
      'subtitle',
      'link',
      'link',
      'icon',
      'author',
      'updated',
    ]);
    expect($('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom');
    expect($('feed > link[rel=self]').attr('href')).toBe(`${ROOT}/feed.xml`);
    expect($('feed > link[rel=alternate]').attr('href')).toBe(`${ROOT}/`);
    expect($('feed > author > name').text()).toBe('Fieldnotes');
  });

  it('is as new as its newest entry', () => {
    expect($('feed > updated').text()).toBe('2027-03-01T00:00:00Z');
  });

  it('has an entry for each chapter, those that changed last first', () => {
    expect(texts('entry > id')).toEqual([
      `${ROOT}/chapters/first-steps/`,
      `${ROOT}/chapters/second-steps/`,
    ]);
    expect(texts('entry > title')).toEqual(['First steps', 'Second steps']);
    expect(texts('entry > published')).toEqual(['2026-11-28T00:00:00Z', '2027-01-05T00:00:00Z']);
    expect(texts('entry > updated')).toEqual(['2027-03-01T00:00:00Z', '2027-01-05T00:00:00Z']);
    expect(texts('entry > summary')).toEqual(['How to begin, in two sections.', 'How to go on.']);
  });

  it('leads from an entry to the page and to its twin', () => {
    const links = $('entry').first().find('link').toArray();
    expect(links.map(({ attribs: { rel, type, href } }) => [rel, type, href])).toEqual([
      ['alternate', 'text/html', `${ROOT}/chapters/first-steps/`],
      ['alternate', 'text/markdown', `${ROOT}/chapters/first-steps.md`],
    ]);
  });

  it('names the sections that came or changed when the chapter last did', () => {
    const [first = '', second = ''] = texts('entry > content[type=html]');
    const links = parse(first)('a').toArray();
    expect(links.map(({ attribs }) => attribs.href)).toEqual([
      `${ROOT}/s/boots/`,
      `${ROOT}/s/laces/`,
    ]);
    expect(second).toBe('<p>How to go on.</p>');
  });

  it('knows an entry by the same id when its title changes', async () => {
    const renamed = await published(CHANGED, {
      'chapters/first-steps.mdx': (text) => text.replace('First steps', 'The very first steps'),
    });
    const ids = feed(writeFeed(renamed, HERE))('entry > id');
    expect(ids.first().text()).toBe(`${ROOT}/chapters/first-steps/`);
  });

  it('says a hostile text as it is, in the feed and in the HTML within it', async () => {
    const title = `"A" & </title> <b>'c'</b> ]]> &amp; </script>`;
    const hostile = await published(CHANGED, {
      'chapters/first-steps.mdx': (text) =>
        text
          .replace('First steps', JSON.stringify(title))
          .replace('How to begin, in two sections.', JSON.stringify(title))
          .replace('## Laces hold', '## Laces \\<b> & hold'),
    });
    const $ = feed(writeFeed(hostile, HERE));
    const [chapter] = hostile.chapters;
    expect($('entry > title').first().text()).toBe(chapter?.title);
    expect($('entry > summary').first().text()).toBe(chapter?.summary);
    const content = parse($('entry > content').first().text());
    expect(content('p').first().text()).toBe(chapter?.summary);
    expect(content('a').last().text()).toBe('Laces <b> & hold');
    expect(content('b, script').length).toBe(0);
  });

  it('has no more than fifty entries', async () => {
    const { chapters } = book;
    const many = Array.from({ length: 26 }, () => chapters).flat();
    expect(feed(writeFeed({ ...book, chapters: many }, HERE))('entry').length).toBe(50);
  });

  it('leaves out chapters that the ledger does not have yet', async () => {
    const one = await published({ chapter: { 'first-steps': ['2026-11-28', '2026-11-28'] } });
    expect(feed(writeFeed(one, HERE))('entry').length).toBe(1);
    expect(hasFeed(one, HERE)).toBe(true);
  });

  it('is there only where the site is known, and something has a date', async () => {
    expect(hasFeed(book, { site: undefined, base: '/' })).toBe(false);
    expect(hasFeed(await loadHandbook(FIXTURE, path.resolve('public')), HERE)).toBe(false);
  });
});
