/** From this length on a word may be wrong in two places; shorter ones turn into other words too easily. */
const TWO_MISTAKES = 7;
/** A shorter word is an abbreviation or has too many neighbors. */
const SHORTEST = 4;

/**
 * The word of the book that a misspelled one probably is: the nearest by letters that are wrong,
 * missing, too many or swapped, and of several as near the first.
 *
 * @param words those of the book, the ones that it has most often first
 * @returns nothing where no word is near enough
 */
export function mendWord(word: string, words: readonly string[]): string | undefined {
  if (word.length < SHORTEST || /\d/.test(word)) return undefined;
  const most = word.length >= TWO_MISTAKES ? 2 : 1;
  let best: { word: string; cost: number } | undefined;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const mistakes = distance(word, candidate);
    if (mistakes > most) continue;
    // People rarely mistake the first letter.
    const cost = mistakes + (candidate[0] === word[0] ? 0 : 0.5);
    if (!best || cost < best.cost) best = { word: candidate, cost };
  }
  return best?.word;
}

/** How many letters have to be changed, added, dropped or swapped with the next (optimal string alignment). */
export function distance(a: string, b: string): number {
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
