import { range } from 'd3';
import { rung, type Tick } from '#chart/axes.ts';
import type { Box, Point } from '#chart/geometry.ts';
import { decimal } from '#model/format.ts';
import { clamp } from '#state/quantity.ts';
import { type CircularityPicture, type Contract, isKnown, type Known, type Place } from './compute.ts';

/** The drawing's size at a width in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  readonly plot: Box;
  /** Where those stand whose cover is not known: a strip below the plot. */
  readonly strip: number;
  /** Right of the plot, where the line's words stand as long as they stay above what is read out. */
  readonly aside: { readonly x: number; readonly bottom: number } | null;
}

const COMPACT_BELOW = 560;
const HEAD_PX = 30;
const STRIP_PX = 36;
const FOOT_PX = 44;
const HANDLE_PX = 30;
/** `Circularity.svelte` leaves what is read out the same column. */
const ASIDE_SHARE = 0.32;
const ASIDE_TOP_PX = 236;

export function frameAt(width: number): Frame {
  const compact = width < COMPACT_BELOW;
  const left = compact ? 40 : 48;
  const right = compact ? 20 : ASIDE_SHARE * width + HANDLE_PX;
  const tall = compact ? 350 : clamp(Math.round(0.44 * width), 350, 420);
  const plot = { x: left, y: HEAD_PX, width: width - left - right, height: tall };
  const foot = HEAD_PX + tall;
  return {
    width,
    height: foot + STRIP_PX + FOOT_PX,
    compact,
    plot,
    strip: foot + STRIP_PX / 2,
    aside: compact ? null : { x: plot.x + plot.width + HANDLE_PX, bottom: ASIDE_TOP_PX },
  };
}

/** The ends of the upright axis, as powers of two. */
export type Ends = readonly [low: number, high: number];

/** In rungs, so that the axis rests while a hand moves. */
const LOWS = [1 / 4, 1 / 12];
const HIGHS = [14, 28, 112, 448, 1792];

/** The ends of the axis that hold all of a state, and its line. */
export function endsOf({ contracts, line }: CircularityPicture): Ends {
  const known = contracts.filter(isKnown);
  const least = Math.min(...known.map(({ covered }) => Math.min(covered.low, covered.paid.coverage)));
  const most = Math.max(
    line,
    ...known.map(({ covered }) => Math.max(covered.high, covered.ceiling.coverage)),
  );
  // A little air below, and above for the line's words.
  const low = LOWS.find((each) => each < least * 0.9) ?? LOWS[1] ?? least;
  return [Math.log2(low), Math.log2(rung(HIGHS, most * 1.35))];
}

/** The largest circular share that the axis shows. */
const WIDEST = 0.5;

/** From shares and coverage to px and back. */
export class Projection {
  readonly frame: Frame;
  readonly ends: Ends;
  readonly #inset: number;

  constructor(frame: Frame, ends: Ends) {
    this.frame = frame;
    this.ends = ends;
    this.#inset = frame.compact ? 15 : 26;
  }

  x(circularShare: number): number {
    const { x, width } = this.frame.plot;
    return x + this.#inset + (circularShare / WIDEST) * (width - this.#inset);
  }

  y(coverage: number): number {
    const { y, height } = this.frame.plot;
    const [low, high] = this.ends;
    return y + height * (1 - (Math.log2(coverage) - low) / (high - low));
  }

  coverage(y: number): number {
    const { plot } = this.frame;
    const [low, high] = this.ends;
    return 2 ** (high - ((y - plot.y) / plot.height) * (high - low));
  }

  at({ circularShare, coverage }: Place): Point {
    return { x: this.x(circularShare), y: this.y(coverage) };
  }
}

/** Powers of two, or of four where there are many. */
export function coverageTicks([low, high]: Ends): Tick[] {
  const step = high - low > 7 ? 2 : 1;
  const first = Math.ceil(low / step) * step;
  return range(first, high, step).map((power) => ({
    value: 2 ** power,
    label: `${decimal(2 ** power, 2)}×`,
  }));
}

export const shareTicks: readonly Tick[] = range(0, 60, 10).map((percent) => ({
  value: percent / 100,
  label: percent === 0 ? '0%' : String(percent),
}));

/** A contract's marks, in px. */
export interface Marks {
  readonly contract: Known;
  /** None where nothing was ever to be paid. */
  readonly dot: Point | null;
  /** None where nothing more may come. */
  readonly ring: Point | null;
  readonly curve: readonly Point[];
  /** From the highest revenue to the lowest. */
  readonly bar: readonly [Point, Point];
  /** What stands for the whole where one place is wanted. */
  readonly middle: Point;
}

export function marksOf(contract: Known, projection: Projection): Marks {
  const { deal, covered } = contract;
  const isLetter = deal.status === 'never signed';
  const paid = projection.at(covered.paid);
  const ceiling = projection.at(covered.ceiling);
  const middle = isLetter ? ceiling : paid;
  const { x } = middle;
  return {
    contract,
    dot: isLetter ? null : paid,
    ring: deal.contingent === 0 ? null : ceiling,
    curve: isLetter ? [] : covered.curve.map((place) => projection.at(place)),
    bar: [
      { x, y: projection.y(covered.high) },
      { x, y: projection.y(covered.low) },
    ],
    middle,
  };
}

/** A contract whose cover is not known: from what is paid to all that may be, cut at the axis' end. */
export interface Strip {
  readonly contract: Contract;
  readonly from: Point;
  readonly to: Point;
  /** What may be paid is more than the axis shows. */
  readonly goesOn: boolean;
}

export function stripOf(contract: Contract, projection: Projection): Strip {
  const y = projection.frame.strip;
  return {
    contract,
    from: { x: projection.x(contract.paidShare), y },
    to: { x: projection.x(Math.min(WIDEST, contract.ceilingShare)), y },
    goesOn: contract.ceilingShare > WIDEST,
  };
}

/** Everything that can be pointed at: along each curve, at the ends of each bar, and in the strip. */
export function spotsOf(
  marks: readonly Marks[],
  strips: readonly Strip[],
): (Point & { readonly id: string })[] {
  const all = [
    ...marks.map(({ contract: { id }, curve, ring, bar }) => ({
      id,
      points: [...curve, ...bar, ...(ring ? [ring] : [])],
    })),
    ...strips.map(({ contract: { id }, from, to }) => ({ id, points: [from, to] })),
  ];
  return all.flatMap(({ id, points }) => points.map((at) => ({ ...at, id })));
}
