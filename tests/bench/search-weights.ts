/**
 * What each weight of the search is worth: ranks the queries of the two lists for tuning with the model
 * alone, without a browser, and prints how many the first result answers, how many one of three, and the
 * mean reciprocal rank, first as things are and then with one weight changed at a time.
 *
 *     npm run bench:search-weights
 */
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../src/folders.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { wholeIndex } from '../../src/handbook/search/index-reader.ts';
import { RANKING } from '../../src/handbook/search/rank.ts';
import { search } from '../../src/handbook/search/search.ts';
import { createSearchIndex } from '../../src/handbook/search/search-index.ts';
import { WEIGHTS } from '../../src/handbook/search/section-words.ts';
import { createThesaurus, VARIANTS } from '../../src/handbook/search/thesaurus.ts';
import { claimsBySection, rankOf, readQueries } from './queries.ts';
import type { Query } from './summary.ts';

/** What is tried instead of each weight. */
const TRIALS: { [set in 'weights' | 'variants' | 'ranking']: Record<string, number[]> } = {
  weights: {
    title: [4, 8, 10],
    questions: [2, 3, 6],
    keywords: [0, 2, 4, 6],
    claims: [0, 2, 4, 6],
    topics: [0, 1, 4],
    chapter: [0, 2],
    text: [0, 1, 3],
  },
  variants: { synonym: [0, 0.2, 0.4, 0.6], abbreviation: [0.5, 0.7, 1] },
  ranking: { saturation: [2, 5, 8, 15], synonymRarity: [0, 0.25, 1], unsourced: [0.4, 0.8, 1] },
};

const book = await loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER);
const sections = [...book.sections.values()];
const stated = claimsBySection(
  book.chapters.map((chapter) =>
    chapter.sections.map(({ id, level, claims }) => ({
      id,
      level,
      claims: claims.map((claim) => claim.id),
    })),
  ),
);
const lists = { tuning: await readQueries('tuning'), more: await readQueries('more') };

async function measure(
  queries: Query[],
  { weights = WEIGHTS, variants = VARIANTS, ranking = RANKING },
) {
  const index = wholeIndex(createSearchIndex(book, weights));
  const thesaurus = createThesaurus(index.head, variants);
  const ranks: number[] = [];
  for (const query of queries) {
    const found = await search(query.query, index, thesaurus, { ranking });
    const ids = found.sections.map((number) => sections[number]?.id ?? '');
    ranks.push(rankOf(query, ids, stated));
  }
  const share = (counts: (rank: number) => number) =>
    (ranks.reduce((sum, rank) => sum + counts(rank), 0) / ranks.length).toFixed(3);
  return [
    share((rank) => Number(rank === 1)),
    share((rank) => Number(rank >= 1 && rank <= 3)),
    share((rank) => (rank > 0 ? 1 / rank : 0)),
  ].join('  ');
}

const rows: Record<string, Record<string, string>> = {};
async function addRow(name: string, changed: Parameters<typeof measure>[1]): Promise<void> {
  rows[name] = {
    tuning: await measure(lists.tuning, changed),
    more: await measure(lists.more, changed),
  };
}

const now = { weights: WEIGHTS, variants: VARIANTS, ranking: RANKING };
await addRow('as it is', now);
for (const set of ['weights', 'variants', 'ranking'] as const) {
  for (const [name, values] of Object.entries(TRIALS[set])) {
    for (const value of values) {
      await addRow(`${name} ${value}`, { ...now, [set]: { ...now[set], [name]: value } });
    }
  }
}
console.table(rows);
