import { describe, expect, it } from 'vitest';
import { textDirective, wholeWords } from '../../src/handbook/text-fragment.ts';

/** Where words stand in a text, the first of them if there are several. */
function spanOf(text: string, words: string) {
  const from = text.indexOf(words);
  expect(from, words).toBeGreaterThanOrEqual(0);
  return { from, to: from + words.length };
}

/** What an address quotes of a text: prefix, start, end and suffix as they stand in it. */
const quote = (text: string, words: string) =>
  decodeURIComponent(textDirective(text, spanOf(text, words)).replace(':~:text=', ''));

describe('words that are quoted', () => {
  it('are quoted alone where they are found once', () => {
    expect(quote('A knot is enough. A rope is more.', 'rope is')).toBe('rope is');
  });

  it('are told by what stands around them from others that read alike', () => {
    const text = 'Ask first. Then ask again.\nWait. Then ask somebody else.';
    const from = text.lastIndexOf('Then ask');
    const directive = decodeURIComponent(textDirective(text, { from, to: from + 8 }));
    expect(directive).toBe(':~:text=Wait.-,Then ask,-somebody');
  });

  it('are quoted by their ends where they are many', () => {
    const many = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    expect(quote(`Before. ${many}. After.`, many)).toBe(
      'word0 word1 word2 word3,word56 word57 word58 word59',
    );
  });

  it('are quoted by their ends where they reach into the next paragraph', () => {
    const text = 'One ends here.\nAnother begins there.';
    expect(quote(text, 'ends here.\nAnother begins')).toBe('ends here.,Another begins');
  });

  it('keep their commas and hyphens, which would tell parts of a quote apart', () => {
    const text = 'A one-on-one, then (perhaps) a walk & “talk”.';
    const directive = textDirective(
      text,
      spanOf(text, 'one-on-one, then (perhaps) a walk & “talk”'),
    );
    expect(directive).toBe(
      ':~:text=one%2Don%2Done%2C%20then%20%28perhaps%29%20a%20walk%20%26%20%E2%80%9Ctalk%E2%80%9D',
    );
  });

  it('are no pattern to look for', () => {
    expect(quote('What (if) it is a+b? And a+b*c.', 'a+b*c')).toBe('a+b*c');
  });
});

describe('a selection', () => {
  const text = 'Letting go isn’t easy, is it?';
  const selected = (from: number, to: number) => {
    const span = wholeWords(text, { from, to });
    return span && text.slice(span.from, span.to);
  };

  it('takes in the whole of the words that it begins and ends in', () => {
    expect(selected(3, 9)).toBe('Letting go');
    expect(selected(12, 20)).toBe('isn’t easy');
  });

  it('loses white space at its ends', () => {
    expect(selected(7, 11)).toBe('go');
  });

  it('is nothing where it holds no word', () => {
    expect(selected(21, 23)).toBeUndefined();
    expect(selected(28, 29)).toBeUndefined();
  });
});
