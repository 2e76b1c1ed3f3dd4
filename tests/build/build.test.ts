import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changedFixture,
  FIXTURE,
  type Outcome,
  removeTemporaryFolders,
  run,
  temporaryFolder,
} from '../support/build.ts';

afterAll(removeTemporaryFolders);

const NOTICE =
  'SITE_URL is not set: canonical links, og:url, linked data, the sitemap and the feed are left out.';

/** A new folder that holds these files. */
async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

/** The files at the top of a folder, with their texts. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const texts = names.map((name) => readFile(path.join(folder, name), 'utf8'));
  return Object.fromEntries((await Promise.all(texts)).map((text, index) => [names[index], text]));
}

describe('two builds at the same time', () => {
  const here = { base: '/some/base/', folder: '', outcome: {} as Outcome };
  const there = { base: '/other/', folder: '', outcome: {} as Outcome };
  const read = ({ folder }: { folder: string }, file: string) =>
    readFile(path.join(folder, file), 'utf8');

  beforeAll(async () => {
    here.folder = path.join(await temporaryFolder(), 'new', 'site');
    there.folder = await folderWith({ 'handbook.json': '{}', 'old.html': 'An earlier site.' });
    const otherBook = await changedFixture({
      'handbook.yaml': (text) => text.replace('title: Fieldnotes', 'title: Other notes'),
    });
    [here.outcome, there.outcome] = await Promise.all([
      run(['build', '--outDir', here.folder], {
        HANDBOOK_CONTENT: FIXTURE,
        BASE_PATH: here.base,
        // Names that other tools set, and that Astro would take for its own.
        BASE_URL: '/wrong/',
        SITE: 'https://wrong.example',
      }),
      run(['build', '--outDir', there.folder], {
        HANDBOOK_CONTENT: otherBook,
        BASE_PATH: 'other',
        SITE_URL: 'https://example.org',
      }),
    ]);
  }, 60_000);

  it('succeed', () => {
    expect(here.outcome).toMatchObject({ code: 0 });
    expect(there.outcome).toMatchObject({ code: 0 });
  });

  it('write each the book of its content folder to its own folder', async () => {
    expect(JSON.parse(await read(here, 'handbook.json')).title).toBe('Fieldnotes');
    expect(JSON.parse(await read(there, 'handbook.json')).title).toBe('Other notes');
    expect(await read(here, 'index.html')).not.toContain('Other notes');
    expect(await read(there, 'index.html')).not.toContain('Fieldnotes');
  });

  it('replace an earlier site whole', () => {
    expect(existsSync(path.join(there.folder, 'index.html'))).toBe(true);
    expect(existsSync(path.join(there.folder, 'old.html'))).toBe(false);
  });

  it('leave nothing behind in the room that each had', () => {
    const rooms = [here, there].map(
      ({ outcome }) => /\S*[/\\]build-\w+(?=[/\\]dist)/.exec(outcome.output)?.[0] ?? '',
    );
    expect(rooms[0]).toContain(path.join('node_modules', '.cache', 'waymark'));
    expect(rooms[0]).not.toBe(rooms[1]);
    expect(rooms.map((room) => existsSync(room))).toEqual([false, false]);
  });

  it.each([here, there])('put $base ahead of every address', async (site) => {
    for (const page of ['index.html', 'chapters/first-steps/index.html', 's/maps/index.html']) {
      const $ = load(await read(site, page));
      const addresses = $('[href^="/"], [src^="/"]')
        .toArray()
        .map((node) => $(node).attr('href') ?? $(node).attr('src'));
      expect(addresses).toContain(`${site.base}icon.svg`);
      expect(addresses.filter((address) => !address?.startsWith(site.base))).toEqual([]);
    }
  });

  it('pass over variables that other tools set', async () => {
    expect(JSON.parse(await read(here, 'handbook.json')).url).toBe(here.base);
    expect(await read(here, 'chapters/first-steps/index.html')).not.toMatch(
      /\/wrong\/|wrong\.example/,
    );
  });

  it('leave out what needs SITE_URL where it is not set, with one notice', async () => {
    const page = await read(here, 'chapters/first-steps/index.html');
    expect(page).not.toMatch(/rel="?canonical|og:url|sitemap/);
    expect((await readdir(here.folder)).filter((name) => name.includes('sitemap'))).toEqual([]);
    expect(await read(here, 'robots.txt')).not.toContain('Sitemap');
    expect(here.outcome.output.split(NOTICE)).toHaveLength(2);
  });

  it('write what needs SITE_URL where it is set, without a notice', async () => {
    const $ = load(await read(there, 'chapters/first-steps/index.html'));
    const address = 'https://example.org/other/chapters/first-steps/';
    expect($('link[rel=canonical]').attr('href')).toBe(address);
    expect($('meta[property="og:url"]').attr('content')).toBe(address);
    expect(await read(there, 'sitemap-index.xml')).toContain('https://example.org/other/sitemap-');
    expect(await read(there, 'robots.txt')).toContain(
      'Sitemap: https://example.org/other/sitemap-index.xml\n',
    );
    expect(there.outcome.output).not.toContain(NOTICE);
  });

  it.each([
    ['chapters/further-steps', '/chapters/second-steps/', '/chapters/second-steps/'],
    ['s/rocks', '/chapters/second-steps/', '/s/stones/'],
  ])('name at %s, an old address, the pages of today', async (folder, canonical, shared) => {
    const $ = load(await read(there, `${folder}/index.html`));
    const root = 'https://example.org/other';
    expect($('link[rel=canonical]').attr('href')).toBe(`${root}${canonical}`);
    expect($('meta[property="og:url"]').attr('content')).toBe(`${root}${shared}`);
    expect(await read(there, 'sitemap-0.xml')).toContain(`${root}${canonical}`);
    expect(await read(there, 'sitemap-0.xml')).not.toContain(folder);
  });
});

describe('a handbook that is broken', () => {
  it('fails check and build with the same words, and leaves an earlier site standing', async () => {
    const content = await changedFixture({
      'chapters/second-steps.mdx': (text) => `${text}\n[a](/nowhere/)\n\n## No id\n`,
    });
    const site = { 'handbook.json': '{}', 'index.html': 'An earlier site.' };
    const folder = await folderWith(site);
    const env = { HANDBOOK_CONTENT: content };
    const [check, build] = await Promise.all([
      run(['check'], env),
      run(['build', '--outDir', folder], env),
    ]);
    expect(check.code).toBe(1);
    expect(check.output).toMatch(/^2 problems in the content\n/);
    expect(check.output).toContain(`${path.join(content, 'chapters/second-steps.mdx')}:28\n`);
    expect(build).toEqual(check);
    expect(await filesIn(folder)).toEqual(site);
  });

  it('is told of where its folder is not there', async () => {
    const content = path.join(await temporaryFolder(), 'none');
    const outcomes = await Promise.all([
      run(['check'], { HANDBOOK_CONTENT: content }),
      run(['build', '--outDir', await temporaryFolder()], { HANDBOOK_CONTENT: content }),
    ]);
    expect(outcomes[0]).toEqual({
      code: 1,
      output: expect.stringContaining(`${path.join(content, 'handbook.yaml')}:1\n`),
    });
    expect(outcomes[1]).toEqual(outcomes[0]);
  });
});

describe('check', () => {
  it('says how much it has read where nothing is wrong', async () => {
    expect(await run(['check'], { HANDBOOK_CONTENT: FIXTURE })).toEqual({
      code: 0,
      output: '2 chapters with 4 sections: nothing found.\n',
    });
  });
});

describe('a build that is asked for what cannot be', () => {
  it('refuses a folder that holds other files, and leaves them', async () => {
    const files = { 'notes.txt': 'Mine.', 'index.html': 'Mine too.' };
    const folder = await folderWith(files);
    expect(await run(['build', '--outDir', folder], { HANDBOOK_CONTENT: FIXTURE })).toEqual({
      code: 1,
      output: `${folder} holds files that no build wrote (index.html, notes.txt). Expected a built handbook, an empty folder, or none: name another with --outDir, or empty it.\n`,
    });
    expect(await filesIn(folder)).toEqual(files);
  });

  it('writes to an empty folder only what is whole', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'site'));
    await run(['build', '--outDir', path.join(folder, 'site')], { BASE_PATH: '/a b/' });
    expect(await readdir(path.join(folder, 'site'))).toEqual([]);
  });

  it.each<[string, string[], Record<string, string>, string]>([
    [
      'a SITE_URL that is none',
      ['build'],
      { SITE_URL: 'example.org' },
      'SITE_URL is "example.org"; expected an origin such as "https://example.org". A path belongs in BASE_PATH.',
    ],
    [
      'a BASE_PATH that is none',
      ['build'],
      { BASE_PATH: '/some base/' },
      'BASE_PATH is "/some base/"; expected a path of plain segments, such as "/waymark/". Set it again, or leave it out for the root of a host.',
    ],
    [
      'a BASE_PATH that is none, while somebody writes',
      ['dev'],
      { BASE_PATH: '/../' },
      'BASE_PATH is "/../"; expected a path of plain segments, such as "/waymark/". Set it again, or leave it out for the root of a host.',
    ],
    [
      'an option that it does not have',
      ['build', '--outdir', 'site'],
      {},
      "Unknown option '--outdir'. Expected --outDir.",
    ],
    [
      'an option without its value',
      ['build', '--outDir'],
      {},
      "Option '--outDir <value>' argument missing. Expected --outDir.",
    ],
    [
      'an option that check does not have',
      ['check', '--fast'],
      {},
      "Unknown option '--fast'. Expected no options.",
    ],
  ])('answers %s with one line', async (_, args, env, output) => {
    expect(await run(args, { HANDBOOK_CONTENT: FIXTURE, ...env })).toEqual({
      code: 1,
      output: `${output}\n`,
    });
  });

  it('answers a Node that is too old with one line', async () => {
    const pretend =
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "22.9.1" } })';
    const outcome = await run(['check'], {
      HANDBOOK_CONTENT: FIXTURE,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(pretend)}`,
    });
    expect(outcome).toEqual({
      code: 1,
      output:
        'This needs Node 24 or newer, and runs on 22.9.1. "npm ci" brings one along for most systems; on others, install it from nodejs.org.\n',
    });
  });
});

describe('a section that more passages refer to than its chapter shows', () => {
  it('leads to a page with all of them', async () => {
    const more = ['one', 'two', 'three', 'four', 'five'];
    const content = await changedFixture({
      'chapters/first-steps.mdx': (text) =>
        `${text.replace(
          '  laces:',
          `${more.map((id) => `  step-${id}:\n    basis: ours\n    questions: [What of ${id}?]\n`).join('')}  laces:`,
        )}\n${more
          .map(
            (id) =>
              `## Step ${id} {#step-${id}}\n\nSee [stones](/chapters/second-steps/#stones).\n`,
          )
          .join('\n')}`,
    });
    const folder = await temporaryFolder();
    const { code, output } = await run(['build', '--outDir', folder], {
      HANDBOOK_CONTENT: content,
    });
    expect(code, output).toBe(0);
    const read = async (file: string) => load(await readFile(path.join(folder, file), 'utf8'));

    const chapter = await read('chapters/second-steps/index.html');
    const shown = chapter('#stones').closest('section').find('a[href*="/chapters/"]').toArray();
    const hrefs = shown.map(({ attribs }) => attribs.href);
    const passages = ['maps', ...more.map((id) => `step-${id}`)].map(
      (id) => `/chapters/first-steps/#${id}`,
    );
    expect(hrefs.slice(-6)).toEqual([...passages.slice(0, 5), '/chapters/second-steps/backlinks/']);

    const list = await read('chapters/second-steps/backlinks/index.html');
    const listed = list('main li a')
      .toArray()
      .map(({ attribs }) => attribs.href)
      .filter((href) => href?.startsWith('/chapters/first-steps/#'));
    expect(listed).toEqual(passages);
  });
});
