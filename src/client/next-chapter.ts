/**
 * Marks the link to the next chapter once a reader has come to it, for the speculation rules: a processor
 * that is slow takes longer to draw a chapter than a hand to click.
 */
const link = document.querySelector<HTMLElement>('a[rel=next]');
const observer = new IntersectionObserver(([entry]) => {
  if (!link || !entry?.isIntersecting) return;
  observer.disconnect();
  link.dataset.inView = '';
});
if (link) observer.observe(link);
