/** The theme switch: system, light, dark, and round again. `before-paint.js` applies the stored choice. */
const THEMES = ['system', 'light', 'dark'] as const;
const KEY = 'waymark-theme';

const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');

function show(theme: string): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  if (!button) return;
  button.title = `Theme: ${theme}`;
  button.ariaLabel = button.title;
}

button?.addEventListener('click', () => {
  const now = THEMES.findIndex((theme) => theme === (root.dataset.theme ?? 'system'));
  const next = THEMES[(now + 1) % THEMES.length] ?? 'system';
  show(next);
  try {
    if (next === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Where nothing may be stored, the choice lasts as long as the page.
  }
});

show(root.dataset.theme ?? 'system');
