/**
 * Offers a link to the words that are selected, once the reader is done selecting, for as long as they
 * are: a button at the foot of the window, out of the way of the selection and of the system's own menus.
 * Tab goes from the selection to it.
 */
import type { Citable } from '../../handbook/copied-forms.ts';
import { createToast } from '../toast.ts';
import { citable, textOf } from './citable.ts';
import { copy } from './copy.ts';
import { quotedIn } from './quoted.ts';

/** How long a selection stays as it is when it is done, in milliseconds. */
const PAUSE = 300;

const button = createToast('button');
button.type = 'button';
button.textContent = 'Copy link to this passage';

let offered: Citable | undefined;
let isPressed = false;
let pause: ReturnType<typeof setTimeout>;

/** What is selected, if it is text of the chapter. */
function selectedRange(): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const holder = range.commonAncestorContainer;
  const element = holder instanceof Element ? holder : holder.parentElement;
  return element?.closest('article') ? range : undefined;
}

function offer(): void {
  // The button and its menu outlast the selection while they are in use.
  if (isPressed || button.matches(':focus, [aria-expanded="true"]')) return;
  const range = selectedRange();
  const quoted = range && quotedIn(range);
  if (!quoted) {
    button.remove();
    return;
  }
  const { words, directive, first, last } = quoted;
  const heading = first.closest('section')?.querySelector(':is(h2, h3)[id]');
  const url = new URL(location.pathname, location.href);
  url.hash = `${heading?.id ?? ''}${directive}`;
  offered = citable(url, heading ? textOf(heading) : undefined, words);
  const block = last.closest('.text > *, article > *');
  if (block && block.nextElementSibling !== button) block.after(button);
}

function offerSoon(): void {
  clearTimeout(pause);
  pause = setTimeout(offer, PAUSE);
}

button.addEventListener('click', () => {
  if (offered) copy(button, offered);
});
// Pressing it would take the selection away.
button.addEventListener('mousedown', (event) => event.preventDefault());
button.addEventListener('blur', offerSoon);
document.addEventListener('selectionchange', offerSoon);
for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const) {
  document.addEventListener(type, ({ buttons, pointerType }) => {
    isPressed = buttons > 0 && pointerType === 'mouse';
    if (type === 'pointerup') offerSoon();
  });
}
offerSoon();
