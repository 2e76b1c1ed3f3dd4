import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Apart from the other tests: these need nginx and Caddy. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    reporters: ['default', './tests/support/reporter.ts'],
    include: ['tests/hosting/**/*.test.ts'],
    globalSetup: 'tests/hosting/setup.ts',
    testTimeout: 60_000,
    // What is measured has the machine to itself.
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
