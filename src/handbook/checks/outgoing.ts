import { leadsElsewhere } from '../address.ts';
import { type Content, textsOf } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** A link to another site, or the address of a work on one. */
interface Outgoing {
  address: string;
  file: string;
  lineOf: () => number;
}

/**
 * Links to other sites are well-formed, secure, and lead to a work by one spelling of its address.
 * Whether anybody answers there is not asked: a build needs no network.
 */
export const checkOutgoing: Check = (content) => {
  const spellings = new Map<string, Outgoing>();
  return outgoingOf(content).flatMap((link): Problem[] => {
    const { address, file, lineOf } = link;
    const wrong = faultOf(address);
    if (wrong) return [{ file, line: lineOf(), ...wrong }];
    if (/^mailto:/i.test(address)) return [];
    const work = workAt(address);
    const spelled = withoutFragment(address);
    const first = spellings.get(work) ?? link;
    spellings.set(work, first);
    if (withoutFragment(first.address) === spelled) return [];
    return [
      {
        file,
        line: lineOf(),
        found: `another spelling of an address: "${address}"`,
        expected: `one spelling for one work: "${withoutFragment(first.address)}" (${first.file}:${first.lineOf()})`,
        mend: 'write it as it stands there, or mend both',
      },
    ];
  });
};

function faultOf(address: string): Omit<Problem, 'file' | 'line'> | undefined {
  if (/^mailto:/i.test(address)) {
    if (/^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+(\?\S*)?$/.test(address)) return undefined;
    return {
      found: `a mail address that is none: "${address}"`,
      expected: 'an address such as "mailto:somebody@example.org"',
      mend: 'mend the address',
    };
  }
  const secure = address.replace(/^(http:)?\/\//i, 'https://');
  if (secure !== address) {
    return {
      found: `a link that doesn't say "https": "${address}"`,
      expected: 'links that nobody on the way can read or change',
      mend: `write "${secure}", if the site answers there, or link to another copy`,
    };
  }
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const wellFormed =
    url?.protocol === 'https:' &&
    address.startsWith('https://') &&
    !/[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/i.test(address) &&
    /^[^.]+(\.[^.]+)+$/.test(url.hostname) &&
    !url.username;
  if (wellFormed) return undefined;
  return {
    found: `a link that is not well-formed: "${address}"`,
    expected: 'a whole address, such as "https://example.org/an-essay"',
    mend: 'mend the address; a space in it is written "%20"',
  };
}

/** What tells one work from another: its address without what sites add, drop or spell as they like. */
function workAt(address: string): string {
  const { hostname, pathname, searchParams } = new URL(address);
  const asked = [...searchParams].filter(([name]) => !/^utm_/i.test(name)).sort();
  const host = hostname.replace(/^www\./, '');
  const path = pathname.replace(/\/(index\.html?)?$/, '');
  return `${host}${path}?${new URLSearchParams(asked)}`;
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/, '');
}

/** Every address on other sites: first those of the works themselves, which texts follow. */
function outgoingOf(content: Content): Outgoing[] {
  const { handbook, sources, literature } = content;
  return [
    ...[...sources.values()].map(({ file, data, lineOf }) => ({
      address: data.url,
      file,
      lineOf: () => lineOf(['url']),
    })),
    ...(literature?.data ?? []).flatMap(({ works }, group) =>
      Object.entries(works).flatMap(([id, { url }]) =>
        url === undefined
          ? []
          : {
              address: url,
              file: literature?.file ?? '',
              lineOf: () => literature?.lineOf([group, 'works', id, 'url']) ?? 1,
            },
      ),
    ),
    ...(handbook?.data.repository
      ? [
          {
            address: handbook.data.repository,
            file: handbook.file,
            lineOf: () => handbook.lineOf(['repository']),
          },
        ]
      : []),
    ...textsOf(content).flatMap(({ file, text }) =>
      text.links
        .filter(({ href }) => leadsElsewhere(href))
        .map(({ href, line }) => ({ address: href, file, lineOf: () => line })),
    ),
  ];
}
