import path from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import {
  chapterData,
  glossaryData,
  handbookData,
  writeLinkedData,
} from '../../src/handbook/linked-data.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { FIXTURE } from '../support/build.ts';

const HERE = { site: 'https://example.org', base: '/base/' };
const ROOT = 'https://example.org/base';
const book = await loadHandbook(FIXTURE, path.resolve('public'));
const chapter = book.chapters[0] ?? expect.fail();

describe('the linked data of a chapter', () => {
  it('is an article of the book, and the way to it', () => {
    const published = { first: '2026-11-28', changed: '2027-03-01' };
    expect(chapterData({ ...chapter, published }, book, HERE)).toEqual([
      {
        '@type': 'Article',
        headline: 'First steps',
        description: 'How to begin, in two sections.',
        url: `${ROOT}/chapters/first-steps/`,
        datePublished: '2026-11-28',
        dateModified: '2027-03-01',
        isPartOf: { '@type': 'Book', name: 'Fieldnotes', url: `${ROOT}/` },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Fieldnotes', item: `${ROOT}/` },
          { '@type': 'ListItem', position: 2, name: 'Start', item: `${ROOT}/#_part-start` },
          { '@type': 'ListItem', position: 3, name: 'First steps' },
        ],
      },
    ]);
  });

  it('says nothing of days that nobody has recorded', () => {
    const [article] = chapterData(chapter, book, HERE);
    expect(Object.keys(article ?? {}).filter((key) => key.startsWith('date'))).toEqual([]);
  });
});

describe('the linked data of the glossary', () => {
  it('defines every term at its address', () => {
    expect(glossaryData(book, HERE)).toEqual([
      {
        '@type': 'DefinedTermSet',
        name: 'Glossary of Fieldnotes',
        url: `${ROOT}/glossary/`,
        inLanguage: 'en',
        hasDefinedTerm: [
          {
            '@type': 'DefinedTerm',
            name: 'B',
            alternateName: 'boot',
            description: 'What a walker wears.',
            url: `${ROOT}/glossary/#boot`,
          },
          {
            '@type': 'DefinedTerm',
            name: 'trail',
            description: 'Where a walker goes.',
            url: `${ROOT}/glossary/#trail`,
          },
        ],
      },
    ]);
  });
});

describe('the linked data of the handbook', () => {
  it('is a site that can be searched, and a book with the essays that it rests on', () => {
    const [site, written] = handbookData(book, HERE);
    expect(site).toMatchObject({
      '@type': 'WebSite',
      name: 'Fieldnotes',
      url: `${ROOT}/`,
      potentialAction: { target: { urlTemplate: `${ROOT}/search/?q={search_term_string}` } },
    });
    expect(written).toMatchObject({
      '@type': 'Book',
      name: 'Fieldnotes',
      bookEdition: '3',
      isBasedOn: [
        {
          name: 'On Walking: Notes',
          author: { '@type': 'Person', name: 'A. Writer' },
          url: 'https://essays.example/on-walking',
          datePublished: '2020-05-01',
        },
      ],
    });
  });
});

describe('linked data in a page', () => {
  it.each([
    '</script><img src=x onerror=alert(1)>',
    '<!--<script>',
    'a "b" \\ & \u2028 é',
    '</SCRIPT >',
  ])('stands in its script as it is, and leaves it nowhere: %s', (name) => {
    const written = writeLinkedData([{ '@type': 'Book', name }]);
    expect(written).not.toContain('<');
    const page = `<body><script type="application/ld+json">${written}</script><p>After.</p></body>`;
    const $ = load(page);
    expect(JSON.parse($('script').text())).toEqual({
      '@context': 'https://schema.org',
      '@graph': [{ '@type': 'Book', name }],
    });
    expect($('body').children().length).toBe(2);
  });
});
