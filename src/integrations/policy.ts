import { hash } from 'node:crypto';
import type { AstroPrerenderer } from 'astro';

const INLINE = /<(script|style)(?: [^>]*)?>(.*?)<\/\1>/gs;
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;
/** A page's head begins with its encoding, which has to be known within its first 1,024 bytes. */
const HEAD = /<head[^>]*>\s*(?:<meta charset=[^>]*>)?/;
const HASH = / 'sha256-[^']+'/g;

/**
 * A page is read with one character a byte, which is how its scripts are hashed: what is looked for is
 * ASCII, and the largest page takes hundreds of megabytes as text.
 */
const BYTES = 'latin1';

/**
 * Leaves in the security policy of each page only what the page needs, as it is rendered.
 *
 * Astro writes the hashes of the whole site's scripts and styles into every page: half a kilobyte that
 * doesn't compress, in the first flight of each.
 *
 * @param prerenderer what renders the pages
 */
export function withNarrowPolicies(prerenderer: AstroPrerenderer): AstroPrerenderer {
  return {
    ...prerenderer,
    render: async (request, options) => {
      const result = await prerenderer.render(request, options);
      const { response, ...rest } = result instanceof Response ? { response: result } : result;
      if (!response.headers.get('content-type')?.startsWith('text/html')) return result;
      const page = narrowPolicy(Buffer.from(await response.arrayBuffer()));
      return { ...rest, response: new Response(page, response) };
    },
  };
}

/**
 * A page whose policy names the hashes of its own inline scripts and styles, and no others, and stands ahead
 * of them: Astro has it end the head, and what comes before a policy it doesn't rule.
 */
export function narrowPolicy(page: Buffer): Buffer<ArrayBuffer> {
  const html = page.toString(BYTES);
  const needed = new Set(
    [...html.matchAll(INLINE)].map(
      ([, , text = '']) => ` 'sha256-${hash('sha256', Buffer.from(text, BYTES), 'base64')}'`,
    ),
  );
  let policy = '';
  const narrowed = html
    .replace(POLICY, (meta) => {
      policy = meta.replace(HASH, (listed) => (needed.has(listed) ? listed : ''));
      return '';
    })
    .replace(HEAD, (head) => head + policy);
  return Buffer.from(narrowed, BYTES);
}
