/**
 * Takes whoever comes by an old link on to where its target is now, with the rest of the address. The
 * old address leaves no trace, so that going back leads to where the reader came from.
 */
function carryOn(): void {
  const named = document.getElementById(location.hash.slice(1))?.closest('[data-moved]');
  const link = (named ?? document.querySelector('[data-moved-page]'))?.querySelector('a');
  if (!link) return;
  const target = new URL(link.href);
  target.search = location.search;
  if (!named) target.hash ||= location.hash;
  location.replace(target);
}

carryOn();
addEventListener('hashchange', carryOn);
