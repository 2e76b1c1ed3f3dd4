import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/handbook/handbook.ts';
import { countStems, sectionWords, WEIGHTS } from '../../../src/handbook/search/section-words.ts';

const section = {
  title: 'Boots carry you',
  questions: ['What do I wear?', 'Are sandals enough?'],
  keywords: ['moccasins', 'wooden clogs'],
  claims: [{ text: 'Leather lasts.' }, { text: 'Rubber grips.' }],
  topics: [{ title: 'Walking' }, { title: 'Equipment' }],
  chapter: { title: 'First steps' },
  text: 'A walker’s feet.\nOne-on-one with the trail.',
} as Section;

/** How often the word of a stem counts in the section. */
const count = (stem: string) => sectionWords(section).get(stem) ?? 0;

describe('the words of a section', () => {
  it.each([
    ['its title', 'boot'],
    ['each of its questions', 'wear'],
    ['each of its questions', 'sandal'],
    ['each of its keywords', 'moccasin'],
    ['each of its keywords', 'clog'],
    ['each of its claims', 'leather'],
    ['each of its claims', 'rubber'],
    ['each of its topics', 'walk'],
    ['each of its topics', 'equip'],
    ['the title of its chapter', 'step'],
    ['each paragraph of its text', 'walker'],
    ['each paragraph of its text', 'trail'],
    ['a one-on-one', 'oneonon'],
  ])('are those of %s: %s', (_, stem) => {
    expect(count(stem)).toBeGreaterThan(0);
  });

  it('count most in the title, and more in questions and keywords than in the text', () => {
    expect(count('boot')).toBeGreaterThan(count('sandal'));
    expect(count('sandal')).toBeGreaterThan(count('feet'));
    expect(count('clog')).toBeGreaterThan(count('feet'));
  });

  it('count together, wherever and in whatever form they stand', () => {
    const words = sectionWords({ ...section, text: 'Booted, one carries a boot.' });
    expect(words.get('boot')).toBe(WEIGHTS.title + 2 * WEIGHTS.text);
    expect(words.get('carri')).toBe(WEIGHTS.title + WEIGHTS.text);
  });

  it('are none of those that say nothing', () => {
    for (const filler of ['what', 'do', 'i', 'you', 'a', 'with', 'the']) {
      expect(count(filler), filler).toBe(0);
    }
  });

  it('of one that has nothing but its titles are those', () => {
    const bare = { ...section, questions: [], keywords: [], claims: [], topics: [], text: '' };
    expect(new Set(sectionWords(bare).keys())).toEqual(new Set(['boot', 'carri', 'first', 'step']));
  });

  it('are weighed as they are told to be, and left out where they weigh nothing', () => {
    const words = sectionWords(section, { ...WEIGHTS, title: 7, keywords: 0 });
    expect(words.get('boot')).toBe(7);
    expect(words.has('moccasin')).toBe(false);
  });
});

describe('the words of some texts', () => {
  it('count as often as they stand there, each time as much as their text', () => {
    const counts = countStems([
      ['Boots, boots and laces', 3],
      ['a boot', 1],
      ['maps', 0],
    ]);
    expect([...counts]).toEqual([
      ['boot', 7],
      ['lace', 3],
    ]);
  });

  it('may be names of what every object has', () => {
    const counts = countStems([['constructor, __proto__ and constructor', 1]]);
    expect([...counts]).toEqual([
      ['constructor', 2],
      ['proto', 1],
    ]);
  });
});
