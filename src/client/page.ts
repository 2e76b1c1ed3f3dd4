/** What runs on every page. */
import './theme.ts';
import './search/opener.ts';
