import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/handbook/handbook.ts';
import { searchTextOf } from '../../../src/handbook/search/search-text.ts';

const section = {
  title: 'Boots carry you',
  questions: ['What do I wear?', 'Are sandals enough?'],
  claims: [{ text: 'Leather lasts.' }, { text: 'Rubber grips.' }],
  chapter: { title: 'First steps' },
  text: 'A walker’s feet.\nOne-on-one with the trail.',
} as Section;

/** How often a word stands in the search text of the section. */
const count = (word: string) =>
  searchTextOf(section)
    .split(' ')
    .filter((one) => one === word).length;

describe('the search text of a section', () => {
  it.each([
    ['its title', 'boots'],
    ['each of its questions', 'wear'],
    ['each of its questions', 'sandals'],
    ['each of its claims', 'leather'],
    ['each of its claims', 'rubber'],
    ['the title of its chapter', 'steps'],
    ['each paragraph of its text', 'walker'],
    ['each paragraph of its text', 'trail'],
    ['a one-on-one', 'oneonone'],
  ])('has %s: %s', (_, word) => {
    expect(count(word)).toBeGreaterThan(0);
  });

  it('has the words of the title most often, and those of questions more often than those of the text', () => {
    expect(count('boots')).toBeGreaterThan(count('sandals'));
    expect(count('sandals')).toBeGreaterThan(count('feet'));
  });

  it('is all words that say something, with a space between two', () => {
    expect(searchTextOf(section)).toMatch(/^[a-z]+(?: [a-z]+)*$/);
    expect(count('what')).toBe(0);
  });

  it('of one that has nothing but its titles is those', () => {
    const text = searchTextOf({ ...section, questions: [], claims: [], text: '' });
    expect(new Set(text.split(' '))).toEqual(new Set(['boots', 'carry', 'first', 'steps']));
  });
});
