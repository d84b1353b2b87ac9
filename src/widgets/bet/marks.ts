import { type Box, boxAround, type Point } from '#chart/geometry.ts';
import { type Placed, placeLabel } from '#chart/place.ts';
import { percent } from '#model/format.ts';
import { type AxisMarks, axisMarksOf, youAt } from './axis-marks.ts';
import { type BetPicture, cheaperOf, costsAt, dollars, likeFibre } from './compute.ts';
import { HALO_PX, type Lines, type Projection } from './layout.ts';

export interface Marks extends AxisMarks {
  readonly crossing: Point | null;
  /** On a phone the lines are named beside their handles, where there is room. */
  readonly names: { readonly commit: Placed | null; readonly wait: Placed | null } | null;
  /** From one line to the other, at the reader's belief. */
  readonly difference: { readonly from: Point; readonly to: Point; readonly label: Placed | null } | null;
  /** Where the dashed line of fibre crosses. */
  readonly fibre: {
    readonly line: readonly [Point, Point];
    readonly at: Point;
    readonly label: Placed | null;
  } | null;
}

const LEAST_DIFFERENCE_PX = 8;
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
    ...axisMarksOf(picture, projection),
    crossing,
    names,
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

function crossingAt(picture: BetPicture, projection: Projection): Point | null {
  const { crossing, breakEven } = picture;
  if (crossing !== 'inside' || breakEven === null) return null;
  return { x: projection.x(breakEven), y: projection.y(costsAt(picture, breakEven).commit) };
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
