/** The theme switch: system, light, dark, and round again. `before-paint.js` applies the stored choice. */
const THEMES = ['system', 'light', 'dark'] as const;
const KEY = 'waymark-theme';

const root = document.documentElement;
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-switch]');

function show(theme: string): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const button of buttons) {
    button.title = `Theme: ${theme}`;
    button.ariaLabel = button.title;
  }
}

function next(): void {
  const now = THEMES.findIndex((theme) => theme === (root.dataset.theme ?? 'system'));
  const theme = THEMES[(now + 1) % THEMES.length] ?? 'system';
  show(theme);
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Where nothing may be stored, the choice lasts as long as the page.
  }
}

/** What is stored, and not what the page began with: it may have been drawn ahead, or kept while the reader was elsewhere. */
function showStored(): void {
  let theme = root.dataset.theme ?? 'system';
  try {
    theme = localStorage.getItem(KEY) ?? 'system';
  } catch {
    // What can't be read wasn't stored either.
  }
  show(theme);
}

for (const button of buttons) button.addEventListener('click', next);
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) showStored();
});
document.addEventListener('prerenderingchange', showStored);
showStored();
