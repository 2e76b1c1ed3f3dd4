/** What runs on pages that are read. */
import './address.ts';
import './arrival.ts';
import './contents.ts';
import './next-chapter.ts';
import './selection.ts';
import './terms.ts';
