import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** A fresh browser with an empty profile, which asks nothing of other hosts of its own accord. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
