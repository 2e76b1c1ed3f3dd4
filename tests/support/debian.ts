import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether packages of Debian can be installed here: as root on Debian. */
export function canInstallFromDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/**
 * Installs packages of Debian.
 *
 * @param what what they bring, for whoever waits
 */
export function installFromDebian(what: string, ...packages: string[]): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.log(`Installing ${what} …`);
  apt('update', '--quiet');
  apt('install', '--yes', '--quiet', '--no-install-recommends', ...packages);
}
