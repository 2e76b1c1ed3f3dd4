import path from 'node:path';
import { defineConfig } from 'vitest/config';

const project = (name: string, options = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...options },
});

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    reporters: ['default', './tests/support/reporter.ts'],
    // Built sites and a browser are made once, for whichever tests of a project ask for them.
    projects: [
      project('unit'),
      project('build', { testTimeout: 60_000 }),
      project('site', { globalSetup: 'tests/support/sites.ts', testTimeout: 30_000 }),
      project('browser', {
        globalSetup: ['tests/support/sites.ts', 'tests/support/browser.ts'],
        testTimeout: 30_000,
        expect: { poll: { timeout: 15_000 } },
        // Each file starts a browser of its own.
        maxWorkers: 2,
      }),
    ],
  },
});
