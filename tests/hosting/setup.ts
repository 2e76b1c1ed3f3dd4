import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { removeTemporaryFolders, run, temporaryFolder } from '../support/build.ts';
import { canInstallFromDebian, installFromDebian } from '../support/debian.ts';
import { buildRewrittenBook } from '../support/rewritten-book.ts';
import type { Site } from '../support/sites.ts';

/** A built site as it lies on a host. */
export interface Hosted {
  name: string;
  site: Site;
  /** The folder that the root of the host is; the site lies below it, at its base path. */
  root: string;
  /** Addresses that it has had and that others have taken the place of, from the site's root. */
  former: string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    hosted: Hosted[];
    /** The paths of a certificate for localhost, signed by itself, and of its key. */
    certificate: { cert: string; key: string };
  }
}

/** What each of Debian's packages brings. */
const NEEDED = {
  nginx: '/usr/sbin/nginx',
  'libnginx-mod-http-brotli-static': '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
  caddy: '/usr/bin/caddy',
  openssl: '/usr/bin/openssl',
};

/** Finds or installs the servers, builds the book for the root of a host and a rewritten one for a path, and signs a certificate. */
export default async function setup(project: TestProject) {
  installServers();
  project.provide('hosted', [await buildBook(), await buildBelowPath()]);
  project.provide('certificate', await signCertificate());
  return removeTemporaryFolders;
}

function installServers(): void {
  const missing = Object.entries(NEEDED).filter(([, file]) => !existsSync(file));
  if (missing.length === 0) return;
  const packages = missing.map(([name]) => name);
  if (!canInstallFromDebian()) {
    throw new Error(
      `The tests of hosting need Debian's packages ${packages.join(', ')}, and install them where they run as root on Debian. Not found: ${missing.map(([, file]) => file).join(', ')}.`,
    );
  }
  installFromDebian('the servers', ...packages);
}

async function buildBook(): Promise<Hosted> {
  const root = await temporaryFolder();
  const origin = 'https://handbook.example';
  const { code, output } = await run(['build', '--outDir', root], { SITE_URL: origin });
  if (code !== 0) throw new Error(output);
  return { name: 'the book', root, site: { folder: root, base: '/', origin }, former: [] };
}

async function buildBelowPath(): Promise<Hosted> {
  const { site, lost } = await buildRewrittenBook();
  const root = await temporaryFolder();
  const place = path.join(root, site.base.slice(0, -1));
  await mkdir(path.dirname(place), { recursive: true });
  await symlink(site.folder, place);
  const former = new Set(lost.map((address) => address.replace(/#.*/, '')));
  return { name: 'a rewritten book under a path', root, site, former: [...former] };
}

async function signCertificate(): Promise<{ cert: string; key: string }> {
  const folder = await temporaryFolder();
  const [cert, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-days', '2', '-nodes', '-newkey', 'ec'],
      ...['-pkeyopt', 'ec_paramgen_curve:prime256v1', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost', '-out', cert, '-keyout', key],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return { cert, key };
}
