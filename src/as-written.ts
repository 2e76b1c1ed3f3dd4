import type { CheerioOptions } from 'cheerio';

/** How the site's own pages are read: they are well-formed, and mending them as browsers do takes longer. */
export const AS_WRITTEN: CheerioOptions = {
  xml: {
    xmlMode: false,
    lowerCaseTags: false,
    lowerCaseAttributeNames: false,
    encodeEntities: 'utf8',
  },
};
