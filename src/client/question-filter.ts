/** Narrows the list of questions down to those that hold every word that is typed, or a beginning of it. */
const input = document.querySelector<HTMLInputElement>('[data-question-filter]');
const status = document.querySelector<HTMLElement>('[data-question-count]');
const groups = [...document.querySelectorAll<HTMLElement>('[data-question-group]')];
const sections = [...document.querySelectorAll<HTMLElement>('[data-question-groups]')];

const plain = (text: string | null) => (text ?? '').toLowerCase().replaceAll('’', "'");
const items = groups.flatMap((group) =>
  [...group.querySelectorAll('li')].map((item) => ({ item, text: plain(item.textContent) })),
);

function filter(): void {
  const words = plain(input?.value ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const shown = new Set<string>();
  for (const { item, text } of items) {
    item.hidden = !words.every((word) => text.includes(word));
    if (!item.hidden) shown.add(text);
  }
  for (const group of [...groups, ...sections])
    group.hidden = !group.querySelector('li:not([hidden])');
  if (!status) return;
  if (words.length === 0) status.textContent = '';
  else if (shown.size === 0)
    status.textContent =
      'No question has all of these words. The search looks into the text as well.';
  else status.textContent = shown.size === 1 ? '1 question' : `${shown.size} questions`;
}

input?.addEventListener('input', filter);
// The browser brings the text back when the reader comes back.
filter();
