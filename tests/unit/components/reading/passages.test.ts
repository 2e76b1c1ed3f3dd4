import { describe, expect, it } from 'vitest';
import {
  boundary,
  cutPassages,
  selectPassages,
} from '../../../../src/components/reading/passages.ts';
import type { Section } from '../../../../src/handbook/handbook.ts';

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
});

describe('what a page shows of a chapter', () => {
  const passages = cutPassages(
    `<p>First.</p>${boundary('start')}<h2>Start</h2>${boundary('packing')}<h3>Packing</h3><h4>Boots</h4>${boundary('end')}<h2>End</h2>`,
  );
  const section = (id: string, level: 2 | 3, subsections: Section[] = []) =>
    ({ id, level, subsections }) as Section;

  it('is all of it, without its boundaries', () => {
    expect(selectPassages(passages)).toBe(
      '<p>First.</p><h2>Start</h2><h3>Packing</h3><h4>Boots</h4><h2>End</h2>',
    );
  });

  it('is a section with those below it', () => {
    const start = section('start', 2, [section('packing', 3)]);
    expect(selectPassages(passages, start)).toBe('<h2>Start</h2><h3>Packing</h3><h4>Boots</h4>');
  });

  it('has a heading of the second level where a section below another stands alone', () => {
    expect(selectPassages(passages, section('packing', 3))).toBe('<h2>Packing</h2><h4>Boots</h4>');
  });
});
