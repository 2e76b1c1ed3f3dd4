import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { filesOf, readPages } from '../support/pages.ts';

const site = inject('fixture');
const pages = readPages(site);
const { chapters } = readCatalog(site);
const pageAt = (address: string) =>
  pages.find((page) => page.path === address) ?? expect.fail(`no page ${address}`);
const meta = (address: string, name: string) =>
  pageAt(address).$(`meta[property="${name}"], meta[name="${name}"]`).attr('content');

describe('the preview of a page', () => {
  it('has a picture of 1200 by 630 pixels that is there, with what it says in words', async () => {
    const pictures = new Set<string>();
    for (const { path: page } of pages) {
      const picture = meta(page, 'og:image') ?? '';
      expect(picture, page).toMatch(new RegExp(`^${site.base}cards/[a-z0-9/_-]+\\.png$`));
      expect(meta(page, 'og:image:alt'), page).toMatch(/\w/);
      expect(meta(page, 'twitter:card'), page).toBe('summary_large_image');
      pictures.add(picture.slice(site.base.length));
    }
    for (const picture of pictures) {
      const { format, width, height } = await sharp(
        readFileSync(path.join(site.folder, picture)),
      ).metadata();
      expect([format, width, height], picture).toEqual(['png', 1200, 630]);
    }
    expect(filesOf(site).filter((file) => file.startsWith('/cards/')).length).toBe(pictures.size);
  });

  it('shows the card of the section, the chapter or the pathway that it is about', () => {
    for (const { id, sections } of chapters) {
      expect(meta(`/chapters/${id}/`, 'og:image')).toBe(`${site.base}cards/${id}.png`);
      for (const section of sections) {
        expect(meta(`/s/${section.id}/`, 'og:image')).toBe(`${site.base}cards/${section.id}.png`);
      }
    }
    expect(meta('/', 'og:image')).toBe(`${site.base}cards/_handbook.png`);
  });

  it('says of a passage its chapter and how long it takes', () => {
    for (const { title, sections } of chapters) {
      for (const { id } of sections) {
        expect(meta(`/s/${id}/`, 'twitter:label1')).toBe('Chapter');
        expect(meta(`/s/${id}/`, 'twitter:data1')).toBe(title);
        expect(meta(`/s/${id}/`, 'twitter:label2')).toBe('Time to read');
        expect(meta(`/s/${id}/`, 'twitter:data2')).toMatch(/^\d+ minutes?$/);
      }
    }
  });

  it('begins a passage with its own title and first sentence', () => {
    for (const { sections } of chapters) {
      for (const { id, title } of sections) {
        const { $ } = pageAt(`/s/${id}/`);
        expect(meta(`/s/${id}/`, 'og:title')).toBe(title);
        const sentence = meta(`/s/${id}/`, 'og:description') ?? '';
        expect($('article .text').text().replace(/\s+/g, ' ')).toContain(
          sentence.replace(/\s+/g, ' '),
        );
      }
    }
  });
});
