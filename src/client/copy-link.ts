/**
 * The buttons that copy a link to what they stand behind. All that it takes is fetched when a reader turns
 * to one of them, so that a click copies at once.
 */

let copy: typeof import('./copying/copy.ts').copy | undefined;

async function load(): Promise<void> {
  ({ copy } = await import('./copying/copy.ts'));
}

function buttonOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-copy-link]') : null;
}

for (const turning of ['pointerover', 'focusin']) {
  addEventListener(turning, (event) => {
    // What goes wrong here is told when the button is pressed.
    if (buttonOf(event)) load().catch(() => {});
  });
}

addEventListener('click', async (event) => {
  const button = buttonOf(event);
  if (!button) return;
  try {
    // Some browsers let a page copy only before anything else has been waited for.
    if (!copy) await load();
    copy?.(button);
  } catch {
    // Out of reach: the browser itself shows the link, selected.
    prompt('Copy this link', new URL(button.dataset.copyLink ?? '', location.href).href);
  }
});
