import { describe, expect, it } from 'vitest';
import { stretchAround } from '../../src/handbook/waymarks.ts';

const stops = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('the stretch of a trail', () => {
  it.each([
    ['all stops where they fit', 3, 10, stops, false, false],
    ['all stops where there is room for more', 3, 12, stops, false, false],
    ['the first stops at the beginning', 0, 4, [0, 1, 2, 3], false, true],
    ['the first stops near the beginning', 2, 4, [0, 1, 2, 3], false, true],
    ['the current stop in its middle', 5, 5, [3, 4, 5, 6, 7], true, true],
    ['one stop more before the current one than after it', 5, 4, [3, 4, 5, 6], true, true],
    ['the last stops at the end', 9, 4, [6, 7, 8, 9], true, false],
  ])('shows %s', (_, here, most, shown, before, after) => {
    expect(stretchAround(stops, here, most)).toEqual({ stops: shown, before, after });
  });

  it('always shows the current stop, and as many as there is room for', () => {
    for (const here of stops) {
      for (const most of stops.slice(1)) {
        const stretch = stretchAround(stops, here, most);
        expect(stretch.stops).toContain(here);
        expect(stretch.stops).toHaveLength(most);
      }
    }
  });
});
