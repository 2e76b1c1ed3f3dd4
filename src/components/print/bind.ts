import { load } from 'cheerio/slim';
import { AS_WRITTEN } from '../../as-written.ts';
import { absolute, type Location, leadsElsewhere, parseAddress } from '../../handbook/address.ts';
import { anchorOf, type Printout } from '../../handbook/printout.ts';

/** What a page holds for screens alone: menus, buttons, ways to other pages. */
const NOT_ON_PAPER = '.print\\:hidden';

/** The attributes that name ids of their own page. */
const REFERENCES = ['aria-labelledby', 'aria-describedby', 'for'];

export interface Binding {
  /** The page's path from the site's root. */
  path: string;
  /** How many levels its headings go down. */
  below: number;
  printout: Printout;
  location: Location;
}

/**
 * Makes a page, or what stands on one, a part of the whole book on one page: ids get unique in it, links
 * to what it holds lead there and say its number, and all others lead to the site from anywhere.
 *
 * @param html what the page shows below its title
 */
export function bind(html: string, { path, below, printout, location }: Binding): string {
  const { pages, numbers } = printout;
  const $ = load(html, AS_WRITTEN);
  $(NOT_ON_PAPER).remove();
  // On a page a named section is a landmark; in a book there would be hundreds, many of one name.
  $('section, aside').removeAttr('aria-labelledby').removeAttr('aria-label');

  for (const heading of $(':is(h1, h2, h3, h4)').toArray()) {
    heading.tagName = `h${Number(heading.tagName.slice(1)) + below}`;
    const number = numbers.get(`${path}#${heading.attribs.id}`);
    if (number) $(heading).prepend(`<span class="number">${number}</span> `);
  }
  const anchor = (id: string) => anchorOf(`${path}#${id}`);
  $('[id]').attr('id', (_, id) => anchor(id));
  for (const name of REFERENCES) {
    $(`[${name}]`).attr(name, (_, ids) => ids.split(' ').map(anchor).join(' '));
  }
  for (const link of $('[href]').toArray()) {
    const target = link.attribs.href ?? '';
    if (leadsElsewhere(target)) continue;
    const address = target.startsWith('#') ? path + target : target.slice(location.base.length - 1);
    const held = pages.has(parseAddress(address).path);
    link.attribs.href = held ? `#${anchorOf(address)}` : absolute(address, location);
    const number = numbers.get(address);
    if (number) $(link).after(`<span class="at"> (${number})</span>`);
  }
  // In one piece: it is put together from thousands, and all of them would be kept until the page is whole.
  return Buffer.from($.html()).toString();
}
