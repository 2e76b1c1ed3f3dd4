/** What is shown at the foot of the window: what was just done, and what can be done. */
import styles from '../styles/toast.css?inline';
import { adopt } from './adopt.ts';

adopt(styles);

/**
 * An element at the foot of the window, once it is in the page.
 *
 * @param name a paragraph is seen while it has `data-shown`, a button always
 */
export function createToast<Name extends 'p' | 'button'>(name: Name): HTMLElementTagNameMap[Name] {
  const toast = document.createElement(name);
  toast.className = 'toast';
  return toast;
}
