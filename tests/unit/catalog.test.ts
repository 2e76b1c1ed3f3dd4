import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/handbook/catalog.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { FIXTURE } from '../support/build.ts';
import { catalogSchema } from '../support/catalog-schema.ts';

const book = await loadHandbook(FIXTURE, path.resolve('public'));

describe.each([
  ['with a site that is known', 'https://example.org', '/', 'https://example.org'],
  ['with a site and a base path', 'https://example.org', '/base/', 'https://example.org/base'],
  ['without a site', undefined, '/', ''],
  ['without a site, under a base path', undefined, '/base/', '/base'],
])('the catalog %s', (_, site, base, root) => {
  const catalog = createCatalog(book, { site, base });

  it('has every key that it promises, and no other', () => {
    expect(catalogSchema.safeParse(JSON.parse(JSON.stringify(catalog))).error).toBeUndefined();
  });

  it('tells of the handbook and its parts', () => {
    expect(catalog).toMatchObject({
      version: 1,
      title: 'Fieldnotes',
      edition: 3,
      url: `${root}/`,
      parts: [
        { id: 'start', title: 'Start', chapters: ['first-steps'] },
        { id: 'onward', title: 'Onward', chapters: ['second-steps'] },
        { id: 'later', title: 'Later', chapters: [] },
      ],
    });
  });

  it('tells of chapters and their sections', () => {
    expect(catalog.chapters.map(({ id }) => id)).toEqual(['first-steps', 'second-steps']);
    expect(catalog.chapters[1]).toEqual({
      id: 'second-steps',
      title: 'Second steps',
      summary: 'How to go on.',
      url: `${root}/chapters/second-steps/`,
      markdown: `${root}/chapters/second-steps.md`,
      part: 'onward',
      track: 'people',
      topics: ['resting'],
      audience: ['manager'],
      words: 21,
      minutes: 1,
      formerly: ['further-steps'],
      sections: [
        {
          id: 'stones',
          level: 2,
          title: 'Stones are in the way',
          url: `${root}/chapters/second-steps/#stones`,
          share: `${root}/s/stones/`,
          words: 21,
          basis: 'essays',
          claims: ['rest-often'],
          topics: ['resting'],
          questions: ['What do I do about stones?'],
          formerly: ['rocks'],
        },
      ],
    });
  });

  it('tells of topics', () => {
    expect(catalog.topics).toEqual([
      { id: 'walking', title: 'Walking', url: `${root}/topics/walking/`, formerly: [] },
      { id: 'resting', title: 'Resting', url: `${root}/topics/resting/`, formerly: [] },
    ]);
  });

  it('tells of the literature, and the chapters and sections that lead to it', () => {
    expect(catalog.literature).toEqual([
      {
        id: 'walks',
        title: 'Walks',
        author: 'B. Reader',
        year: '1990',
        question: 'How far may one walk?',
        url: `${root}/reading/#walks`,
        chapters: ['first-steps'],
        sections: [],
        formerly: [],
      },
      {
        id: 'rests',
        title: 'Rests',
        author: 'C. Reader',
        question: 'What else is there?',
        url: `${root}/reading/#rests`,
        chapters: [],
        sections: ['stones'],
        formerly: [],
      },
    ]);
  });

  it('tells of sources, their claims, and the sections that cite them', () => {
    expect(catalog.sources).toEqual([
      {
        key: 'on-walking',
        title: 'On Walking: Notes',
        author: 'A. Writer',
        url: `${root}/sources/on-walking/`,
        original: 'https://essays.example/on-walking',
        formerly: [],
        claims: [
          {
            id: 'walk-slowly',
            text: 'It is well to begin slowly.',
            url: `${root}/sources/on-walking/#walk-slowly`,
            sections: ['boots'],
            formerly: [],
          },
          {
            id: 'rest-often',
            text: 'Who rests, goes further.',
            url: `${root}/sources/on-walking/#rest-often`,
            sections: ['boots', 'maps', 'stones'],
            formerly: [],
          },
        ],
      },
    ]);
  });
});
