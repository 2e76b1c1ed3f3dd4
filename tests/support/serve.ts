import path from 'node:path';
import { preview } from 'astro';
import type { Site } from './sites.ts';

/**
 * Serves a built site.
 *
 * @returns its address, base path included, without a slash at its end, and a way to stop
 */
export async function serve({ folder, base }: Pick<Site, 'folder' | 'base'>) {
  const server = await preview({
    configFile: false,
    root: path.dirname(folder),
    outDir: folder,
    base,
    trailingSlash: 'always',
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  });
  return {
    url: `http://127.0.0.1:${server.port}${base.slice(0, -1)}`,
    stop: () => server.stop(),
  };
}
