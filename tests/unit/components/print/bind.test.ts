import { describe, expect, it } from 'vitest';
import { bind } from '../../../../src/components/print/bind.ts';
import type { Printout } from '../../../../src/handbook/printout.ts';

const printout: Printout = {
  pages: new Set(['/chapters/one/', '/chapters/two/', '/glossary/']),
  numbers: new Map([
    ['/chapters/one/#boots', '1.1'],
    ['/chapters/two/', '2'],
  ]),
  backMatter: [],
};
const location = { site: 'https://handbook.example', base: '/some/base/' };
const bound = (html: string, path = '/chapters/one/') =>
  bind(html, { path, below: 2, printout, location });

describe('a page, bound into the book', () => {
  it('has its headings further down, and sections by their numbers', () => {
    expect(bound('<h2 id="boots">Boots</h2><h3>Laces</h3>')).toBe(
      '<h4 id="boots"><span class="number">1.1</span> Boots</h4><h5>Laces</h5>',
    );
  });

  it('has ids that are its own in the book, and what refers to them', () => {
    expect(bound('<nav aria-labelledby="_a b"><i id="_a"></i><i id="b"></i></nav>')).toBe(
      '<nav aria-labelledby="_chapters.one._a b"><i id="_chapters.one._a"></i><i id="b"></i></nav>',
    );
  });

  it('leads to what the book holds within it, and says its number where it has one', () => {
    expect(bound('<a href="/some/base/chapters/two/">Two</a>')).toBe(
      '<a href="#two">Two</a><span class="at"> (2)</span>',
    );
    expect(bound('<a href="/some/base/glossary/#boot">boot</a>')).toBe(
      '<a href="#_glossary.boot">boot</a>',
    );
    expect(bound('<a href="#boot">boot</a>', '/glossary/')).toBe(
      '<a href="#_glossary.boot">boot</a>',
    );
  });

  it('leads to the site for everything else', () => {
    expect(bound('<a href="/some/base/topics/walking/">Walking</a>')).toBe(
      '<a href="https://handbook.example/some/base/topics/walking/">Walking</a>',
    );
  });

  it('leaves links to other sites alone', () => {
    const html = '<a href="https://essays.example/#boots">An essay</a>';
    expect(bound(html)).toBe(html);
  });

  it('is without what isn’t printed', () => {
    expect(bound('<p>Text</p><nav class="flex print:hidden">Menu</nav>')).toBe('<p>Text</p>');
  });

  it('has no landmarks, which the book has in its chapters', () => {
    expect(bound('<section aria-labelledby="_talk">Talk</section>')).toBe(
      '<section>Talk</section>',
    );
  });

  it('keeps its drawings', () => {
    const html = '<svg viewBox="0 0 12 12"><circle r="6"/></svg>';
    expect(bound(html)).toBe(html);
  });
});
