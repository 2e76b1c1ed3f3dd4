/** The buttons beside headings: each copies the address that its section is shared by, and says so. */
const status = document.createElement('p');
status.role = 'status';
status.className = 'toast';
document.body.append(status);

let fading: ReturnType<typeof setTimeout>;

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('[data-copy-link]');
  if (!button) return;
  const { href } = new URL(button.dataset.copyLink ?? '', location.href);
  try {
    await navigator.clipboard.writeText(href);
    status.textContent = 'Link copied';
  } catch {
    // Without a secure connection or leave to write, the reader copies it by hand.
    status.textContent = href;
  }
  status.dataset.shown = '';
  clearTimeout(fading);
  fading = setTimeout(
    () => delete status.dataset.shown,
    status.textContent === href ? 12_000 : 2_000,
  );
});
