/** A source of chance that gives the same again for the same seed. */
export interface Chance {
  /** From 0 up to 1, which it never is. */
  number(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** @throws {RangeError} where the list is empty */
  pick<T>(list: readonly T[]): T;
}

/** @param seed a whole number */
export function createChance(seed: number): Chance {
  let state = seed;
  // Mulberry32, by Tommy Ettinger.
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(number() * (high - low + 1));
  return {
    number,
    between,
    pick(list) {
      const index = between(0, list.length - 1);
      if (!(index in list)) throw new RangeError('There is nothing to pick from.');
      return list[index] as (typeof list)[number];
    },
  };
}
