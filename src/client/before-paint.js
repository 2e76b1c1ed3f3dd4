((root, fonts) => {
  root.dataset.js = '';
  try {
    const theme = localStorage.getItem('waymark-theme');
    if (theme) root.dataset.theme = theme;
  } catch {}
  const [visit] = performance.getEntriesByType('navigation');
  if (visit?.responseStart - visit?.requestStart < 50) for (const font of fonts) font.media = 'all';
})(document.documentElement, document.querySelectorAll('link[as=font]'));
