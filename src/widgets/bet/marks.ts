import type { Box, Point } from '#chart/geometry.ts';
import { type Placed, placeLabel, spread } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { percent } from '#model/format.ts';
import { type BetPicture, cheaperOf, costsAt, dollars, likeFibre } from './compute.ts';
import { BAR_PX, type Lines, type Projection } from './layout.ts';

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

export interface Marks {
  readonly stretches: readonly Stretch[];
  readonly crossing: Point | null;
  /** On a phone the lines are named beside their handles, where there is room. */
  readonly names: { readonly commit: Placed | null; readonly wait: Placed | null } | null;
  /** Under the axis. */
  readonly breakEven: Word | null;
  readonly you: Word;
  readonly ends: readonly Word[];
  /** From one line to the other, at the reader's belief. */
  readonly difference: { readonly from: Point; readonly to: Point; readonly label: Placed | null } | null;
  /** Where the dashed line of fibre crosses. */
  readonly fibre: {
    readonly line: readonly [Point, Point];
    readonly at: Point;
    readonly label: Placed | null;
  } | null;
}

const HALO_PX = 20;
const LEAST_DIFFERENCE_PX = 8;
const NAMES = { wait: 'wait', commit: 'commit' } as const;
const WHATEVER = {
  wait: ['wait, whatever you believe', 'wait'],
  commit: ['commit, whatever you believe', 'commit'],
} as const;

export function boxAround({ x, y }: Point, half: number): Box {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

export function marksOf(picture: BetPicture, projection: Projection, showsFibre: boolean): Marks {
  const { frame } = projection;
  const lines = projection.lines(picture);
  const crossing = crossingAt(picture, projection);
  const handles = [lines.commit[0], lines.wait[1], youAt(picture, projection)].map((at) =>
    boxAround(at, HALO_PX),
  );
  const dots = crossing ? [boxAround(crossing, 8)] : [];
  const names = frame.compact ? namesOf(picture, projection, lines, [...handles, ...dots]) : null;
  const named = [names?.commit, names?.wait].flatMap((name) => name?.box ?? []);
  const taken = [...handles, ...dots, ...named];
  const fibre = showsFibre ? fibreOf(picture, projection, lines, taken) : null;
  return {
    stretches: stretchesOf(picture, projection),
    crossing,
    names,
    ...under(picture, projection),
    difference: differenceOf(
      picture,
      projection,
      [lines.commit, lines.wait],
      [...taken, ...(fibre?.label ? [fibre.label.box] : [])],
    ),
    fibre,
  };
}

function namesOf(
  { idle, short }: BetPicture,
  { frame }: Projection,
  lines: Lines,
  boxes: readonly Box[],
): { commit: Placed | null; wait: Placed | null } {
  const within = { x: 0, y: frame.plot.y - 26, width: frame.width, height: frame.plot.height + 24 };
  const beside = (at: Point, side: 1 | -1, texts: readonly string[], taken: readonly Box[]) =>
    placeLabel(
      texts,
      12,
      ({ width, height }) =>
        [-HALO_PX - 1 - height / 2, 0, HALO_PX + 1 + height / 2].flatMap((down) =>
          [0, 10].map((shift) => ({
            x: at.x + side * ((down === 0 ? HALO_PX + 6 : -HALO_PX) + shift + width / 2),
            y: at.y + down,
          })),
        ),
      { within, boxes: taken, lines: [lines.commit, lines.wait] },
    );
  const commit = beside(lines.commit[0], 1, [`committing ${dollars(idle)}`, dollars(idle)], boxes);
  const wait = beside(
    lines.wait[1],
    -1,
    [`waiting ${dollars(short)}`, dollars(short)],
    [...boxes, ...(commit ? [commit.box] : [])],
  );
  return { commit, wait };
}

/** Where the reader's belief stands: on the middle of the axis's bar. */
export function youAt({ state }: BetPicture, projection: Projection): Point {
  const { plot } = projection.frame;
  return { x: projection.x(state.belief), y: plot.y + plot.height + BAR_PX / 2 };
}

function crossingAt(picture: BetPicture, projection: Projection): Point | null {
  const { crossing, breakEven } = picture;
  if (crossing !== 'inside' || breakEven === null) return null;
  return { x: projection.x(breakEven), y: projection.y(costsAt(picture, breakEven).commit) };
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
function under(picture: BetPicture, projection: Projection): Pick<Marks, 'breakEven' | 'you' | 'ends'> {
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

function differenceOf(
  { costs, state }: BetPicture,
  projection: Projection,
  lines: readonly (readonly Point[])[],
  boxes: readonly Box[],
): Marks['difference'] {
  const { plot, compact } = projection.frame;
  const x = projection.x(state.belief);
  const [upper, lower] = [Math.max(costs.commit, costs.wait), Math.min(costs.commit, costs.wait)];
  const from = { x, y: projection.y(lower) };
  const to = { x, y: projection.y(upper) };
  if (from.y - to.y < LEAST_DIFFERENCE_PX) return null;
  const more = dollars(upper - lower);
  const choice = cheaperOf(costs) === 'commit' ? 'waiting' : 'committing';
  const middle = (from.y + to.y) / 2;
  const label = placeLabel(
    compact ? [`+${more}`] : [`${choice} costs ${more} more`, `${more} more`],
    13,
    ({ width, height }) => [
      { x: x + width / 2 + 7, y: middle },
      { x: x - width / 2 - 7, y: middle },
      { x: x + width / 2 + 7, y: to.y - height },
      { x: x - width / 2 - 7, y: to.y - height },
      { x: x + width / 2 + 7, y: from.y + height },
      { x: x - width / 2 - 7, y: from.y + height },
    ],
    {
      within: { ...plot, y: plot.y - 14, height: plot.height + 12 },
      boxes,
      lines,
    },
  );
  return { from, to, label };
}

function fibreOf(
  picture: BetPicture,
  projection: Projection,
  lines: Lines,
  boxes: readonly Box[],
): Marks['fibre'] {
  const { plot } = projection.frame;
  const fibre = likeFibre(picture);
  const at = crossingAt(fibre, projection);
  if (at === null) return null;
  const line = projection.lines(fibre).commit;
  const label = placeLabel(
    [percent(fibre.breakEven ?? 0)],
    12.5,
    ({ width, height }) => [
      { x: at.x - width / 2 - 4, y: at.y - height - 2 },
      { x: at.x, y: at.y - height - 3 },
      { x: at.x + width / 2 + 9, y: at.y },
      { x: at.x, y: at.y + height },
    ],
    { within: plot, boxes, lines: [lines.commit, lines.wait, line] },
  );
  return { at, line, label };
}
