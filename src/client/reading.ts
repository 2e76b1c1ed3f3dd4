/** What runs on pages that are read. */
import './address.ts';
import './arrival.ts';
import './contents.ts';
import './selection.ts';
import './terms.ts';
