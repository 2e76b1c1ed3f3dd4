import { getHandbook, location } from '../book.ts';
import { PAGES } from '../handbook/address.ts';
import { hasFeed, writeFeed } from '../handbook/feed.ts';

/** A feed only where there is one to serve. */
export async function getStaticPaths() {
  const [, feed] = /^\/(.+)\.xml$/.exec(PAGES.feed) ?? [];
  return hasFeed(await getHandbook(), location) ? [{ params: { feed } }] : [];
}

export async function GET(): Promise<Response> {
  return new Response(writeFeed(await getHandbook(), location));
}
