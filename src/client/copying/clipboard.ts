/** Puts text on the clipboard and says so; where that isn't allowed, shows it for copying by hand. */
import type { Copied } from '../../handbook/copied-forms.ts';
import styles from '../../styles/copying.css?inline';
import { adopt } from '../adopt.ts';
import { createToast } from '../toast.ts';

/** How long it is said that something was copied, in milliseconds. */
const SAID = 2_500;

adopt(styles);

const status = createToast('p');
status.role = 'status';

const byHand = document.createElement('div');
byHand.popover = 'auto';
byHand.className = 'by-hand';
byHand.role = 'dialog';
byHand.ariaLabel = 'Copy by hand';
const label = document.createElement('label');
const field = document.createElement('textarea');
field.readOnly = true;
field.rows = 1;
label.append('This browser doesn’t let the page copy. Here it is, selected:', field);
byHand.append(label);
document.body.append(status, byHand);

let fading: ReturnType<typeof setTimeout>;

/**
 * Copies something.
 *
 * @param done what is said then. `Link copied`
 * @param opener what has the focus after it was copied by hand
 * @param shown what is shown where copying isn't allowed
 * @returns whether it is on the clipboard
 */
export async function put(
  { text, html }: Copied,
  done: string,
  opener: HTMLElement,
  shown = text,
): Promise<boolean> {
  try {
    const blobs = { 'text/plain': text, ...(html && { 'text/html': html }) };
    const items = Object.entries(blobs).map(([type, data]) => [type, new Blob([data], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(items))]);
  } catch {
    showForHand(shown, opener);
    return false;
  }
  status.textContent = done;
  status.dataset.shown = '';
  clearTimeout(fading);
  fading = setTimeout(() => delete status.dataset.shown, SAID);
  return true;
}

function showForHand(text: string, opener: HTMLElement): void {
  field.value = text;
  // The focus returns to what has it now.
  opener.focus();
  byHand.showPopover({ source: opener });
  field.select();
}
