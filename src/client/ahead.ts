const asked = new Set<string>();

/**
 * Has the browser fetch a file that is asked for in a moment, so that it doesn't come only after what asks
 * for it; once, since whoever asks keeps what comes of it.
 *
 * @param kind what the file is: a script's module, or something for `fetch`
 */
export function fetchAhead(href: string, kind: 'module' | 'fetch'): void {
  if (asked.has(href)) return;
  asked.add(href);
  const link = document.createElement('link');
  link.rel = kind === 'module' ? 'modulepreload' : 'preload';
  if (kind === 'fetch') {
    link.as = kind;
    link.crossOrigin = '';
    link.referrerPolicy = 'no-referrer';
  }
  link.href = href;
  document.head.append(link);
}

/**
 * What Vite puts around an import: a module's own imports are fetched beside it, and not after it. Ours takes
 * the place of Vite's, which looks after styles and old browsers, too, and would be a quarter of what a
 * page runs.
 *
 * @param files what the module imports, and itself, as paths from the site's root without the slash ahead
 */
export function __vitePreload<T>(load: () => T, files: string[] = []): T {
  for (const file of files) fetchAhead(import.meta.env.BASE_URL + file, 'module');
  return load();
}
