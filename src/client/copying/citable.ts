/** What the page says of the things on it that can be copied. */
import type { Citable } from '../../handbook/copied-forms.ts';
import { quotedIn } from './quoted.ts';

/** What a copy button stands behind: a heading, a term, the words of a claim. */
export function citableBehind(button: HTMLElement): Citable {
  const name = button.previousElementSibling;
  const title = textOf(name);
  const url = new URL(button.dataset.copyLink ?? '', location.href);
  // Furniture of the page holds many such things: their words say which it is.
  if (name && url.hash.startsWith('#_')) {
    const range = new Range();
    range.selectNodeContents(name);
    url.hash += quotedIn(range)?.directive ?? '';
  }
  const holder = button.closest('.text, .arrival');
  return citable(url, title, (holder && wordsOf(holder)) || title);
}

/**
 * Anything on this page.
 *
 * @param url its whole address
 * @param title its name, where it isn't the page's own
 * @param quote the words that stand for it
 */
export function citable({ href }: URL, title: string | undefined, quote: string): Citable {
  const page = textOf(document.querySelector('h1'));
  const now = new Date();
  const hereNow = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return {
    title: title ?? page,
    within: title === undefined ? undefined : page,
    handbook: document.querySelector<HTMLMetaElement>('[property="og:site_name"]')?.content ?? '',
    edition: document.querySelector<HTMLElement>('[data-edition]')?.dataset.edition ?? '',
    quote,
    url: href,
    changed: document.querySelector<HTMLTimeElement>('article time')?.dateTime,
    accessed: hereNow.toISOString().slice(0, 10),
  };
}

/** The words of what has a name: a term's meaning, who says what, a section's first paragraph. */
function wordsOf(holder: Element): string {
  const meaning = holder.querySelector('[data-meaning]');
  if (meaning) return textOf(meaning);
  const said = [...holder.querySelectorAll(':scope > dl > div')].map((one) => {
    // After what is said stands where: no part of it.
    const words = one.querySelector('dd')?.firstChild ?? null;
    return `${textOf(one.querySelector('dt'))}: ${textOf(words)}`;
  });
  return said.length > 0 ? said.join('\n') : textOf(holder.querySelector(':scope.text > p'));
}

/** What a reader sees of a node's text. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
