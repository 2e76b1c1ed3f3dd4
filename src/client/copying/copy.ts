/** Copies the link to something, and offers it in other forms beside the button. */
import { toLink } from '../../handbook/copied-forms.ts';
import { citableBehind } from './citable.ts';
import { put } from './clipboard.ts';
import { offerOtherForms } from './other-forms.ts';

/**
 * @param button what was pressed
 * @param what it copies the link to, where that isn't what it stands behind
 */
export async function copy(button: HTMLElement, what = citableBehind(button)): Promise<void> {
  if (await put(toLink(what), 'Link copied', button, what.url)) offerOtherForms(button, what);
}
