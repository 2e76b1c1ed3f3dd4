import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  changedFixture,
  editFolder,
  removeTemporaryFolders,
  run,
  temporaryFolder,
} from '../support/build.ts';

afterAll(removeTemporaryFolders);

const LEDGER = 'published.yaml';
const SECOND = 'chapters/second-steps.mdx';

/** Runs the command on a content folder. */
const publish = (content: string, ...args: string[]) =>
  run(['publish-ids', ...args], { HANDBOOK_CONTENT: content });
const readLedger = (content: string) => readFile(path.join(content, LEDGER), 'utf8');

/** A fixture whose ids were published. */
async function publishedFixture(): Promise<string> {
  const content = await changedFixture({});
  await publish(content, '--date', '2026-11-28');
  return content;
}

describe('publish-ids', () => {
  it('writes the ledger, and says what it has added', async () => {
    const content = await changedFixture({});
    expect(await publish(content, '--date', '2026-11-28')).toEqual({
      code: 0,
      output: 'published.yaml: 21 ids added, 0 moved, 0 with another text.\n',
    });
    expect(parse(await readLedger(content)).section.boots).toEqual({
      first: '2026-11-28',
      changed: '2026-11-28',
      digest: expect.any(String),
      in: ['first-steps'],
    });
  });

  it('changes nothing when it is run again', async () => {
    const content = await publishedFixture();
    const before = await readLedger(content);
    expect(await publish(content)).toEqual({
      code: 0,
      output: 'published.yaml: 0 ids added, 0 moved, 0 with another text.\n',
    });
    expect(await readLedger(content)).toBe(before);
  });

  it('records today where no day is named', async () => {
    const content = await changedFixture({});
    const days = [new Date()];
    await publish(content);
    days.push(new Date());
    expect(days.map((day) => day.toISOString().slice(0, 10))).toContain(
      parse(await readLedger(content)).term.boot.first,
    );
  });

  it('refuses with the words of the build where a published id is lost, and leaves the ledger', async () => {
    const content = await publishedFixture();
    const before = await readLedger(content);
    await editFolder(content, {
      [SECOND]: (text) => text.replace('formerly: [rocks]', 'formerly: []'),
    });
    const env = { HANDBOOK_CONTENT: content };
    const site = path.join(await temporaryFolder(), 'site');
    const [publication, check, build] = await Promise.all([
      publish(content),
      run(['check'], env),
      run(['build', '--outDir', site], env),
    ]);
    expect(publication.code).toBe(1);
    expect(publication.output).toMatch(/^1 problem in the content\n/);
    expect(publication.output).toContain(
      'no section "rocks", which is published since 2026-11-28, in further-steps, second-steps',
    );
    expect([check, build]).toEqual([publication, publication]);
    expect(existsSync(site)).toBe(false);
    expect(await readLedger(content)).toBe(before);
  });

  it('answers a day that is none with one line', async () => {
    expect(await publish(await changedFixture({}), '--date', '2026-11-31')).toEqual({
      code: 1,
      output: '--date is "2026-11-31"; expected a day such as "2026-11-28".\n',
    });
  });
});

describe('publish-ids --check', () => {
  it('is content with a book that is recorded, and writes nothing', async () => {
    const content = await publishedFixture();
    const before = await readLedger(content);
    await editFolder(content, { [SECOND]: (text) => text.replace('in the way of', 'before') });
    expect(await publish(content, '--check')).toEqual({
      code: 0,
      output: 'Every id is in the ledger; 2 texts changed since.\n',
    });
    expect(await readLedger(content)).toBe(before);
  });

  it('names each id that is not recorded, and says what to do', async () => {
    const content = await publishedFixture();
    await editFolder(content, {
      'topics.yaml': (text) => `${text}running:\n  title: Running\n  about: Fast.\n`,
      [SECOND]: (text) =>
        text
          .replace('  stones:', '  pebbles:\n    basis: ours\n    questions: [New?]\n  stones:')
          .concat('\n## Pebbles {#pebbles}\n'),
    });
    expect(await publish(content, '--check')).toEqual({
      code: 1,
      output: [
        '2 ids missing in published.yaml',
        '  section pebbles, not recorded',
        '  topic running, not recorded',
        'Run "npm run publish-ids" and commit the file: from then on they are kept for ever.\n',
      ].join('\n'),
    });
  });

  it('names a section that is not recorded in the chapter in which it stands', async () => {
    const content = await publishedFixture();
    await editFolder(content, {
      [LEDGER]: (text) =>
        text.replace(/(stones: .*)further-steps, second-steps/, '$1further-steps'),
    });
    const { code, output } = await publish(content, '--check');
    expect(code).toBe(1);
    expect(output).toContain('\n  section stones, not recorded where it stands\n');
  });

  it('fails where there is no ledger yet', async () => {
    const { code, output } = await publish(await changedFixture({}), '--check');
    expect(code).toBe(1);
    expect(output).toMatch(/^21 ids missing in published\.yaml\n/);
  });

  it('is content with the book of this repository', async () => {
    const { code, output } = await run(['publish-ids', '--check']);
    expect(code, output).toBe(0);
  });

  it('is what the deployment begins with', async () => {
    const workflow = parse(await readFile('.github/workflows/deploy.yml', 'utf8'));
    const commands = (steps: { run?: string }[]) => steps.flatMap(({ run }) => run ?? []);
    expect(commands(workflow.jobs.build.steps)).toEqual([
      'npm ci',
      'npm run publish-ids -- --check',
      'npm run build',
    ]);
  });
});
