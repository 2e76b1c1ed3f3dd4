import { describe, expect, it } from 'vitest';
import { type Binding, bindPage } from '../../../../src/integrations/epub/document.ts';

const BOOK: Binding = {
  location: { site: undefined, base: '/some/base/' },
  pages: new Set(['/chapters/boots/', '/chapters/maps/', '/glossary/']),
};
const AT_HOME: Binding = {
  ...BOOK,
  location: { site: 'https://host.example', base: '/some/base/' },
};

/** What stands in a text that is made from a chapter with this in it. */
function bind(main: string, binding = BOOK): string {
  const { xhtml } = bindPage(`<main>${main}</main>`, '/chapters/boots/', undefined, binding);
  return /<body>\n(.*)\n<\/body>/s.exec(xhtml)?.[1] ?? expect.fail(xhtml);
}

describe('a page in the book', () => {
  it('is a whole XHTML document with its heading as title', () => {
    const { xhtml } = bindPage(
      '<main><h1>Boots &amp; <i>laces</i></h1></main>',
      '/chapters/boots/',
      'chapter',
      BOOK,
    );
    expect(xhtml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<!DOCTYPE html>\n<html /);
    expect(xhtml).toContain('<title>Boots &amp; laces</title>');
    expect(xhtml).toContain('href="../style.css"');
    expect(xhtml).toContain('<body epub:type="chapter">');
  });

  it.each([
    '<nav><a href="/">Home</a></nav>',
    '<button>Copy</button>',
    '<script>alert(1)</script>',
    '<form><input></form>',
    '<search><input></search>',
    '<a rel="next" href="/some/base/chapters/maps/">Next</a>',
    '<svg aria-hidden="true"><path d="M0 0"/></svg>',
    '<p data-moved>It is elsewhere.</p>',
    '<div popover>Menu</div>',
    '<p hidden>Later</p>',
    '<span class="absolute" id="old"></span>',
    '<!-- a note -->',
    '<div><div></div></div>',
  ])('leaves out what works on a site alone: %s', (html) => {
    expect(bind(`<p>Kept.</p>${html}`).replace(/<!--.*-->/, '')).toBe('<p>Kept.</p>');
  });

  it('keeps ids, headings, lists, tables and terms, and drops the look', () => {
    expect(
      bind(
        '<h2 id="a" class="text-ui">A</h2><ol class="x" start="3" style="color:red"><li onclick="x()" data-y>B</li></ol>' +
          '<table><tr><th scope="row" class="y">C</th></tr></table><dl><div class="grid" id="d"><dt>D</dt><dd>E</dd></div></dl>',
      ),
    ).toBe(
      '<h2 id="a">A</h2><ol start="3"><li>B</li></ol>' +
        '<table><tr><th scope="row">C</th></tr></table><dl><div id="d"><dt>D</dt><dd>E</dd></div></dl>',
    );
  });

  it('makes paragraphs of boxes that hold a line, and takes the other boxes away', () => {
    expect(bind('<div class="grid"><div>In <a href="#a">A</a></div><p>B</p></div>')).toBe(
      `<p>In <a href="boots.xhtml">A</a></p><p>B</p>`,
    );
  });

  it('keeps groups of terms together', () => {
    const list = '<dl><div><dt>A</dt><dd>B</dd></div><div><dt>C</dt><dd>D</dd></div></dl>';
    expect(bind(list)).toBe(list);
  });

  it('says of what the site shows small or strong that it is', () => {
    expect(
      bind('<p class="font-sans text-ui text-quiet">A <b class="font-semibold">B</b></p>'),
    ).toBe('<p class="quiet">A <b class="name">B</b></p>');
  });

  it('unfolds the sources of a section below their name', () => {
    expect(
      bind(
        '<div class="text-quiet"><details class="sources"><summary class="print:hidden">Sources<span class="sr-only"> of “A”</span></summary><div><ul><li>B</li></ul></div></details></div>',
      ),
    ).toBe('<div class="quiet"><p class="name">Sources</p><ul><li>B</li></ul></div>');
  });

  it('lets a row of links go on that the site folds away', () => {
    expect(
      bind(
        '<dd>In <a href="https://a.example/">A</a> <details><summary>and 1 more</summary><a href="https://b.example/">B</a></details></dd>',
      ),
    ).toBe(
      '<dd>In <a href="https://a.example/">A</a>  · <a href="https://b.example/">B</a></dd>'.replaceAll(
        '·',
        '&#xb7;',
      ),
    );
  });

  it('keeps apart what only the look keeps apart', () => {
    expect(
      bind(
        '<p class="flex"><span>A</span><span>B</span></p><ul><li>C<a class="block" href="https://d.example/">D</a></li></ul>',
      ),
    ).toBe('<p>A &#xb7; B</p><ul><li>C<br/><a href="https://d.example/">D</a></li></ul>');
  });

  it('escapes what XML would read as markup, and drops what XML has no place for', () => {
    expect(bind('<p title="x">a &lt; b &amp; c\u0007\uffff &quot;d&quot;</p>')).toBe(
      '<p>a &lt; b &amp; c &quot;d&quot;</p>',
    );
  });
});

describe('a link in the book', () => {
  const to = (href: string, binding = BOOK) =>
    bind(`<p id="here"><a href="${href}">x</a></p>`, binding);
  const link = (href: string) => `<p id="here"><a href="${href}">x</a></p>`;

  it.each([
    ['/some/base/glossary/#em', '../glossary.xhtml#em'],
    ['/some/base/chapters/maps/', 'maps.xhtml'],
    ['/some/base/chapters/maps/#here', 'maps.xhtml#here'],
    ['/some/base/chapters/boots/#here', '#here'],
    ['#here', '#here'],
    ['/some/base/', '../contents.xhtml'],
    ['/some/base/#_contents', '../contents.xhtml'],
  ])('leads to the file of the page that it led to: %s', (href, file) => {
    expect(to(href)).toBe(link(file));
  });

  it('leads to the text as a whole where the book has left out what it led to', () => {
    expect(to('#_in-this-chapter')).toBe(link('boots.xhtml'));
    expect(to('/some/base/chapters/maps/#_in-this-chapter')).toBe(link('maps.xhtml'));
  });

  it('leads to the site for what the book does not hold, where the site is known', () => {
    expect(to('/some/base/search/?q=a%20b#c', AT_HOME)).toBe(
      link('https://host.example/some/base/search/?q=a%20b#c'),
    );
  });

  it('is plain text where nobody knows the site', () => {
    expect(to('/some/base/search/?q=a')).toBe('<p id="here">x</p>');
  });

  it.each(['https://other.example/a?b=c#d', 'mailto:a@b.example'])(
    'leads elsewhere as it did: %s',
    (href) => {
      expect(to(href)).toBe(link(href));
    },
  );
});

describe('a picture in the book', () => {
  const pictures = (html: string) =>
    bindPage(`<main>${html}</main>`, '/chapters/boots/', undefined, BOOK);

  it('comes along, and says what it shows', () => {
    const { xhtml, pictures: found } = pictures(
      '<p><img src="/some/base/maps/a.png" alt="A map" loading="lazy" srcset="b.png 2x"></p>',
    );
    expect(xhtml).toContain('<p><img src="../images/maps/a.png" alt="A map"/></p>');
    expect(found).toEqual([
      { source: '/maps/a.png', file: 'images/maps/a.png', type: 'image/png', foreign: false },
    ]);
  });

  it('becomes a PNG where reading systems need not know its format', () => {
    expect(pictures('<img src="/some/base/_astro/a.webp" alt="A">').pictures).toEqual([
      {
        source: '/_astro/a.webp',
        file: 'images/_astro/a.webp.png',
        type: 'image/png',
        foreign: true,
      },
    ]);
  });

  it('is what it shows in words where it lies on another site', () => {
    const { xhtml, pictures: found } = pictures(
      '<p><img src="https://other.example/a.png" alt="A &lt;map>"></p>',
    );
    expect(xhtml).toContain('<p>A &lt;map&gt;</p>');
    expect(found).toEqual([]);
  });

  it('is said to be drawn within the text where it is', () => {
    const { xhtml, drawings } = pictures('<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>');
    expect(xhtml).toContain('<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path');
    expect(drawings).toBe(true);
  });
});
