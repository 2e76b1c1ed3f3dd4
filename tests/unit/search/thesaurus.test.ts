import { describe, expect, it } from 'vitest';
import { createThesaurus } from '../../../src/handbook/search/thesaurus.ts';

/** What may stand for a word or a phrase, by its stems. */
const variantsOf = (
  key: string,
  { synonyms = [], abbreviations = [] }: Partial<Parameters<typeof createThesaurus>[0]>,
) =>
  (createThesaurus({ synonyms, abbreviations }).variants.get(key) ?? []).map(({ stems }) =>
    stems.join(' '),
  );

describe('a synonym', () => {
  const synonyms = [['Boot', 'Walking-shoe', 'naïve clog']];

  it('is every other word of its group, and not the word itself', () => {
    expect(variantsOf('boot', { synonyms })).toEqual(['walk shoe', 'naiv clog']);
    expect(variantsOf('walk shoe', { synonyms })).toEqual(['boot', 'naiv clog']);
  });

  it('is known by all the forms of its words', () => {
    const delegating = { synonyms: [['delegate', 'assign tasks']] };
    expect(variantsOf('deleg', delegating)).toEqual(['assign task']);
  });

  it('is there once, though two groups or two forms say it', () => {
    const twice = {
      synonyms: [
        ['boot', 'shoe', 'shoes'],
        ['boots', 'shoe'],
      ],
    };
    expect(variantsOf('boot', twice)).toEqual(['shoe']);
    expect(variantsOf('shoe', twice)).toEqual(['boot']);
  });

  it('is none where two spellings are one word', () => {
    expect(variantsOf('oneonon', { synonyms: [['1:1', 'one-on-one', 'sync']] })).toEqual(['sync']);
  });

  it('is none that says nothing', () => {
    expect(variantsOf('boot', { synonyms: [['boot', 'what to do', '']] })).toEqual([]);
  });

  it('is found by a phrase of fillers alone, and by nothing less', () => {
    const saying = { synonyms: [['say no', 'decline']] };
    expect(variantsOf('sai no', saying)).toEqual(['declin']);
    expect(variantsOf('sai', saying)).toEqual([]);
    expect(variantsOf('no', saying)).toEqual([]);
    expect(variantsOf('', saying)).toEqual([]);
  });

  it('is found by a phrase without its fillers where that is still one', () => {
    const going = { synonyms: [['go back to coding', 'return']] };
    expect(variantsOf('go back to code', going)).toEqual(['return']);
    expect(variantsOf('back code', going)).toEqual(['return']);
  });

  it('is not found by the one word that a phrase has beside its fillers', () => {
    const busy = { synonyms: [['no time', 'busy']] };
    expect(variantsOf('no time', busy)).toEqual(['busi']);
    expect(variantsOf('time', busy)).toEqual([]);
  });

  it('is no phrase of which one word is left without its fillers', () => {
    expect(variantsOf('busi', { synonyms: [['no time', 'busy', 'occupied']] })).toEqual(['occupi']);
  });

  it('may be the name of what every object has', () => {
    expect(variantsOf('constructor', { synonyms: [['constructor', 'builder']] })).toEqual([
      'builder',
    ]);
    expect(variantsOf('toString', { synonyms: [['constructor', 'builder']] })).toEqual([]);
  });
});

describe('an abbreviation', () => {
  it('stands for what it is short for, and the other way round', () => {
    const abbreviations: [string, string][] = [['EM', 'engineering manager']];
    expect(variantsOf('em', { abbreviations })).toEqual(['engin manag']);
    expect(variantsOf('engin manag', { abbreviations })).toEqual(['em']);
  });

  it('is none where both are one word, and stands for nothing that says nothing', () => {
    expect(variantsOf('oneonon', { abbreviations: [['1:1', 'one-to-one']] })).toEqual([]);
    expect(variantsOf('ab', { abbreviations: [['AB', 'as it be']] })).toEqual([]);
    expect(
      variantsOf('inform technolog', { abbreviations: [['IT', 'information technology']] }),
    ).toEqual([]);
  });

  it('counts more than a synonym, and each less than the word itself', () => {
    const { variants } = createThesaurus({
      synonyms: [['walk', 'hike']],
      abbreviations: [['EM', 'engineering manager']],
    });
    const [synonym] = variants.get('walk') ?? [];
    const [abbreviation] = variants.get('em') ?? [];
    expect(synonym?.weight).toBeGreaterThan(0);
    expect(abbreviation?.weight).toBeGreaterThan(synonym?.weight ?? 1);
    expect(abbreviation?.weight).toBeLessThan(1);
  });

  it('counts as much as it is told to', () => {
    const { variants } = createThesaurus(
      { synonyms: [['walk', 'hike']], abbreviations: [['EM', 'engineering manager']] },
      { synonym: 0.2, abbreviation: 0.3 },
    );
    expect(variants.get('walk')?.[0]?.weight).toBe(0.2);
    expect(variants.get('em')?.[0]?.weight).toBe(0.3);
  });
});

describe('the words of a thesaurus', () => {
  it('are all that say something, as they are written and by their stems', () => {
    const { words, stems } = createThesaurus({
      synonyms: [['Blind spot', 'say no', 'feedback']],
      abbreviations: [['EM', 'engineering manager']],
    });
    expect(words.toSorted()).toEqual(['blind', 'em', 'engineering', 'feedback', 'manager', 'spot']);
    expect([...stems].toSorted()).toEqual(['blind', 'em', 'engin', 'feedback', 'manag', 'spot']);
  });

  it('are none where the book has none', () => {
    const { words, stems, variants } = createThesaurus({ synonyms: [], abbreviations: [] });
    expect([words, [...stems], [...variants]]).toEqual([[], [], []]);
  });
});
