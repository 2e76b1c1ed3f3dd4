/** What runs on every page. */
import './copy-link.ts';
import './theme.ts';
import './search/opener.ts';
