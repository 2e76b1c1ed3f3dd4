/** Words that a reader selects can be copied as a link to them. What that takes is fetched with the first of them. */
document.addEventListener('selectionchange', () => {
  if (getSelection()?.isCollapsed) return;
  // Out of reach, nothing is offered, and selecting goes on as ever.
  import('./copying/passage.ts').catch(() => {});
});
