import { describe, expect, it } from 'vitest';
import { measureBuild, readTimes } from '../../../bench/builds/measure-build.ts';

const run = (script: string) =>
  measureBuild({ args: ['--eval', script], cwd: process.cwd(), env: { SAYS: 'no' } });

describe('the cost of a build', () => {
  it('counts the work of all that the build starts', async () => {
    const work = 'const end = Date.now() + 300; while (Date.now() < end);';
    const { wall, cpu } = await run(
      `require('node:child_process').execFileSync(process.execPath, ['--eval', ${JSON.stringify(work)}])`,
    );
    expect(wall).toBeGreaterThanOrEqual(300);
    expect(cpu).toBeGreaterThan(100);
  });

  it.runIf(process.platform === 'linux')('knows the most memory that it held', async () => {
    const { memory } = await run(
      'const held = Buffer.alloc(2e8, 1); setTimeout(() => held.length, 500)',
    );
    expect(memory).toBeGreaterThan(2e8);
  });

  it('is not known of a build that fails, which says why', async () => {
    const build = run('console.log("half"); console.error(process.env.SAYS); process.exit(3)');
    await expect(build).rejects.toThrow(/failed:\nhalf\nno/);
  });
});

describe('the times that a shell tells', () => {
  it('are those of what it started, by minutes and seconds, as the user and for the system', () => {
    expect(readTimes('0m0.004s 0m0.001s\n2m3.500s 0m1.25s\n')).toBe(124_750);
  });
});
