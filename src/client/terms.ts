/** A term that a chapter marks shows its definition in place, fetched from the glossary when first asked for. */
/** A link into our own glossary, not somebody else's. */
const TERM = `.text a[href^="${import.meta.env.BASE_URL}glossary/#"]`;

let glossary: Promise<Document> | undefined;

const popover = document.createElement('div');
popover.popover = 'auto';
popover.className = 'term';
popover.tabIndex = -1;
popover.role = 'dialog';
popover.ariaLabel = 'Definition';
document.body.append(popover);

async function definitionAt(address: URL): Promise<Node[]> {
  glossary ??= fetch(address.pathname)
    .then((response) => (response.ok ? response.text() : Promise.reject(response.status)))
    // From its text on: this page's policy lets no other page's styles in.
    .then((html) =>
      new DOMParser().parseFromString(html.slice(html.indexOf('<main')), 'text/html'),
    );
  const entry = (await glossary).getElementById(address.hash.slice(1));
  if (!entry) throw new Error(`The glossary has no ${address.hash}.`);
  const [term, meaning] = ['dt', '[data-meaning]'].map((part) => {
    const line = document.createElement('p');
    line.textContent = entry.querySelector(part)?.textContent ?? '';
    return line;
  });
  const more = document.createElement('a');
  more.href = address.href;
  more.textContent = 'In the glossary';
  return [term, meaning, more].filter((node) => node !== undefined);
}

document.addEventListener('click', async (event) => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>(TERM);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    popover.replaceChildren(...(await definitionAt(new URL(link.href))));
  } catch {
    // Out of reach: the browser says so better than we could.
    glossary = undefined;
    location.assign(link.href);
    return;
  }
  popover.showPopover({ source: link });
  const { left, bottom } = link.getBoundingClientRect();
  popover.style.left = `${Math.max(8, Math.min(left, innerWidth - popover.offsetWidth - 8))}px`;
  popover.style.top = `${Math.min(bottom + 8, innerHeight - popover.offsetHeight - 8)}px`;
  popover.focus();
});
