import { range } from 'd3';
import { rung } from '#chart/axes.ts';
import type { Box, Point } from '#chart/geometry.ts';
import { decimal } from '#model/format.ts';
import { clamp } from '#state/quantity.ts';
import { type CircularityPicture, type Contract, isKnown, type Place } from './compute.ts';

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
const ASIDE_TOP_PX = 264;

export function frameAt(width: number): Frame {
  const compact = width < COMPACT_BELOW;
  const left = compact ? 42 : 48;
  const right = compact ? 20 : ASIDE_SHARE * width + HANDLE_PX;
  // On the narrowest, names that find no room beside their marks need it below them.
  const tall = compact ? (width < 270 ? 350 : 300) : clamp(Math.round(0.44 * width), 350, 420);
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
const LOWS = [1 / 4, 1 / 15];
const HIGHS = [11, 28, 112, 448, 1792];

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
  return [Math.log2(low), Math.log2(rung(HIGHS, most * 1.3))];
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
    // While the axis is on its way to new ends, a mark may lie beyond it.
    return y + height * clamp(1 - (Math.log2(coverage) - low) / (high - low), -0.02, 1.02);
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

/** A word on the picture; `as` is what it looks like. */
export interface Text extends Point {
  readonly text: string;
  readonly as: string;
  readonly px: number;
  readonly align: 'start' | 'middle' | 'end';
}

/** What the marks stand on: the lines of the grid, the feet of the axes, and their words. */
export function groundOf(projection: Projection) {
  const { plot, strip, height, compact } = projection.frame;
  const [low, high] = projection.ends;
  // Powers of two, or of four where there are many.
  const step = high - low > 7 ? 2 : 1;
  const covers = range(Math.ceil(low / step) * step, high, step).map((power) => 2 ** power);
  const shares = range(0, WIDEST + 0.01, 0.1);
  const [right, foot] = [plot.x + plot.width, plot.y + plot.height];
  const tick = (text: string, x: number, y: number, align: Text['align']): Text => ({
    text,
    as: 'soft',
    px: compact ? 11.5 : 12.5,
    x,
    y,
    align,
  });
  return {
    grid: covers.map((cover) => `M${plot.x},${projection.y(cover)}H${right}`).join(''),
    base: `M${plot.x},${foot}H${right}${shares.map((share) => `M${projection.x(share)},${strip + 18}v5`).join('')}`,
    texts: [
      tick('coverage', 4, plot.y - 16, 'start'),
      tick(
        compact
          ? 'circular share of the promise'
          : 'circular share: the seller’s own money, of what it is promised',
        right,
        height - 4,
        'end',
      ),
      ...covers.map((cover) => tick(`${decimal(cover, 2)}×`, plot.x - 6, projection.y(cover) + 4, 'end')),
      ...shares.map((share) =>
        tick(
          `${Math.round(100 * share)}${share === 0 ? '%' : ''}`,
          projection.x(share),
          strip + 36,
          'middle',
        ),
      ),
    ],
  };
}

/** A contract's marks, in px. */
export interface Marks {
  readonly contract: Contract;
  /** What is paid; null where nothing was ever to be. */
  readonly dot: Point | null;
  /** If all is paid; null where nothing more may come. */
  readonly ring: Point | null;
  /** From the dot to the ring. */
  readonly curve: readonly Point[];
  /** From the highest revenue to the lowest; empty where none is known. */
  readonly bar: readonly Point[];
  /** What stands for the whole where one place is wanted. */
  readonly middle: Point;
}

export function marksOf(contract: Contract, projection: Projection): Marks {
  const { deal, covered, paidShare, ceilingShare } = contract;
  if (covered === null) {
    const y = projection.frame.strip;
    const dot = { x: projection.x(paidShare), y };
    const to = { x: projection.x(Math.min(WIDEST, ceilingShare)), y };
    return { contract, dot, ring: null, curve: [dot, to], bar: [], middle: dot };
  }
  const isLetter = deal.status === 'never signed';
  const paid = projection.at(covered.paid);
  const ceiling = projection.at(covered.ceiling);
  const middle = isLetter ? ceiling : paid;
  return {
    contract,
    dot: isLetter ? null : paid,
    ring: deal.contingent === 0 ? null : ceiling,
    curve: isLetter ? [] : covered.curve.map((place) => projection.at(place)),
    bar: [covered.high, covered.low].map((coverage) => ({ x: middle.x, y: projection.y(coverage) })),
    middle,
  };
}

/** Everything that can be pointed at: along each curve and at the ends of each bar. */
export function spotsOf(marks: readonly Marks[]): (Point & { readonly id: string })[] {
  return marks.flatMap(({ contract: { id }, curve, bar, middle }) =>
    [middle, ...curve, ...bar].map((at) => ({ ...at, id })),
  );
}
