import { describe, expect, it } from 'vitest';
import { links } from '../../../src/integrations/links.ts';
import { sections } from '../../../src/integrations/sections.ts';
import { render } from './render.ts';

describe('links and images of a chapter', () => {
  it.each([
    ['[a](/topics/)', '<a href="/base/topics/">a</a>'],
    ['[a](/chapters/next/#one)', '<a href="/base/chapters/next/#one">a</a>'],
    ['[a](#one)', '<a href="/base/chapters/first-steps/#one">a</a>'],
    ['[a][ref]\n\n[ref]: /topics/', '<a href="/base/topics/">a</a>'],
    ['![a](/icon.svg)', '<img src="/base/icon.svg" alt="a"></img>'],
    ['A <a href="/topics/">b</a>', '<a href="/base/topics/">b</a>'],
    ['A <a href="#one">b</a>', '<a href="/base/chapters/first-steps/#one">b</a>'],
    ['<img src="/icon.svg" alt="a" />', 'src="/base/icon.svg"'],
  ])('work under a base path: %j', async (source, expected) => {
    expect(await render(source, [links('/base/')])).toContain(expected);
  });

  it.each([
    ['[a](https://example.org/)', '<a href="https://example.org/">a</a>'],
    ['[a](//example.org/)', '<a href="//example.org/">a</a>'],
    ['[a](mailto:a@example.org)', '<a href="mailto:a@example.org">a</a>'],
    ['A <a href="https://example.org/">b</a>', '<a href="https://example.org/">b</a>'],
    ['A <a name="b">c</a>', '<a name="b">c</a>'],
  ])('are left alone where they lead elsewhere or nowhere: %j', async (source, expected) => {
    expect(await render(source, [links('/base/')])).toContain(expected);
  });

  it('stay as they are at the root of a host', async () => {
    expect(await render('[a](/topics/)', [links('/')])).toBe('<p><a href="/topics/">a</a></p>');
  });

  it('work in a text that is divided into sections', async () => {
    const source = '[a](/a/)\n\n## B {#b}\n\n[c](#b)';
    const text = await render(source, [links('/base/'), sections]);
    expect(text.match(/href="[^"]*"/g)).toEqual([
      'href="/base/a/"',
      'href="/base/chapters/first-steps/#b"',
    ]);
  });
});
