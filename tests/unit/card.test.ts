import { describe, expect, it } from 'vitest';
import {
  cardsOf,
  cardText,
  chapterCard,
  handbookCard,
  pathwayCard,
  sectionCard,
  wantsCards,
} from '../../src/handbook/card.ts';
import type { Chapter, Part } from '../../src/handbook/handbook.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { FIXTURE } from '../support/build.ts';

const book = await loadHandbook(FIXTURE, 'public');
const [chapter] = book.chapters;
const section = chapter?.sections[0];
const [pathway] = book.pathways;
if (!chapter || !section || !pathway) throw new Error('the fixture is empty');

/** A chapter in a part of so many, counted from 0. */
function chapterOf(length: number, here: number): Chapter {
  const part = { title: 'A part' } as Part;
  const one = (id: string) => ({ id, title: id, track: 'craft', part, minutes: 3 }) as Chapter;
  part.chapters = Array.from({ length }, (_, index) => one(`chapter-${index}`));
  return part.chapters[here] as Chapter;
}

describe('the card of a chapter', () => {
  it('says its title, its part, its track and how long it takes', () => {
    expect(chapterCard(chapter)).toMatchObject({
      title: chapter.title,
      place: chapter.part.title,
      track: chapter.track,
      length: chapter.minutes === 1 ? '1 minute' : `${chapter.minutes} minutes`,
    });
  });

  it('has a stop for each chapter of the part, walked up to its own', () => {
    const { trail, before, after } = chapterCard(chapterOf(4, 2));
    expect(trail).toEqual(['walked', 'walked', 'here', 'ahead']);
    expect([before, after]).toEqual([false, false]);
  });

  it('has no more stops than fit, its own among them, and says that the trail goes on', () => {
    const { trail, before, after } = chapterCard(chapterOf(40, 20));
    expect(trail.length).toBe(10);
    expect(trail.filter((stop) => stop === 'here').length).toBe(1);
    expect([before, after]).toEqual([true, true]);
  });
});

describe('the card of a section', () => {
  it('says its title and its chapter, with the waymark of the chapter', () => {
    const card = sectionCard(section);
    expect(card.title).toBe(section.title);
    expect(card.place).toBe(chapter.title);
    expect(card.trail).toEqual(chapterCard(chapter).trail);
    expect(card.path).toBe(`/cards/${section.id}.png`);
  });
});

describe('the card of a pathway', () => {
  it('says the situation, with a stop for each passage', () => {
    const card = pathwayCard(pathway);
    expect(card.title).toBe(pathway.situation);
    expect(card.trail.length).toBe(pathway.steps.length);
    expect(card.place).toContain(String(pathway.steps.length));
  });
});

describe('the cards of a handbook', () => {
  it('are one for each chapter, section and pathway, and one of its own, each at a path of its own', () => {
    const cards = cardsOf(book);
    expect(cards.length).toBe(book.chapters.length + book.sections.size + book.pathways.length + 1);
    expect(new Set(cards.map(({ path }) => path)).size).toBe(cards.length);
    expect(cards).toContainEqual(handbookCard(book));
  });

  it('say in words what they show', () => {
    const text = cardText(sectionCard(section));
    for (const part of [section.title, chapter.title, 'minute']) expect(text).toContain(part);
  });
});

describe('the setting CARDS', () => {
  it('leaves the cards out where it is "off"', () => {
    expect(wantsCards({})).toBe(true);
    expect(wantsCards({ CARDS: '' })).toBe(true);
    expect(wantsCards({ CARDS: 'off' })).toBe(false);
  });

  it('says what it expects where it is anything else', () => {
    expect(() => wantsCards({ CARDS: 'no' })).toThrow(/CARDS is "no"; expected "off"/);
  });
});
