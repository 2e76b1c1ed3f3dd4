/** What a reader needs who came by a link: the words that a search found, or word that the passage isn't there. */

if (new URLSearchParams(location.search).has('highlight')) import('./highlight.ts');

async function lookForPassage(): Promise<void> {
  const id = decode(location.hash.slice(1));
  const isThere = id === '' || document.getElementById(id) !== null;
  if (isThere && !document.querySelector('[data-unknown-fragment]')) return;
  const { sayNothing, sayUnknown } = await import('./unknown-fragment.ts');
  if (isThere) sayNothing();
  else sayUnknown(id);
}

/** A fragment as it was written, or as it is where nobody can have written it so. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

addEventListener('hashchange', lookForPassage);
lookForPassage();
