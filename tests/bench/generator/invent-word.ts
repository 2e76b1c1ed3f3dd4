const ONSETS = 'b br c d dr f fl g gr h k l m n p pl r s st t tr v'.split(' ');
const VOWELS = 'a e i o u'.split(' ');
const ENDS = ['', 'n', 'r', 'l', 'nd', 'm', 's'];
const SYLLABLES = ONSETS.flatMap((onset) => VOWELS.map((vowel) => onset + vowel));
const WORDS = SYLLABLES.length ** 3 * ENDS.length;

/** A prime that the number of words is no multiple of, so that neighbors among the numbers look nothing alike. */
const STRIDE = 5_600_027;

/**
 * A word that can be said and that nobody says.
 *
 * @param number from 0 on; different numbers below nine million make different words
 */
export function inventWord(number: number): string {
  let rest = ((number % WORDS) * STRIDE) % WORDS;
  const take = (list: string[]) => {
    const taken = list[rest % list.length] ?? '';
    rest = Math.floor(rest / list.length);
    return taken;
  };
  return take(SYLLABLES) + take(SYLLABLES) + take(SYLLABLES) + take(ENDS);
}
