/** What runs on pages that are read. */
import './copy-link.ts';
import './contents.ts';
import './terms.ts';

if (new URLSearchParams(location.search).has('highlight')) import('./highlight.ts');
