import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { temporaryFolder } from '../support/build.ts';
import type { Hosted } from './setup.ts';

/** A server that answers on this machine alone. */
export interface Running extends AsyncDisposable {
  /** The port of its TLS. */
  port: number;
  /** The port that sends everybody to the other one. */
  plainPort: number;
}

/** What the tests put into the place of the names and paths of a configuration, each of which it has to have. */
type Changes = [from: string, to: string][];

/** Both servers, for `describe.each`. A file of tests ends with `removeTemporaryFolders`. */
export const SERVERS = [
  { server: 'nginx', start: startNginx },
  { server: 'Caddy', start: startCaddy },
];

/**
 * Starts nginx with `nginx.conf`.
 *
 * @param changes what is to be otherwise than there
 */
export async function startNginx(hosted: Hosted, changes: Changes = []): Promise<Running> {
  const { cert, key } = inject('certificate');
  const [port, plainPort] = await findPorts();
  const folder = await temporaryFolder();
  const server = await fill('nginx.conf', [
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen 443 ', `listen 127.0.0.1:${port} `],
    ['server_name example.org;', 'server_name localhost;'],
    ['/etc/ssl/example.org.pem', cert],
    ['/etc/ssl/example.org.key', key],
    ['root /var/www/handbook;', `root ${hosted.root};`],
    [' /404.html;', ` ${hosted.site.base}404.html;`],
    ...changes,
  ]);
  // What Debian's own nginx.conf would say around it.
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${path.join(folder, kind)};`,
  );
  const config = path.join(folder, 'nginx.conf');
  await writeFile(
    config,
    [
      'load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;',
      'daemon off;',
      'worker_processes auto;',
      `user ${userInfo().username};`,
      `pid ${path.join(folder, 'pid')};`,
      'error_log stderr notice;',
      'events { worker_connections 1024; }',
      `http { access_log off; sendfile on; tcp_nopush on; ${temporary.join(' ')}`,
      server,
      '}',
    ].join('\n'),
  );
  const child = spawn('/usr/sbin/nginx', ['-c', config, '-e', 'stderr']);
  return running(child, /start worker process \d/, { port, plainPort });
}

/** Starts Caddy with `Caddyfile`. */
export async function startCaddy(hosted: Hosted): Promise<Running> {
  const { cert, key } = inject('certificate');
  const [port, plainPort] = await findPorts();
  const folder = await temporaryFolder();
  const site = await fill('Caddyfile', [
    // Loopback has no authority to ask for a certificate.
    ['\nexample.org {', `\nhttps://localhost {\n\ttls ${cert} ${key}`],
    ['root * /var/www/handbook', `root * ${hosted.root}`],
    ['rewrite * /404.html', `rewrite * ${hosted.site.base}404.html`],
  ]);
  const config = path.join(folder, 'Caddyfile');
  const options = [
    'admin off',
    'skip_install_trust',
    'default_bind 127.0.0.1',
    `http_port ${plainPort}`,
    `https_port ${port}`,
  ];
  await writeFile(config, `{\n\t${options.join('\n\t')}\n}\n${site}`);
  const child = spawn('/usr/bin/caddy', ['run', '--adapter', 'caddyfile', '--config', config], {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  return running(child, /serving initial configuration/, { port, plainPort });
}

/** The text of a configuration with the names and paths of the tests. */
async function fill(name: string, changes: Changes): Promise<string> {
  const text = await readFile(path.join(import.meta.dirname, name), 'utf8');
  return changes.reduce((filled, [from, to]) => {
    if (!filled.includes(from)) throw new Error(`${name} has no "${from}", which the tests change`);
    return filled.replaceAll(from, () => to);
  }, text);
}

/** Two ports that nobody listens on. */
async function findPorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  const ports: number[] = [];
  for (const server of servers) {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ports.push((server.address() as AddressInfo).port);
  }
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports as [number, number];
}

/**
 * Waits until a server says that it is there.
 *
 * @throws {Error} with what it said, where it ends instead
 */
async function running(
  child: ChildProcess,
  ready: RegExp,
  ports: Pick<Running, 'port' | 'plainPort'>,
): Promise<Running> {
  const ended = once(child, 'exit');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`${child.spawnfile} ended:\n${said}`)));
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      if (ready.test(said)) resolve();
    });
  });
  return {
    ...ports,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
