import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that a program can read: `12 passed, 0 failed`. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    // A file that can't be run has failed, whatever tests it would have held.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    // Written when everything else has been, the summary of the other reporter too.
    process.once('exit', () => {
      process.stdout.write(`${passed} passed, ${tests.length - passed + broken} failed\n`);
    });
  }
}
