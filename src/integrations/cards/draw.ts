import type { Card } from '../../handbook/card.ts';
import { drawContours } from '../../handbook/map/terrain.ts';
import type { Track } from '../../handbook/schema.ts';
import { createPress, oneLine, put, type SetText } from './press.ts';

/** The size that chat programs and networks ask for, in pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** The room around everything, and the measures of what stands within. */
const MARGIN = 72;
const MEASURE = WIDTH - 2 * MARGIN;
/** Where the place begins, how far the title may reach below it, and where the trail runs. */
const PLACE = 168;
const TITLE = { top: 232, height: 250 };
const TRAIL = 556;

/** The sizes that a text is tried in, the largest first. A chat shows a card at about a third. */
const TITLE_SIZES = [108, 96, 84, 76, 68, 60, 52, 46, 40, 34, 28, 24, 20];
const PLACE_SIZES = [38, 34, 30, 26, 22, 18];
const NAME_SIZES = [42, 36, 30, 24, 18];
const LENGTH_SIZE = 38;

/** How far two stops of the trail are apart. */
const STEP = 62;

/** Draws cards in the look of the site. */
export interface CardPainter {
  /**
   * @returns the card as SVG, its letters as shapes
   * @throws {Error} where a text doesn't fit even in the smallest size
   */
  draw(card: Card): Promise<string>;
  /** @returns the title in the largest size in which it fits */
  setTitle(title: string): Promise<SetText>;
}

/**
 * @param name what the handbook is called
 * @param tokens the CSS that names the colors, `src/styles/tokens.css`
 */
export async function createPainter(name: string, tokens: string): Promise<CardPainter> {
  const { colors, set, drawBlaze } = await createPress(tokens);
  const trackColor = (track: Track) => (track === 'both' ? colors.ink : colors[track]);
  const contours = drawContours({
    viewBox: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
    ends: [
      { x: WIDTH * 0.9, y: HEIGHT * 0.16 },
      { x: WIDTH * 0.84, y: HEIGHT * 0.68 },
    ],
  });

  const setTitle = (title: string) =>
    set(title, {
      sizes: TITLE_SIZES,
      width: MEASURE,
      height: () => TITLE.height,
      color: colors.ink,
      title: true,
    });

  async function draw(card: Card): Promise<string> {
    const trailEnd = MARGIN + (card.trail.length + Number(card.before) + Number(card.after)) * STEP;
    const [handbook, place, title, length] = await Promise.all([
      set(name, { sizes: NAME_SIZES, height: oneLine, width: MEASURE - 66, color: colors.ink }),
      set(card.place, { sizes: PLACE_SIZES, height: oneLine, width: MEASURE - 46 }),
      setTitle(card.title),
      set(card.length, {
        sizes: [LENGTH_SIZE],
        height: oneLine,
        width: WIDTH - MARGIN - trailEnd,
      }),
    ]);
    // A short title stands in the middle of its room, and its place with it.
    const down = Math.round((TITLE.height - title.height) / 2);
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
      `<rect width="100%" height="100%" fill="${colors.paper}"/>`,
      `<path d="${contours}" fill="none" stroke="${colors.contour}" stroke-width="1.5"/>`,
      drawBlaze('both', MARGIN, MARGIN - 4, 50),
      put(handbook, MARGIN + 66, MARGIN - 6),
      drawBlaze(card.track, MARGIN, PLACE + down + 8, 32),
      put(place, MARGIN + 46, PLACE + down),
      put(title, MARGIN, TITLE.top + down),
      drawTrail(card),
      put(length, trailEnd, TRAIL - 26),
      '</svg>',
    ].join('');
  }

  function drawTrail({ track, trail, before, after }: Card): string {
    const color = trackColor(track);
    const first = MARGIN + 12 + Number(before) * STEP;
    const x = (stop: number) => first + stop * STEP;
    const line = (from: number, to: number, dotted: boolean) =>
      `<path d="M${from + 22} ${TRAIL}H${to - 22}" stroke="${color}" stroke-width="4"${dotted ? ' stroke-dasharray="0 9" stroke-linecap="round"' : ''}/>`;
    const stops = trail.map((stop, index) => {
      const at = `cx="${x(index)}" cy="${TRAIL}"`;
      if (stop === 'here')
        return `<circle ${at} r="13" fill="${color}"/><circle ${at} r="20" fill="none" stroke="${color}" stroke-width="3"/>`;
      const fill = stop === 'walked' ? color : colors.paper;
      return `<circle ${at} r="10" fill="${fill}" stroke="${color}" stroke-width="4"/>`;
    });
    const lines = trail
      .slice(1)
      .map((stop, index) => line(x(index), x(index + 1), stop === 'ahead'));
    if (before) lines.push(line(x(-1), x(0), true));
    if (after) lines.push(line(x(trail.length - 1), x(trail.length), true));
    return [...lines, ...stops].join('');
  }

  return { draw, setTitle };
}
