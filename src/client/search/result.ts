import { subjectOf } from '../../handbook/search/tokens.ts';
import type { Found } from './engine.ts';

/**
 * A section as a result: a link, where it stands, the question that it answers, and its point.
 *
 * @param query whose words are marked
 */
export function toResult(
  { href, title, place, point, question }: Found,
  query: string,
): HTMLLIElement {
  const stems = new Set(subjectOf(query).map(({ stem }) => stem));
  const paragraph = (name: string, text: string) => {
    const element = document.createElement('p');
    element.dataset[name] = '';
    element.append(...mark(text, stems));
    return element;
  };
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.dataset.searchResult = '';
  link.textContent = title;
  item.append(link, paragraph('searchPlace', place));
  if (question) item.append(paragraph('searchQuestion', question));
  item.append(paragraph('searchExcerpt', point));
  return item;
}

/** A text with the words that a query asked for in `<mark>`. */
function mark(text: string, stems: ReadonlySet<string>): (Node | string)[] {
  return text.split(/(?<=\P{L})(?=\p{L})|(?<=\p{L})(?=\P{L})/u).map((piece) => {
    const [token] = subjectOf(piece);
    if (token === undefined || !stems.has(token.stem)) return piece;
    const marked = document.createElement('mark');
    marked.textContent = piece;
    return marked;
  });
}
