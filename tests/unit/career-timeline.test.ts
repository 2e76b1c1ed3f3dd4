import { describe, expect, it } from 'vitest';
import { drawTimeline } from '../../src/handbook/career-timeline.ts';
import type { Station } from '../../src/handbook/handbook.ts';

/** A career whose stations began in these years; without a year nobody knows when. */
const since = (...years: (number | undefined)[]) => ({
  stations: years.map(
    (year, index): Station => ({
      title: `Station ${index + 1}`,
      track: 'craft',
      from: year === undefined ? undefined : { year, about: index === 0 },
      when: 'then',
      says: 'Something.',
      claims: [],
      sections: [],
    }),
  ),
});

const placesOf = (...years: (number | undefined)[]) =>
  drawTimeline(since(...years)).stations.map(({ y }) => y);

describe('the drawing of a career', () => {
  it('sets stations apart as their years are, where they are many years apart', () => {
    const [a = 0, b = 0, c = 0] = placesOf(1980, 2000, 2010);
    expect((b - a) / (c - b)).toBeCloseTo(2, 1);
  });

  it('keeps room for the titles of stations that follow each other soon', () => {
    const [a = 0, b = 0, c = 0] = placesOf(2019, 2019, 2021);
    expect(b - a).toBeGreaterThanOrEqual(44);
    expect(c - b).toBeGreaterThanOrEqual(44);
  });

  it('spreads stations of unknown time evenly between those whose year is known', () => {
    const [a = 0, b = 0, c = 0] = placesOf(1980, undefined, 2010);
    expect(b - a).toBe(c - b);
    expect(c - a).toBeGreaterThan(2 * 44);
  });

  it('tells known years, those that are about right with a sign, and no others', () => {
    const { years, stations } = drawTimeline(since(1990, undefined, 2020));
    expect(years.map(({ text }) => text)).toEqual(['~1990', '2020']);
    expect(years.map(({ y }) => y)).toEqual([stations[0]?.y, stations[2]?.y]);
    expect(stations.map(({ dated }) => dated)).toEqual([true, false, true]);
  });

  it('holds every title within its width, in as many lines as that takes', () => {
    const career = since(1990, 2000);
    const [first] = career.stations;
    if (first) first.title = 'A title that is a good deal longer than the drawing is wide';
    const { width, height, stations } = drawTimeline(career);
    expect(stations[0]?.title.lines.length).toBeGreaterThan(1);
    for (const { title } of stations) {
      expect(title.box.x + title.box.width).toBeLessThanOrEqual(width + 3);
      expect(title.box.y + title.box.height).toBeLessThanOrEqual(height);
    }
  });
});
