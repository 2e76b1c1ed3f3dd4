import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readCatalog } from '../support/catalog.ts';
import { listen } from '../support/listen.ts';
import { kindsOf, SERVED, startBrowser } from '../support/visit.ts';

const open = await startBrowser();
/** A page that may read and write the clipboard. */
const openWithClipboard = (options: BrowserContextOptions = {}) =>
  open({ permissions: ['clipboard-read', 'clipboard-write'], ...options });

/** What lies on the clipboard, by its type. */
const clipboardOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const entries: [string, string][] = [];
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types) entries.push([type, await (await item.getType(type)).text()]);
    }
    return Object.fromEntries(entries);
  });

/** Waits until the page says that something was copied. */
const heard = (page: Page, said: string) =>
  page.getByRole('status').filter({ hasText: said }).waitFor();

const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? '');
const offered = (page: Page) => page.getByRole('group', { name: /^Copy “.*” in another form$/ });

/** A page whose browser lets nothing be copied. */
async function openRefused(): Promise<Page> {
  const page = await open();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  return page;
}

describe.each(SERVED)('the button at a heading of $name', ({ site, url }) => {
  const { title: handbook, edition, chapters } = readCatalog(site);
  const [chapter] = chapters;
  const section = chapter?.sections[1];
  if (!chapter || !section) throw new Error('the site is empty');
  const name = `${section.title}, ${chapter.title} · ${handbook}`;
  const share = `${url}/s/${section.id}/`;
  const selector = `#${section.id} + button`;
  const chapterUrl = `${url}/chapters/${chapter.id}/`;

  it('copies the share link at once, rich and plain, and says so', async () => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    await page.locator(selector).click();
    await heard(page, 'Link copied');
    expect(await clipboardOf(page)).toEqual({
      'text/plain': `${name}\n${share}`,
      'text/html': `<a href="${share}">${name}</a>`,
    });
  });

  it('is named for its section, and works by touch', async () => {
    const page = await openWithClipboard({ hasTouch: true, viewport: { width: 360, height: 740 } });
    await page.goto(chapterUrl);
    const button = page.getByRole('button', { name: `Copy link to “${section.title}”` });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await button.tap();
    await heard(page, 'Link copied');
    expect((await clipboardOf(page))['text/plain']).toContain(share);
  });

  it.each([
    { form: 'Markdown link', text: `[${name}](${share})` },
    { form: 'Quote', text: /^“[^”]+”\n— / },
    {
      form: 'Citation',
      text: `“${section.title}.” In “${chapter.title},” ${handbook}, edition ${edition}. `,
    },
    { form: 'BibTeX', text: /^@misc\{\S+,\n {2}key = \{/ },
  ])('offers a $form beside it', async ({ form, text }) => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    await page.locator(selector).click();
    await offered(page).getByRole('button', { name: form }).click();
    await heard(page, `${form} copied`);
    const copied = (await clipboardOf(page))['text/plain'];
    if (typeof text === 'string') expect(copied).toContain(text);
    else expect(copied).toMatch(text);
    expect(copied).toContain(share);
    expect(await offered(page).isVisible()).toBe(false);
  });

  it('quotes the first paragraph of its section', async () => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    const paragraph = page.locator(`.text:has(> * > #${section.id}) > p`).first();
    const words = (await paragraph.textContent())?.replace(/\s+/g, ' ').trim() ?? '';
    await page.locator(selector).click();
    await offered(page).getByRole('button', { name: 'Quote' }).click();
    await heard(page, 'Quote copied');
    const quoted = words.replaceAll('“', '‘').replaceAll('”', '’');
    expect(words.length).toBeGreaterThan(10);
    expect((await clipboardOf(page))['text/plain']).toBe(`“${quoted}”\n— ${name}\n${share}`);
  });

  it('leaves the focus where it is; Tab goes on to the other forms and Escape closes them', async () => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    await page.locator(selector).focus();
    await page.keyboard.press('Enter');
    await heard(page, 'Link copied');
    await offered(page).waitFor();
    expect(await focused(page)).toContain(`data-copy-link="${new URL(share).pathname}"`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Markdown link');
    await page.keyboard.press('Escape');
    await offered(page).waitFor({ state: 'hidden' });
    expect(await focused(page)).toContain(`data-copy-link="${new URL(share).pathname}"`);
  });

  it('hands the link to the system where it can take it', async () => {
    const page = await openWithClipboard();
    await page.addInitScript(() => {
      navigator.share = async (data) => {
        document.title = JSON.stringify(data);
      };
    });
    await page.goto(chapterUrl);
    await page.locator(selector).click();
    await offered(page).getByRole('button', { name: 'Share…' }).click();
    await page.waitForFunction(() => document.title.startsWith('{'));
    expect(JSON.parse(await page.title())).toEqual({ title: name, url: share });
  });

  it('shows the link selected where it may not copy, and then gives the focus back', async () => {
    const page = await openRefused();
    await page.goto(chapterUrl);
    await page.locator(selector).click();
    const field = page.getByRole('dialog', { name: 'Copy by hand' }).getByRole('textbox');
    await field.waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(share);
    expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('data-copy-link');
  });

  it('shows the link in the browser’s own words where its code is out of reach', async () => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    await page.context().setOffline(true);
    const shown = page.waitForEvent('dialog');
    page.locator(selector).click();
    const dialog = await shown;
    expect(dialog.defaultValue()).toBe(share);
    await dialog.dismiss();
  });
});

describe('what it takes to copy', () => {
  it('is fetched when the reader turns to a button, and no sooner', async () => {
    const page = await openWithClipboard();
    const { chapter } = kindsOf(inject('book'));
    const complaints = listen(page, inject('bookUrl'));
    await page.goto(`${inject('bookUrl')}${chapter}`);
    await page.waitForLoadState('networkidle');
    const styles = () => page.evaluate(() => document.adoptedStyleSheets.length);
    expect(await styles()).toBe(0);
    await page.locator('[data-copy-link]').first().hover();
    await expect.poll(styles).toBeGreaterThan(0);
    await page.context().setOffline(true);
    await page.locator('[data-copy-link]').first().click();
    await heard(page, 'Link copied');
    expect(complaints).toEqual([]);
  });
});

describe.each(SERVED)('a link of $name', ({ site, url }) => {
  const { glossary, comparison, disagreements, sources } = readCatalog(site);
  const [claim] = sources[0]?.claims ?? [];

  it.each([
    { what: 'term', path: '/glossary/', id: glossary[0]?.id },
    { what: 'row of the comparison', path: '/compare/', id: comparison[0]?.id },
    { what: 'disagreement', path: '/disagreements/', id: disagreements[0]?.id },
    { what: 'claim', path: `/sources/${sources[0]?.key}/`, id: claim?.id },
  ])('to a $what is copied in the same way, and leads to it', async ({ path, id }) => {
    const page = await openWithClipboard();
    await page.goto(`${url}${path}`);
    const holder = page.locator(`[id="${id}"]`);
    await holder.getByRole('button', { name: /^Copy link to/ }).click();
    await heard(page, 'Link copied');
    const [name, link] = ((await clipboardOf(page))['text/plain'] ?? '').split('\n');
    expect(link).toBe(`${url}${path}#${id}`);
    expect(name).toMatch(/^.+(,| ·) .+ · .+$/);
    await page.goto('about:blank');
    await page.goto(String(link));
    expect(await page.locator(':target').getAttribute('id')).toBe(id);
  });

  it('to a question for the next conversation leads to that question', async () => {
    const page = await openWithClipboard({ viewport: { width: 400, height: 400 } });
    const { chapter } = kindsOf(site);
    await page.goto(`${url}${chapter}`);
    const question = page.locator('[aria-labelledby=_talk] li').last();
    const words = ((await question.textContent()) ?? '').trim();
    await question.getByRole('button').click();
    await heard(page, 'Link copied');
    const [, link] = ((await clipboardOf(page))['text/plain'] ?? '').split('\n');
    expect(link).toContain(`${url}${chapter}#_talk:~:text=`);
    await page.goto('about:blank');
    await page.goto(String(link));
    await page.waitForFunction(() => scrollY > 0);
    expect(words).toMatch(/\?$/);
    await expectInView(page, '[aria-labelledby=_talk] li:last-child >> nth=-1');
  });
});

/** Whether something stands within the window. */
async function expectInView(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

describe('a passage that is selected', () => {
  const url = inject('bookUrl');
  const { title: handbook, chapters } = readCatalog(inject('book'));
  const [chapter] = chapters;
  const section = chapter?.sections.at(-1);
  if (!chapter || !section) throw new Error('the site is empty');
  const chapterUrl = `${url}/chapters/${chapter.id}/`;
  const paragraph = `.text:has(> * > #${section.id}) > p`;
  const offer = (page: Page) => page.getByRole('button', { name: 'Copy link to this passage' });

  /** Drags the mouse over the first line of a paragraph. */
  async function dragOver(page: Page, selector: string): Promise<string> {
    const text = page.locator(selector).first();
    await text.scrollIntoViewIfNeeded();
    const box = await text.boundingBox();
    if (!box) throw new Error(`nothing to see of ${selector}`);
    await page.mouse.move(box.x + 2, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 12, { steps: 4 });
    await page.mouse.up();
    return page.evaluate(() => String(getSelection()));
  }

  it('is copied as a link to its section and its words, and found again by it', async () => {
    const page = await openWithClipboard({ viewport: { width: 500, height: 400 } });
    await page.goto(chapterUrl);
    const selected = await dragOver(page, paragraph);
    expect(selected.length).toBeGreaterThan(3);
    await offer(page).click();
    await heard(page, 'Link copied');
    const { 'text/plain': text = '' } = await clipboardOf(page);
    const [name, link = ''] = text.split('\n');
    expect(name).toBe(`${section.title}, ${chapter.title} · ${handbook}`);
    expect(link.startsWith(`${chapterUrl}#${section.id}:~:text=`)).toBe(true);
    expect(decodeURIComponent(link)).toContain(selected.trim());
    await page.goto('about:blank');
    await page.goto(link);
    // Browsers that find the words tell nobody of them: the page knows its section alone.
    expect(await page.evaluate(() => location.hash)).toBe(`#${section.id}`);
    const box = await page.locator(paragraph).first().boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(400);
  });

  it('still leads to its section once its words have changed', async () => {
    const page = await open();
    await page.goto(`${chapterUrl}#${section.id}:~:text=words%20that%20nobody%20wrote`);
    expect(await page.locator(':target').getAttribute('id')).toBe(section.id);
    await expectInView(page, `#${section.id}`);
  });

  it('is copied by the keyboard as ever, and offered on the next press of Tab', async () => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    const dragged = await dragOver(page, paragraph);
    await page.keyboard.press('Control+Shift+ArrowRight');
    await offer(page).waitFor();
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected.length).toBeGreaterThan(dragged.length);
    await page.keyboard.press('Control+c');
    expect((await clipboardOf(page))['text/plain']).toBe(selected);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Copy link to this passage');
  });

  it('is offered no longer once it isn’t selected', async () => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    await dragOver(page, paragraph);
    await offer(page).waitFor();
    await page.locator('h1').click();
    await offer(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
  });

  it('is offered as well where a finger selected it, at the foot of the window', async () => {
    const viewport = { width: 360, height: 740 };
    const page = await openWithClipboard({ hasTouch: true, isMobile: true, viewport });
    await page.goto(chapterUrl);
    // A browser without a window shows no handles to drag: what they do is done here.
    await page.evaluate((selector) => {
      getSelection()?.selectAllChildren(document.querySelector(selector) as Element);
    }, paragraph);
    await offer(page).waitFor();
    const box = await offer(page).boundingBox();
    expect(box?.y).toBeGreaterThan(viewport.height * 0.7);
    await offer(page).tap();
    await heard(page, 'Link copied');
    expect((await clipboardOf(page))['text/plain']).toContain(`#${section.id}:~:text=`);
  });

  it('has no section of its own in the opening, and says so', async () => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    await page.evaluate(() => {
      const opening = document.querySelector('.text > p') as Element;
      getSelection()?.selectAllChildren(opening);
    });
    await offer(page).click();
    await heard(page, 'Link copied');
    const [name, link] = ((await clipboardOf(page))['text/plain'] ?? '').split('\n');
    expect(name).toBe(`${chapter.title} · ${handbook}`);
    expect(link?.startsWith(`${chapterUrl}#:~:text=`)).toBe(true);
  });

  it('is none in what isn’t the chapter’s text', async () => {
    const page = await openWithClipboard();
    await page.goto(chapterUrl);
    await dragOver(page, paragraph);
    await offer(page).waitFor();
    await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('footer p') as Element);
    });
    await offer(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => String(getSelection()))).not.toBe('');
  });
});
