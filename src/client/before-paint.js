((root) => {
  root.dataset.js = '';
  try {
    const theme = localStorage.getItem('waymark-theme');
    if (theme) root.dataset.theme = theme;
  } catch {}
})(document.documentElement);
