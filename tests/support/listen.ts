import type { Page } from 'playwright-core';

/** Gathers whatever a browser complains about, and every request that leaves the site. */
export function listen(page: Page, url: string): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(`threw ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // What a browser fetches ahead it gives up itself where somebody goes on before it has come.
    if (why !== 'net::ERR_ABORTED') heard.push(`could not fetch ${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} for ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) heard.push(`asked for ${request.url()}`);
  });
  return heard;
}

/** Gathers the code of the scripts that a page fetches. */
export function listenForCode(page: Page): () => Promise<string> {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script';
    if (isScript && response.ok()) scripts.push(response.text());
  });
  return async () => (await Promise.all(scripts)).join('\n');
}
