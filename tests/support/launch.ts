import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** What keeps a browser from asking anything of other hosts of its own accord. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A fresh browser with an empty profile. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromium'),
    args: CHROMIUM_ARGS,
  });
}
