import type { Browser } from 'playwright-core';
import { startBrowser } from '../ask.ts';
import { KINDS, type Sent, type Server, serve } from '../serve.ts';
import { median } from '../summary.ts';
import type { PlainChapter } from '../systems/plain-book.ts';
import type { Ways } from '../systems/system.ts';
import { makeCertificate } from './certificate.ts';
import { Line, SLOW_4G } from './line.ts';
import { type LookedUp, lookUp } from './look-up.ts';
import { makeQueries } from './make-queries.ts';
import { turnPage } from './turn-page.ts';
import { invite, type Opened, open } from './visit.ts';

/** How often everything is done; a median is taken. Once more at first is for the server, which compresses what it is asked for. */
const TIMES = 5;

/** What it costs to read a site; medians, each of them for itself. */
export interface Reading {
  chapter: Opened;
  /** From the click to the next chapter, in milliseconds, where that came; missing where it never did. */
  next: number | undefined;
  search: { cold: Searches; warm: Searches } | undefined;
}

/** What several searches cost. */
export interface Searches {
  /** How many found what they should, and how many there were. */
  found: number;
  asked: number;
  /** The median of those that found it. */
  wait: number;
  bytes: number;
  requests: number;
}

/**
 * Reads and searches a site over a slow line, with a slow processor.
 *
 * @param folder the built site
 * @param chapters all in their order; read is the one in the middle
 */
export async function measureReading(
  folder: string,
  ways: Ways,
  chapters: PlainChapter[],
): Promise<Reading> {
  const certificate = await makeCertificate();
  await using server = await serve(folder, { certificate, line: new Line(SLOW_4G) });
  const args = [`--ignore-certificate-errors-spki-list=${certificate.digest}`];
  await using browser = await startBrowser(args);
  // Of two neighbors in a part, which has eight: the last of a part has another to lead to.
  const middle = Math.floor(chapters.length / 16) * 8;
  const [here, next] = chapters.slice(middle, middle + 2);
  if (!here || !next) throw new Error('A book to be read has two chapters or more.');
  const path = ways.pathOf(here.id);
  const opened: Opened[] = [];
  const turned: (number | undefined)[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    opened.push(await openOnce(browser, server, path));
    turned.push(await turnPage(server, args, ways, path, next.title));
  }
  const arrived = turned.slice(1).flatMap((took) => took ?? []);
  if (arrived.length < TIMES) {
    console.error(`${TIMES - arrived.length} of ${TIMES} times the next chapter never came.`);
  }
  return {
    chapter: medianOpened(opened.slice(1)),
    next: arrived.length > 0 ? median(arrived) : undefined,
    search: ways.search && (await search(browser, server, ways, [here, next], chapters)),
  };
}

/** Has a reader open a page who then goes: a slowed page keeps a core busy as long as it is open. */
async function openOnce(browser: Browser, server: Server, path: string): Promise<Opened> {
  await using reader = await invite(browser);
  return await open(reader, server, path);
}

async function search(
  browser: Browser,
  server: Server,
  ways: Ways,
  places: PlainChapter[],
  chapters: PlainChapter[],
): Promise<Reading['search']> {
  const [here = '', next = ''] = places.map(({ id }) => ways.pathOf(id));
  const cold: LookedUp[] = [];
  const warm: LookedUp[] = [];
  const queries = makeQueries(chapters, TIMES);
  const [first] = queries;
  if (!first) throw new Error('A book to be searched has sections.');
  for (const query of [first, ...queries]) {
    await using reader = await invite(browser);
    cold.push(await lookUp(reader, server, ways, here, query));
    // The same from another page.
    warm.push(await lookUp(reader, server, ways, next, query));
  }
  return { cold: sumUp(cold.slice(1)), warm: sumUp(warm.slice(1)) };
}

function sumUp(searches: LookedUp[]): Searches {
  const waits = searches.flatMap(({ wait }) => wait ?? []);
  return {
    found: waits.length,
    asked: searches.length,
    wait: median(waits),
    bytes: median(searches.map(({ sent }) => sent.bytes)),
    requests: median(searches.map(({ sent }) => sent.requests)),
  };
}

function medianOpened(opened: Opened[]): Opened {
  const of = (value: (one: Opened) => number) => median(opened.map(value));
  return {
    sent: medianSent(opened.map(({ sent }) => sent)),
    first: of(({ first }) => first),
    largest: of(({ largest }) => largest),
    whole: of(({ whole }) => whole),
    shift: of(({ shift }) => shift),
    blocking: of(({ blocking }) => blocking),
  };
}

function medianSent(sent: Sent[]): Sent {
  const kinds = KINDS.map(
    (kind) => [kind, median(sent.map(({ byKind }) => byKind[kind]))] as const,
  );
  return {
    requests: median(sent.map(({ requests }) => requests)),
    bytes: median(sent.map(({ bytes }) => bytes)),
    byKind: Object.fromEntries(kinds) as Sent['byKind'],
  };
}
