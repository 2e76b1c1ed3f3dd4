/**
 * The stretch of a part's trail that a chapter shows: at most `most` waymarks, with the chapter as near
 * their middle as the ends of the part allow.
 *
 * @param stops all stops of the trail in order
 * @param here the index of the current one
 * @returns the stops to show, and whether the trail goes on before and after them
 */
export function stretchAround<T>(
  stops: readonly T[],
  here: number,
  most: number,
): { stops: T[]; before: boolean; after: boolean } {
  const start = Math.max(0, Math.min(here - Math.floor(most / 2), stops.length - most));
  const shown = stops.slice(start, start + most);
  return { stops: shown, before: start > 0, after: start + shown.length < stops.length };
}
