import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { inject } from 'vitest';
import type { Site } from './sites.ts';

/** A page of a built site. */
export interface Page {
  /** From the site's root, without the base path. `/chapters/first-steps/` */
  path: string;
  html: string;
  $: CheerioAPI;
}

/** Both built sites, for `describe.each`. */
export const SITES = [
  { name: 'the book', site: inject('book') },
  { name: 'the fixture', site: inject('fixture') },
];

/** The files of a site as paths from its root, sorted, without their compressed copies. `/search/index.json` */
export function filesOf({ folder }: Pick<Site, 'folder'>): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name))}`)
    .sort();
}

/** The text of a file of a site. */
export function readFile({ folder }: Pick<Site, 'folder'>, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Every HTML page of a site. */
export function readPages(site: Pick<Site, 'folder'>): Page[] {
  return filesOf(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFile(site, file);
      return { path: file.replace(/(?<=\/)index\.html$/, ''), html, $: load(html) };
    });
}

/** A page by its path; an error if there is none. */
export function pageAt(pages: Page[], wanted: string): Page {
  const page = pages.find((one) => one.path === wanted);
  if (!page) throw new Error(`no page ${wanted}; there are ${pages.map((one) => one.path)}`);
  return page;
}

/** Where a link on a page leads, as a browser works it out. */
export function resolve({ base, origin }: Site, from: Page, link: string): URL {
  return new URL(link, `${origin ?? 'https://unknown.example'}${base.slice(0, -1)}${from.path}`);
}

/** Whether an address is one of the site's host. */
export function isOwn({ origin }: Site, address: URL): boolean {
  return address.origin === (origin ?? 'https://unknown.example');
}

/**
 * The file that a host answers an address of the site with, from the site's root. Only what stands
 * below the base path is there, and a page's address ends with a slash.
 */
export function fileAt({ folder, base }: Site, { pathname }: URL): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const file = `/${decodeURI(pathname.slice(base.length))}`.replace(/\/$/, '/index.html');
  const found = statSync(path.join(folder, file), { throwIfNoEntry: false });
  return found?.isFile() ? file : undefined;
}

/** Text with all its white space made single spaces. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A script element that a browser takes for data and never runs. Anything else it may run, by whatever type. */
export const DATA_SCRIPT = 'script[type="application/ld+json"]';
