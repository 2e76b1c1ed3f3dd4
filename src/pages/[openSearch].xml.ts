import { escapeUTF8 } from 'entities';
import { getHandbook, location, permalink } from '../book.ts';
import { PAGES } from '../handbook/address.ts';

/** Where the site doesn't know its own address there is no description: browsers want whole addresses in it. */
export function getStaticPaths() {
  const [, openSearch] = /^\/(.+)\.xml$/.exec(PAGES.openSearch) ?? [];
  return location.site ? [{ params: { openSearch } }] : [];
}

/** As long as a short name may be (OpenSearch 1.1, "The ShortName element"). */
const SHORT_NAME = 16;

/** Lets a browser take the handbook's search among its own. */
export async function GET(): Promise<Response> {
  const { title, description } = await getHandbook();
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeUTF8(title.slice(0, SHORT_NAME))}</ShortName>
  <Description>${escapeUTF8(description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${permalink('/icon.svg')}</Image>
  <Url type="text/html" template="${permalink(PAGES.search)}?q={searchTerms}"/>
</OpenSearchDescription>
`);
}
