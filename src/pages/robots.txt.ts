import { location, permalink } from '../book.ts';

/** Everything may be read; where the site is known, the sitemap says what there is. */
export function GET(): Response {
  const lines = ['User-agent: *', 'Allow: /'];
  if (location.site) lines.push(`Sitemap: ${permalink('/sitemap-index.xml')}`);
  return new Response(`${lines.join('\n')}\n`);
}
