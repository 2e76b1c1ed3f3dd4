import { describe, expect, it } from 'vitest';
import { sections } from '../../../src/integrations/sections.ts';
import { render } from './render.ts';

/** A text with its sections as elements. */
const divide = (source: string) => render(source, [sections]);

describe('the text of a chapter', () => {
  it('is divided into an opening and a section for each heading of level 2 or 3', async () => {
    expect(await divide('First.\n\n## A {#a}\n\nText.\n\n### B {#b}\n\nMore.\n\n## C {#c}')).toBe(
      [
        '<Opening><p>First.</p></Opening>',
        '<Section id="a"><h2 id="a" slot="heading">A</h2><p>Text.</p></Section>',
        '<Section id="b"><h3 id="b" slot="heading">B</h3><p>More.</p></Section>',
        '<Section id="c"><h2 id="c" slot="heading">C</h2></Section>',
      ].join(''),
    );
  });

  it('keeps headings of level 4 within their section', async () => {
    expect(await divide('## A {#a}\n\n#### Deeper\n\nText.')).toBe(
      '<Opening></Opening><Section id="a">' +
        '<h2 id="a" slot="heading">A</h2><h4>Deeper</h4><p>Text.</p></Section>',
    );
  });

  it('may define what it shows', async () => {
    expect(await divide('export const year = 2020;\n\n## A {#a}\n\nIn {year}.')).toContain(
      '<p>In 2020.</p></Section>',
    );
  });
});
