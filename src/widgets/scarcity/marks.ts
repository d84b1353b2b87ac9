import { greatest, range } from 'd3';
import { boxAround, type Point } from '#chart/geometry.ts';
import { type Placed, placeLabel } from '#chart/place.ts';
import { doublingsOf, duration, multiple, shortDuration } from '#model/format.ts';
import { A_MONTH, BALANCED, type ScarcityPicture, sampleAt } from './compute.ts';
import type { Curves, Frame, Projection } from './layout.ts';

/** Where the hand takes hold of the two curves, as shares of the picture's width. */
export interface Grips {
  readonly demand: Point;
  readonly supply: Point;
}

export interface GapMark {
  /** From supply up to demand, at one time. */
  readonly upright: readonly [Point, Point];
  /** From demand across to supply, at one height: the years nobody covered. Absent where no law holds. */
  readonly level: readonly [Point, Point] | null;
  readonly size: Placed | null;
  readonly doublings: Placed | null;
  readonly years: Placed | null;
}

const HALO_PX = 18;
const LEAST_LEG_PX = 12;
/** A gap thinner than the lines themselves has nothing to point at. */
const LEAST_GAP_PX = 3;

/** Where the supply curve may be held if none of the usual places is clear of the demand curve's handle. */
const ANYWHERE = range(0, 1.01, 0.05);

/** Where along the picture the triangle stands. */
const TRIANGLE_SHARE = { wide: 0.84, compact: 0.77 };

/** The time at which the gap is measured: by the law where it holds and is in sight, else at the worst. */
function measuredAt(picture: ScarcityPicture, { axes }: Projection, compact: boolean): number | null {
  const { state, lawYear, hasCeiling, peakYear } = picture;
  if (hasCeiling) return peakYear <= axes.years ? peakYear : null;
  const inSight = Math.min(
    TRIANGLE_SHARE[compact ? 'compact' : 'wide'] * axes.years,
    0.97 * state.doubling * axes.doublings,
  );
  const at = Math.max(lawYear, inSight);
  return at <= axes.years && at <= state.doubling * axes.doublings ? at : null;
}

/** The right triangle between the lines, and its words where they touch nothing. */
export function gapMark(
  picture: ScarcityPicture,
  projection: Projection,
  { plot, compact }: Frame,
  curves: Curves,
  grips: Grips,
  reference: Curves | null,
): GapMark | null {
  const at = measuredAt(picture, projection, compact);
  if (at === null) return null;
  const { demand, supply, scarcity } = sampleAt(picture.series, at);
  if (scarcity < BALANCED || projection.y(supply) - projection.y(demand) < LEAST_GAP_PX) return null;
  const shown = picture.hasCeiling ? picture.peak : picture.scarcity;
  const top = { x: projection.x(at), y: projection.y(demand) };
  const foot = { x: top.x, y: projection.y(supply) };
  const uncovered = picture.state.lead - picture.state.commit;
  const start = { x: projection.x(at - uncovered), y: foot.y };
  const level =
    picture.hasCeiling || uncovered < A_MONTH || foot.x - start.x < LEAST_LEG_PX
      ? null
      : ([start, foot] as const);
  const upright = [foot, top] as const;

  const lines = [curves.demand, curves.supply, upright, ...(level === null ? [] : [level])];
  const within = { x: plot.x, y: plot.y - 10, width: plot.width, height: plot.height + 10 };
  const boxes = [boxAround(grips.demand, HALO_PX), boxAround(grips.supply, HALO_PX)];
  const clearOf = (taken: readonly (Placed | null)[], avoided: readonly Curves[]) => ({
    within,
    boxes: [...boxes, ...taken.flatMap((label) => label?.box ?? [])],
    lines: [...lines, ...avoided.flatMap((other) => [other.demand, other.supply])],
  });
  const others = reference === null ? [] : [reference];

  // The gap's size is worth a crossing with a dashed reference; the words around it are not.
  const sizes = [multiple(shown)];
  const sizeRooms = [clearOf([], others), clearOf([], [])];
  const size = placeLabel(sizes, compact ? 15 : 18, around(upright), ...sizeRooms);
  const lengths = [
    `${duration(uncovered)} nobody covered`,
    `${shortDuration(uncovered)} uncovered`,
    shortDuration(uncovered),
  ];
  const years = level === null ? null : placeLabel(lengths, 12.5, along(level), clearOf([size], others));
  const doublings =
    picture.hasCeiling || compact
      ? null
      : placeLabel([doublingsOf(Math.log2(shown))], 12.5, beside(upright), clearOf([size, years], others));
  return { upright, level, size, years, doublings };
}

type Size = { width: number; height: number };

/** Where along a line its words may stand. */
const FROM_THE_MIDDLE = [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2];

/** Centres beside an upright line: right of it first, from its middle outwards, then left. */
function beside([foot, top]: readonly [Point, Point]) {
  return ({ width }: Size): Point[] => {
    const heights = FROM_THE_MIDDLE.map((share) => foot.y + (top.y - foot.y) * share);
    return [top.x + width / 2 + 5, top.x - width / 2 - 5].flatMap((x) => heights.map((y) => ({ x, y })));
  };
}

/** The same, and where an upright is too short for that, over its top or under its foot. */
function around(upright: readonly [Point, Point]) {
  const [foot, top] = upright;
  return (size: Size): Point[] => [
    ...beside(upright)(size),
    ...[top.x, top.x - size.width].flatMap((x) =>
      [1, 2, 3].map((rows) => ({ x, y: top.y - rows * size.height })),
    ),
    ...[1, 2].map((rows) => ({ x: foot.x, y: foot.y + rows * size.height })),
  ];
}

/** Centres along a level line: under it first, from its middle outwards, then over it. */
function along([start, end]: readonly [Point, Point]) {
  return ({ height }: { height: number }): Point[] =>
    [height / 2 + 4, -height / 2 - 4].flatMap((off) =>
      FROM_THE_MIDDLE.map((share) => ({
        x: start.x + (end.x - start.x) * share,
        y: start.y + off,
      })),
    );
}

/** Where each curve is held: where the hand left it, else at a place that is clear of the triangle. */
export function gripsOf(
  picture: ScarcityPicture,
  projection: Projection,
  compact: boolean,
  shares: { demand: number | null; supply: number | null },
): Grips {
  const { axes, linear } = projection;
  const demandShare = shares.demand ?? (linear < 0.5 ? 0.33 : linearShare(picture, axes));
  const rising = Math.min(picture.lawYear / axes.years, 0.9);
  const along = compact ? [0.84, 0.5, 0.2] : [0.33, 0.6, 0.9, 0.1];
  const on = (year: number, of: 'demand' | 'supply') => ({
    x: projection.x(year),
    y: Math.max(projection.plot.y, projection.y(sampleAt(picture.series, year)[of])),
  });
  const demand = on(demandShare * axes.years, 'demand');
  const supplyAt = (share: number) => on((rising + share * (1 - rising)) * axes.years, 'supply');
  const off = ({ x, y }: Point) => Math.hypot(x - demand.x, y - demand.y);
  const clear = along.map(supplyAt).find((place) => off(place) > 2 * HALO_PX + 6);
  const farthest = () => greatest(ANYWHERE.map(supplyAt), off) ?? demand;
  return {
    demand,
    supply: shares.supply === null ? (clear ?? farthest()) : on(shares.supply * axes.years, 'supply'),
  };
}

/** On a linear axis a curve can only be held where it has left the ground. */
function linearShare({ series }: ScarcityPicture, { years, top }: { years: number; top: number }): number {
  const risen = series.find(({ year, demand }) => year >= 0.33 * years && demand >= 0.3 * top);
  return risen === undefined || risen.year > years ? 0.66 : risen.year / years;
}
