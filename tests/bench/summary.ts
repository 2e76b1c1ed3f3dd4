/** A query with the claims that answer it. */
export interface Query {
  query: string;
  class: string;
  claims: string[];
}

/** What the search made of a query. */
export interface Measured {
  query: Query;
  /** The sections that were found, best first. */
  results: string[];
  /** The place of the first result that answers, counted from 1; 0 where none does. */
  rank: number;
  /** From the last key to the results, in milliseconds, with a warm index. */
  wait: number;
  /** What a reader who has not searched before has to fetch. */
  bytes: number;
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** A row for each class of queries, and one for all. */
export function summarize(measured: Measured[]) {
  const rows = new Map([...Map.groupBy(measured, ({ query }) => query.class), ['all', measured]]);
  return Object.fromEntries(
    [...rows].map(([name, group]) => {
      const share = (counts: (one: Measured) => boolean) =>
        Number((group.filter(counts).length / group.length).toFixed(2));
      const reciprocal = group.map(({ rank }) => (rank > 0 ? 1 / rank : 0));
      return [
        name,
        {
          queries: group.length,
          'success at 1': share(({ rank }) => rank === 1),
          'at 3': share(({ rank }) => rank > 0 && rank <= 3),
          'mean reciprocal rank': Number(
            (reciprocal.reduce((sum, one) => sum + one, 0) / group.length).toFixed(2),
          ),
          'no result': group.filter(({ results }) => results.length === 0).length,
          'median wait (ms)': Math.round(median(group.map(({ wait }) => wait))),
          'median cold (KB)': Math.round(median(group.map(({ bytes }) => bytes)) / 1024),
        },
      ];
    }),
  );
}
