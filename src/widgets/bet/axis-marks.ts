import { boxAround, type Point } from '#chart/geometry.ts';
import { type Placed, placeLabel, spread } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { percent } from '#model/format.ts';
import type { BetPicture } from './compute.ts';
import { BAR_PX, HALO_PX, type Projection } from './layout.ts';

/** A word that stands at a place, by its anchor. */
export interface Word extends Point {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** The stretch of the axis on which one choice is the cheaper. */
export interface Stretch {
  readonly choice: 'wait' | 'commit';
  readonly from: number;
  readonly to: number;
  readonly word: Placed | null;
}

/** What stands on the axis of belief and under it. */
export interface AxisMarks {
  readonly stretches: readonly Stretch[];
  readonly breakEven: Word | null;
  readonly you: Word;
  readonly ends: readonly Word[];
}

const NAMES = { wait: 'wait', commit: 'commit' } as const;
const WHATEVER = {
  wait: ['wait, whatever you believe', 'wait'],
  commit: ['commit, whatever you believe', 'commit'],
} as const;

export function axisMarksOf(picture: BetPicture, projection: Projection): AxisMarks {
  return { stretches: stretchesOf(picture, projection), ...under(picture, projection) };
}

/** Where the reader's belief stands: on the middle of the axis's bar. */
export function youAt({ state }: BetPicture, projection: Projection): Point {
  const { plot } = projection.frame;
  return { x: projection.x(state.belief), y: plot.y + plot.height + BAR_PX / 2 };
}

function stretchesOf(picture: BetPicture, projection: Projection): Stretch[] {
  const { crossing, breakEven } = picture;
  const { plot } = projection.frame;
  if (breakEven === null) return [];
  const edge = projection.x(breakEven);
  const hand = boxAround(youAt(picture, projection), HALO_PX);
  const stretch = (choice: Stretch['choice'], from: number, to: number): Stretch => {
    const within = { x: from, y: plot.y + plot.height, width: to - from, height: BAR_PX };
    const middle = within.y + BAR_PX / 2;
    const texts = crossing === 'inside' ? [NAMES[choice]] : WHATEVER[choice];
    const word = placeLabel(
      texts,
      13,
      ({ width }) => [
        { x: (from + to) / 2, y: middle },
        { x: hand.x - width / 2 - 2, y: middle },
        { x: hand.x + hand.width + width / 2 + 2, y: middle },
      ],
      { within, boxes: [hand], lines: [] },
    );
    return { choice, from, to, word };
  };
  return [stretch('wait', plot.x, edge), stretch('commit', edge, plot.x + plot.width)].filter(
    ({ from, to }) => to - from > 0.5,
  );
}

/** What stands under the axis: the break-even and the reader's belief keep apart, and the ends give way to them. */
function under(picture: BetPicture, projection: Projection): Omit<AxisMarks, 'stretches'> {
  const { frame } = projection;
  const { plot } = frame;
  const y = plot.y + plot.height + BAR_PX + 20;
  const half = (text: string, px: number) => textWidth(text, px) / 2;
  const gap = half('break-even', 12.5) + half(percent(picture.state.belief), 14) + 8;
  const edge = half('break-even', 12.5);
  const you = projection.x(picture.state.belief);
  const inside = picture.crossing === 'inside' && picture.breakEven !== null ? picture.breakEven : null;
  let places: { you: number; breakEven: number | null } = { you, breakEven: null };
  if (inside !== null) {
    const wanted = projection.x(inside);
    const first = wanted <= you;
    const [a = you, b = you] = spread(
      first ? [wanted, you] : [you, wanted],
      gap,
      Math.max(edge, plot.x - edge),
      Math.min(frame.width - edge, plot.x + plot.width + edge),
    );
    places = first ? { breakEven: a, you: b } : { you: a, breakEven: b };
  }
  const word = (text: string, x: number): Word => ({ text, x, y, anchor: 'middle' });
  const taken = [
    ...(places.breakEven === null ? [] : [{ x: places.breakEven, half: edge }]),
    { x: places.you, half: half('100%', 14) },
  ];
  const ends = [0, 1]
    .map((belief) => word(percent(belief), projection.x(belief)))
    .filter(({ text, x }) =>
      taken.every((other) => Math.abs(other.x - x) > other.half + half(text, 12.5) + 6),
    );
  return {
    breakEven: places.breakEven === null || inside === null ? null : word(percent(inside), places.breakEven),
    you: word(percent(picture.state.belief), places.you),
    ends,
  };
}
