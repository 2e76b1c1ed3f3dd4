/** Narrows the list of questions down to those that hold every word that is typed, or words that begin so. */
import { subjectOf, type Token, tokensOf } from '../handbook/search/tokens.ts';

const input = document.querySelector<HTMLInputElement>('[data-question-filter]');
const status = document.querySelector<HTMLElement>('[data-question-count]');
const elsewhere = document.querySelector<HTMLAnchorElement>('[data-question-search]');
const groups = [...document.querySelectorAll<HTMLElement>('[data-question-group]')];
const sections = [...document.querySelectorAll<HTMLElement>('[data-question-groups]')];

/** The words of a text that say something, or all of them where none does. */
function wordsOf(text: string): Token[] {
  const subject = subjectOf(text);
  return subject.length > 0 ? subject : tokensOf(text);
}

// A question is also found by the title of its group.
const items = groups.flatMap((group) => {
  const title = group.querySelector('h3')?.textContent ?? '';
  return [...group.querySelectorAll('li')].map((item) => {
    const question = item.textContent.trim();
    return { item, question, words: wordsOf(`${title} ${question}`) };
  });
});

function filter(): void {
  const typed = input?.value ?? '';
  const asked = wordsOf(typed);
  const shown = new Set<string>();
  for (const { item, question, words } of items) {
    item.hidden = !asked.every(({ word, stem }) =>
      words.some((one) => one.stem === stem || one.word.startsWith(word)),
    );
    if (!item.hidden) shown.add(question);
  }
  for (const group of [...groups, ...sections]) {
    group.hidden = !group.querySelector('li:not([hidden])');
  }
  if (!status || !elsewhere) return;
  elsewhere.hidden = shown.size > 0;
  elsewhere.href = `${import.meta.env.BASE_URL}search/?q=${encodeURIComponent(typed)}`;
  if (asked.length === 0) status.textContent = '';
  else if (shown.size === 0) status.textContent = 'No question has all of these words.';
  else status.textContent = shown.size === 1 ? '1 question' : `${shown.size} questions`;
}

input?.addEventListener('input', filter);
// The browser brings the text back when the reader comes back.
filter();
