import { describe, expect, it } from 'vitest';
import { postingsOf, wholeIndex, wordsNear } from '../../../src/handbook/search/index-reader.ts';
import { createSearchIndex } from '../../../src/handbook/search/search-index.ts';
import { countStems, WEIGHTS } from '../../../src/handbook/search/section-words.ts';
import { handbookOf } from './book.ts';

const TEXTS = [
  'boots, boots and laces',
  'laces 100 7 w5',
  'constructor __proto__',
  Array.from({ length: 2_000 }, (_, index) => `w${index} ${index}`).join(' '),
];
const index = createSearchIndex(
  handbookOf(TEXTS.map((text, number) => ({ id: `section-${number}`, text }))),
  { ...WEIGHTS, text: 1 },
);
const pieces = wholeIndex(index);

/** An index that tells which of its pieces are asked for. */
function watched() {
  const asked: string[] = [];
  return {
    asked,
    pieces: {
      ...pieces,
      shard: (number: number) => {
        asked.push(`shard ${number}`);
        return pieces.shard(number);
      },
      spellings: (letter: string) => {
        asked.push(`spellings ${letter}`);
        return pieces.spellings(letter);
      },
    },
  };
}

describe('where a word stands', () => {
  it.each([
    { what: 'in one section', stem: 'boot', where: [[0, 2]] },
    {
      what: 'in two',
      stem: 'lace',
      where: [
        [0, 1],
        [1, 1],
      ],
    },
    {
      what: 'a number',
      stem: '100',
      where: [
        [1, 1],
        [3, 1],
      ],
    },
    {
      what: 'a number of one digit',
      stem: '7',
      where: [
        [1, 1],
        [3, 1],
      ],
    },
    { what: 'of all shards the last word', stem: 'w999', where: [[3, 1]] },
    { what: 'what every object has', stem: 'constructor', where: [[2, 1]] },
  ])('is known: $what', async ({ stem, where }) => {
    expect([...(await postingsOf(stem, pieces))]).toEqual(where);
  });

  it('is known of every word that is indexed', async () => {
    expect(index.shards.length).toBeGreaterThan(3);
    for (const [number, text] of TEXTS.entries()) {
      for (const [stem, count] of countStems([[text, 1]])) {
        expect((await postingsOf(stem, pieces)).get(number), stem).toBe(count);
      }
    }
  });

  it.each([
    '',
    ' ',
    'xyzzy',
    'boots',
    '!',
    'zzz',
    '0x',
    'toString',
    'hasOwnProperty',
    '__proto__',
    '世界',
  ])('is nowhere for a word that the book does not have: “%s”', async (stem) => {
    expect(await postingsOf(stem, pieces)).toEqual(new Map());
  });

  it('is nowhere in an empty book', async () => {
    const empty = wholeIndex(createSearchIndex(handbookOf([])));
    expect(await postingsOf('boot', empty)).toEqual(new Map());
  });

  it('takes one shard, and none for what comes before all words', async () => {
    const { asked, pieces } = watched();
    await postingsOf('boot', pieces);
    expect(asked).toHaveLength(1);
    await postingsOf('!', pieces);
    expect(asked).toHaveLength(1);
  });
});

describe('the words near another', () => {
  it('are those with its first letter, and those with its second', async () => {
    expect(await wordsNear('blank', pieces)).toEqual(['boots', 'laces']);
    expect(await wordsNear('lbank', pieces)).toEqual(['laces', 'boots']);
    expect(await wordsNear('ballad', pieces)).toEqual(['boots']);
  });

  it('are there once where the two letters are the same', async () => {
    expect(await wordsNear('llama', pieces)).toEqual(['laces']);
  });

  it('are none for letters that no word begins with, nor for no word', async () => {
    const { asked, pieces } = watched();
    for (const word of ['', 'xylophone', 'x', '世界'])
      expect(await wordsNear(word, pieces)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('a whole index', () => {
  it('has its records by their numbers, and no others', async () => {
    expect(await pieces.record(1)).toBe(index.records[1]);
    await expect(pieces.record(4)).rejects.toThrow('The index has no record 4.');
  });

  it('has nothing in shards and under letters that are not there', async () => {
    expect(await pieces.shard(999)).toEqual({});
    expect(await pieces.spellings('x')).toEqual([]);
  });
});
