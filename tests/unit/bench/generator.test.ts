import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../../src/folders.ts';
import { loadHandbook } from '../../../src/handbook/load.ts';
import { subjectOf } from '../../../src/handbook/search/tokens.ts';
import { createChance } from '../../bench/generator/chance.ts';
import { generateHandbook } from '../../bench/generator/generate-handbook.ts';
import { inventWord } from '../../bench/generator/invent-word.ts';
import { drawNewWord, drawWord, fill, learnLanguage } from '../../bench/generator/language.ts';
import { writeHandbook } from '../../bench/generator/write-handbook.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../support/build.ts';

afterAll(removeTemporaryFolders);

const language = learnLanguage(await loadHandbook(CONTENT_FOLDER, PUBLIC_FOLDER));
const folder = await temporaryFolder();
await writeHandbook(17, folder);

/** How many different words that say something some chapters' files have. */
function vocabularyOf(files: Map<string, string>): number {
  const texts = [...files].filter(([file]) => file.startsWith('chapters/')).map(([, text]) => text);
  return new Set(texts.flatMap((text) => subjectOf(text).map(({ word }) => word))).size;
}

describe('a made-up handbook', () => {
  it('is the same for the same size', () => {
    const once = generateHandbook(9, language, '');
    expect([...generateHandbook(9, language, '')]).toEqual([...once]);
  });

  it('is written as it was made', async () => {
    const files = generateHandbook(
      17,
      language,
      await readFile(path.join(CONTENT_FOLDER, 'synonyms.yaml'), 'utf8'),
    );
    const written = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(written.filter((entry) => entry.isFile())).toHaveLength(files.size);
    for (const [file, text] of files) {
      expect(await readFile(path.join(folder, file), 'utf8')).toBe(text);
    }
  });

  it('breaks no rule of a handbook, and has parts of eight chapters', async () => {
    const book = await loadHandbook(folder, PUBLIC_FOLDER);
    expect(book.parts.map(({ chapters }) => chapters.length)).toEqual([8, 8, 1]);
    expect(book.synonyms).not.toEqual([]);
  });

  it('has chapters, sections, claims and links as a real one has', async () => {
    const { chapters, sections, sources } = await loadHandbook(folder, PUBLIC_FOLDER);
    const claims = sources.flatMap((source) => source.claims);
    for (const { words, sections } of chapters) {
      expect(words).toBeGreaterThan(1100);
      expect(words).toBeLessThan(1400);
      expect(sections.length).toBeGreaterThanOrEqual(6);
      expect(sections.length).toBeLessThanOrEqual(8);
    }
    expect(claims.length / sections.size).toBeCloseTo(2, 0);
    expect(claims.filter((claim) => claim.sections.length === 0)).toEqual([]);
    const texts = await Promise.all(
      chapters.map(({ id }) => readFile(path.join(folder, 'chapters', `${id}.mdx`), 'utf8')),
    );
    const links = texts.join('\n').match(/\]\(\/(?:chapters|glossary)\//g) ?? [];
    expect(links.length / chapters.length).toBeGreaterThan(6);
  });

  it('asks nothing twice, however few words it has', () => {
    const words = language.words.slice(0, 50);
    const poor = {
      ...language,
      words,
      counts: [...words.keys()],
      questions: [['Why ', ' or ', '?']],
    };
    const texts = [...generateHandbook(9, poor, '').values()].join('\n');
    const questions = texts.match(/(?<=- )Why .* or .*\?/g) ?? [];
    expect(questions.length).toBeGreaterThan(100);
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('has ever more words the longer it is, and ever fewer new ones', () => {
    const [few = 0, some = 0, many = 0] = [20, 40, 60].map((count) =>
      vocabularyOf(generateHandbook(count, language, '')),
    );
    expect(some).toBeGreaterThan(few);
    expect(many).toBeGreaterThan(some);
    expect(many - some).toBeLessThan(some - few);
  });
});

describe('a language', () => {
  const chance = createChance(1);

  it('has the words of its book as often as the book', () => {
    const few = { ...language, words: ['often', 'never', 'seldom'], counts: [90, 90, 100] };
    const drawn = Array.from({ length: 5000 }, () => drawWord(few, chance));
    const shareOf = (word: string) => drawn.filter((one) => one === word).length / drawn.length;
    expect(shareOf('often')).toBeCloseTo(0.9, 1);
    expect(shareOf('never')).toBe(0);
    expect(shareOf('seldom')).toBeCloseTo(0.1, 1);
  });

  it('makes up words, some of them again', () => {
    const drawn = Array.from({ length: 5000 }, () => drawNewWord(language, chance));
    expect(drawn.filter((word) => !/^[a-z]{6,}$/.test(word))).toEqual([]);
    expect(new Set(drawn).size).toBeGreaterThan(0.5 * drawn.length);
    expect(new Set(drawn).size).toBeLessThan(0.95 * drawn.length);
  });

  it('says the words that it is given between those that hold a sentence together', () => {
    const words = ['first', 'second'].values();
    expect(fill(['The ', ' of the ', '.'], () => words.next().value ?? '')).toBe(
      'The first of the second.',
    );
    expect(fill(['', ' it, or ', '?'], () => 'ask')).toBe('Ask it, or ask?');
  });
});

describe('an invented word', () => {
  it('is another for each number', () => {
    const words = Array.from({ length: 100_000 }, (_, number) => inventWord(number));
    expect(new Set(words).size).toBe(words.length);
  });
});
