import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  boundary,
  cutPassages,
  passagesOf,
  raise,
} from '../../../../src/components/reading/passages.ts';
import { loadHandbook } from '../../../../src/handbook/load.ts';
import { FIXTURE } from '../../../support/build.ts';

const CHAPTER = `<p>First.</p>${boundary('a')}<h2 id="a">A</h2><p>Text.</p>${boundary('b-1')}<h3 id="b-1">B</h3>`;

describe('a rendered chapter', () => {
  it('is cut where its sections begin', () => {
    expect(cutPassages(CHAPTER)).toEqual({
      opening: '<p>First.</p>',
      sections: new Map([
        ['a', '<h2 id="a">A</h2><p>Text.</p>'],
        ['b-1', '<h3 id="b-1">B</h3>'],
      ]),
    });
  });

  it('may be all opening, or have none', () => {
    expect(cutPassages('<p>First.</p>')).toEqual({ opening: '<p>First.</p>', sections: new Map() });
    expect(cutPassages(`${boundary('a')}<p>Text.</p>`).opening).toBe('');
  });

  it('is rendered once, however many pages show some of it', async () => {
    const { chapters } = await loadHandbook(FIXTURE, path.resolve('public'));
    const [chapter = expect.fail(), another = expect.fail()] = chapters;
    const rendered: string[] = [];
    const render = (html: string) => async () => {
      rendered.push(html);
      return html;
    };
    const first = passagesOf(chapter, render('one'));
    expect(passagesOf(chapter, render('two'))).toBe(first);
    expect((await passagesOf(another, render('three'))).opening).toBe('three');
    expect(rendered).toEqual(['one', 'three']);
  });
});

describe('a section below another', () => {
  it('has a heading of the second level where it stands alone, and keeps what else it says', () => {
    expect(raise('<h3 id="b">B</h3><p>&lt;h3&gt;</p><h4>Deeper</h4>')).toBe(
      '<h2 id="b">B</h2><p>&lt;h3&gt;</p><h4>Deeper</h4>',
    );
  });
});
