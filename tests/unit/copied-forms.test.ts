import { describe, expect, it } from 'vitest';
import {
  type Citable,
  nameOf,
  toBibtex,
  toCitation,
  toLink,
  toMarkdown,
  toQuote,
} from '../../src/handbook/copied-forms.ts';

const section: Citable = {
  title: 'First things',
  within: 'Small steps',
  handbook: 'Fieldnotes',
  edition: '3',
  quote: 'Begin with the map.',
  url: 'https://handbook.example/s/first-things/',
  changed: '2026-11-20',
  accessed: '2026-11-28',
};

describe('the name of what is copied', () => {
  it('says what it stands in, and in which handbook', () => {
    expect(nameOf(section)).toBe('First things, Small steps · Fieldnotes');
    expect(nameOf({ ...section, within: undefined })).toBe('First things · Fieldnotes');
  });

  it('has no comma after a question', () => {
    const question = { ...section, title: 'Is it yours?' };
    expect(nameOf(question)).toBe('Is it yours? · Small steps · Fieldnotes');
  });
});

describe('a link', () => {
  it('is its name and its address in plain text, and the name as the link where that is possible', () => {
    expect(toLink(section)).toEqual({
      text: 'First things, Small steps · Fieldnotes\nhttps://handbook.example/s/first-things/',
      html: '<a href="https://handbook.example/s/first-things/">First things, Small steps · Fieldnotes</a>',
    });
  });

  it('stays text where a title looks like markup', () => {
    const { html } = toLink({ ...section, title: '<b>1 & "2"</b>' });
    expect(html).toContain('>&lt;b&gt;1 &amp; &quot;2&quot;&lt;/b&gt;, Small steps');
  });
});

describe('a Markdown link', () => {
  it('is one link, whatever the title holds', () => {
    expect(toMarkdown({ ...section, title: 'A [b](c) *d* `e` <f> \\' })).toEqual({
      text: '[A \\[b\\](c) \\*d\\* \\`e\\` \\<f\\> \\\\, Small steps · Fieldnotes](https://handbook.example/s/first-things/)',
    });
  });
});

describe('a quote', () => {
  it('has the words, whose they are and where they stand', () => {
    expect(toQuote(section)).toEqual({
      text: '“Begin with the map.”\n— First things, Small steps · Fieldnotes\nhttps://handbook.example/s/first-things/',
      html: '<blockquote><p>Begin with the map.</p></blockquote><p>— <a href="https://handbook.example/s/first-things/">First things, Small steps · Fieldnotes</a></p>',
    });
  });

  it('makes quotation marks within it single ones', () => {
    const { text } = toQuote({ ...section, quote: 'Ask “why?” first.' });
    expect(text).toMatch(/^“Ask ‘why\?’ first\.”\n/);
  });

  it('keeps paragraphs apart', () => {
    const { html } = toQuote({ ...section, quote: 'One <1>.\nTwo.' });
    expect(html).toContain('<p>One &lt;1&gt;.<br>Two.</p>');
  });

  it('says once what is called by its own words', () => {
    const claim = { ...section, title: section.quote };
    expect(toQuote(claim).text).toBe(
      `“Begin with the map.”\n— Small steps · Fieldnotes\n${section.url}`,
    );
  });
});

describe('a citation', () => {
  it('says what, where, in which edition, of when, and when it was looked at', () => {
    expect(toCitation(section).text).toBe(
      '“First things.” In “Small steps,” Fieldnotes, edition 3. Last changed November 20, 2026. Accessed November 28, 2026. https://handbook.example/s/first-things/',
    );
    expect(toCitation(section).html).toContain(
      `<a href="${section.url}">https://handbook.example/s/first-things/</a>`,
    );
  });

  it('leaves out what isn’t known', () => {
    const page = { ...section, title: 'Is it yours?', within: undefined, changed: undefined };
    expect(toCitation(page).text).toBe(
      '“Is it yours?” Fieldnotes, edition 3. Accessed November 28, 2026. https://handbook.example/s/first-things/',
    );
  });
});

describe('a BibTeX entry', () => {
  it('has a field a line and a key of plain letters', () => {
    expect(toBibtex(section).text).toBe(`@misc{fieldnotes-first-things,
  key = {Fieldnotes},
  title = {{First things}},
  howpublished = {In “Small steps,” Fieldnotes, edition 3},
  year = {2026},
  url = {https://handbook.example/s/first-things/},
  urldate = {2026-11-28},
}`);
  });

  it('leaves nothing in a title that TeX would read as a command', () => {
    const { text } = toBibtex({ ...section, title: '50% of {it} & \\more_$1 #2 ~^é' });
    expect(text).toContain(
      '  title = {{50\\% of \\{it\\} \\& \\textbackslash{}more\\_\\$1 \\#2 \\textasciitilde{}\\textasciicircum{}é}},',
    );
    expect(text).toContain('@misc{fieldnotes-50-of-it-more-1-2-e,');
  });
});
