// Takes whoever comes by the page's address on to where its target is read, with the rest of the address:
// from an old address to the one of today, from a share page to its chapter. This address leaves no
// trace, so that going back leads to where the reader came from.
(() => {
  const carryOn = () => {
    const named = document.getElementById(location.hash.slice(1))?.closest('[data-moved]');
    const link = (named ?? document.querySelector('[data-carry-on]'))?.querySelector('a');
    if (!link) return;
    const target = new URL(link.href);
    target.search = location.search;
    if (!named) target.hash ||= location.hash;
    location.replace(target);
  };
  carryOn();
  addEventListener('hashchange', carryOn);
})();
