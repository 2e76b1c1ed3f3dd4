import type { Check } from './check.ts';

/** The stations of a career stand in the order of time, as far as their years are known. */
export const checkCareers: Check = ({ careers }) => {
  if (!careers) return [];
  const { file, data, lineOf } = careers;
  return Object.entries(data).flatMap(([id, { stations }]) =>
    stations.flatMap(({ title, from }, index) => {
      const earlier = stations.slice(0, index).findLast((station) => station.from);
      if (!from || !earlier?.from || earlier.from.year <= from.year) return [];
      return {
        file,
        line: lineOf([id, 'stations', index, 'from']),
        found: `the station "${title}" of ${from.year} after "${earlier.title}" of ${earlier.from.year}`,
        expected: 'stations in the order of time',
        mend: 'mend the year, or move the station up',
      };
    }),
  );
};
