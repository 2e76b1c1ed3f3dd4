import type { Dirent } from 'node:fs';
import { href, type Location, PAGES, SEARCH_PIECES, twinPath } from '../handbook/address.ts';

/** Files whose names change with their content: a copy of one is good for ever. */
const HASHED = ['/_astro/', SEARCH_PIECES];

/** What a page can't say about itself: these go with every answer. */
const SECURITY = [
  "Content-Security-Policy: frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy: same-origin',
  'Permissions-Policy: camera=(), geolocation=(), microphone=()',
  'Referrer-Policy: strict-origin-when-cross-origin',
  'X-Content-Type-Options: nosniff',
];

/** Files at the top whose type hosts don't know, or serve without saying how their text is encoded. */
const TYPES: Record<string, string[]> = {
  [PAGES.llms]: ['Content-Type: text/plain; charset=utf-8'],
  [PAGES.llmsFull]: ['Content-Type: text/plain; charset=utf-8'],
  [PAGES.feed]: ['Content-Type: application/atom+xml; charset=utf-8'],
  [PAGES.openSearch]: ['Content-Type: application/opensearchdescription+xml; charset=utf-8'],
  [PAGES.epub]: ['Content-Type: application/epub+zip'],
};

const FOREVER = 'Cache-Control: public, max-age=31536000, immutable';
const REVALIDATE = 'Cache-Control: public, max-age=0, must-revalidate';

/**
 * The `_headers` file that Netlify, Cloudflare Pages and others read.
 *
 * Hosts join the values of a header that several rules set, so each address gets its caching from one
 * rule alone: the hashed folders from theirs, everything else from the rule of its top folder or file.
 * Some hosts read one rule an address, so a file's type stands with its caching.
 *
 * @param entries what lies at the top of the built site
 * @returns the file's text
 */
export function hostingHeaders(entries: Dirent[], location: Pick<Location, 'base'>): string {
  const rule = (path: string, headers: string[]) =>
    [href(path, location), ...headers.map((header) => `  ${header}`)].join('\n');
  const revalidated = entries
    .filter(({ name }) => !HASHED.some((folder) => folder.startsWith(`/${name}/`)))
    .map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`));
  return [
    rule('/*', SECURITY),
    ...HASHED.map((folder) => rule(`${folder}*`, [FOREVER])),
    ...['/', ...revalidated].map((path) => rule(path, [REVALIDATE, ...(TYPES[path] ?? [])])),
    rule(twinPath('*'), ['Content-Type: text/markdown; charset=utf-8']),
    '',
  ].join('\n\n');
}
