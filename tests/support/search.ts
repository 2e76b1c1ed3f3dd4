import type { Page } from 'playwright-core';

/** As many sections as the search shows at first, and as many as each "Show more" adds. */
export const SHOWN = 12;

/** What the search says where it shows so many sections: that those are all, or the nearest of more. */
export function saysOf(shown: number): RegExp {
  if (shown === 1) return /^1 section$/;
  return new RegExp(`^(?:${shown} sections|The ${shown} nearest of \\d+ sections)$`);
}

/** The addresses that a page asks for of what the search needs, as they come. */
export function listenForEngine(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/_search\/|\/search\/index\.json/.test(request.url())) asked.push(request.url());
  });
  return asked;
}
