import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { canInstallFromDebian, installFromDebian } from './debian.ts';
import { serve } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the Chromium that the tests drive. */
    chromium: string;
    /** The address that the book is served at, without a slash at its end. */
    bookUrl: string;
    /** The address that the fixture is served at, its base path included, without a slash at its end. */
    fixtureUrl: string;
  }
}

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Serves both sites and finds a browser. Runs after `sites.ts`. */
export default async function setup(project: TestProject) {
  project.provide('chromium', findChromium() ?? installChromium());
  const { book, fixture } = project.getProvidedContext();
  const [theBook, theFixture] = await Promise.all([serve(book), serve(fixture)]);
  project.provide('bookUrl', theBook.url);
  project.provide('fixtureUrl', theFixture.url);
  return async () => {
    await Promise.all([theBook.stop(), theFixture.stop()]);
  };
}

/** A browser that is there: named by CHROMIUM, in one of the usual places, or installed by Playwright. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named && !existsSync(named)) {
    throw new Error(`CHROMIUM names ${named}, and there is no such file.`);
  }
  return [named, ...USUAL_PLACES, chromium.executablePath()].find(
    (place) => place !== undefined && existsSync(place),
  );
}

function installChromium(): string {
  if (!canInstallFromDebian()) {
    throw new Error(
      'The browser tests need Chromium or Chrome: install one, or set CHROMIUM to the path of one.',
    );
  }
  // Liberation Serif stands in where the reading font has not arrived.
  installFromDebian('Chromium', 'chromium', 'fonts-liberation');
  return '/usr/bin/chromium';
}
