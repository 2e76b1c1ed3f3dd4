import { drawContours } from '../../handbook/map/terrain.ts';
import { createPress, oneLine, put } from '../cards/press.ts';

/** The size that shops and shelves ask for, in pixels. */
export const WIDTH = 1600;
export const HEIGHT = 2560;

/** The room around everything, and the measure of what stands within. */
const MARGIN = 160;
const MEASURE = WIDTH - 2 * MARGIN;
/** How far the title may reach below the top, and the tagline below the title. */
const TITLE = { top: 240, height: 670 };
const TAGLINE = { gap: 56, height: 330 };

/** The sizes that a text is tried in, the largest first. A shelf shows a cover at about a tenth. */
const TITLE_SIZES = [260, 230, 200, 176, 152, 132, 112, 96, 80, 64, 52, 40];
const TAGLINE_SIZES = [84, 76, 68, 60, 52, 44, 36, 28];
const EDITION_SIZES = [56];

/** Where the trail begins, where it forks, and where both paths end: the people's left, the craft's straight on. */
const START = { x: WIDTH / 2, y: HEIGHT };
const FORK = { x: WIDTH / 2, y: 2110 };
const ENDS = { people: { x: 420, y: 1500 }, craft: { x: 1120, y: 1400 } };
const BLAZE = 190;
const STROKE = 20;

/** What a cover says. */
export interface Cover {
  title: string;
  tagline: string;
  edition: string;
}

/** What a cover shows, for whoever can't see it. */
export function coverText({ title, tagline, edition }: Cover): string {
  return `${title}. ${tagline} ${edition}. A trail forks into two, one marked with a ring and one with a diamond.`;
}

/**
 * Draws the cover of the book in the look of the site: its trail forks, and each path has its blaze.
 *
 * @param tokens the CSS that names the colors, `src/styles/tokens.css`
 * @returns the cover as SVG, its letters as shapes
 * @throws {Error} where a text doesn't fit even in the smallest size
 */
export async function drawCover(
  { title, tagline, edition }: Cover,
  tokens: string,
): Promise<string> {
  const { colors, set, drawBlaze } = await createPress(tokens);
  const [name, promise, number] = await Promise.all([
    set(title, {
      sizes: TITLE_SIZES,
      width: MEASURE,
      height: () => TITLE.height,
      color: colors.ink,
      title: true,
    }),
    set(tagline, { sizes: TAGLINE_SIZES, width: MEASURE, height: () => TAGLINE.height }),
    set(edition, { sizes: EDITION_SIZES, width: MEASURE / 2, height: oneLine }),
  ]);
  const contours = drawContours({
    viewBox: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
    ends: Object.values(ENDS),
  });
  const path = (track: keyof typeof ENDS) => {
    const { x, y } = ENDS[track];
    const end = y + BLAZE * 0.62;
    const bend = (FORK.y - end) * 0.55;
    return `<path d="M${FORK.x} ${FORK.y}C${FORK.x} ${FORK.y - bend} ${x} ${end + bend} ${x} ${end}" fill="none" stroke="${colors[track]}" stroke-width="${STROKE}" stroke-linecap="round"/>`;
  };
  const blaze = (track: keyof typeof ENDS) =>
    drawBlaze(track, ENDS[track].x - BLAZE / 2, ENDS[track].y - BLAZE / 2, BLAZE);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${colors.paper}"/>`,
    `<path d="${contours}" fill="none" stroke="${colors.contour}" stroke-width="3"/>`,
    path('people'),
    path('craft'),
    `<path d="M${START.x} ${START.y}V${FORK.y}" stroke="${colors.ink}" stroke-width="${STROKE}"/>`,
    `<circle cx="${FORK.x}" cy="${FORK.y}" r="34" fill="${colors.paper}" stroke="${colors.ink}" stroke-width="14"/>`,
    blaze('people'),
    blaze('craft'),
    put(name, MARGIN, TITLE.top),
    put(promise, MARGIN, TITLE.top + name.height + TAGLINE.gap),
    put(number, MARGIN, HEIGHT - MARGIN - number.height),
    '</svg>',
  ].join('');
}
