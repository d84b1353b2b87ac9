import type { Box, Point } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { shortDuration } from '#model/format.ts';
import { months } from '#model/units.ts';
import { clamp } from '#state/quantity.ts';
import { RANGES } from './compute.ts';

/** The drawing's size and margins at a width in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Room for short names only; the figures stand in the list beneath. */
  readonly compact: boolean;
}

const COMPACT_BELOW = 560;
const TICK_PX = 12;

export function frameAt(width: number): Frame {
  const compact = width < COMPACT_BELOW;
  const margin = compact
    ? { left: 42, right: 8, top: 30, bottom: 46 }
    : { left: 52, right: 12, top: 34, bottom: 52 };
  const plotWidth = Math.max(width - margin.left - margin.right, 1);
  const plotHeight = Math.round(compact ? clamp(plotWidth * 1.06, 250, 380) : plotWidth * 0.54);
  return {
    width,
    height: plotHeight + margin.top + margin.bottom,
    compact,
    plot: { x: margin.left, y: margin.top, width: plotWidth, height: plotHeight },
  };
}

interface Range {
  readonly min: number;
  readonly max: number;
}

const shareOf = ({ min, max }: Range, value: number) => Math.log(value / min) / Math.log(max / min);
const atShare = ({ min, max }: Range, share: number) => min * (max / min) ** share;

/** Where a pair of clocks stands; what is off the map stands on its frame. Faster is to the right, longer is up. */
export function toPx(plot: Box, doubling: number, uncovered: number): Point {
  const right = 1 - clamp(shareOf(RANGES.doubling, doubling), 0, 1);
  const up = uncovered <= 0 ? 0 : clamp(shareOf(RANGES.uncovered, uncovered), 0, 1);
  return { x: plot.x + plot.width * right, y: plot.y + plot.height * (1 - up) };
}

/** The pair of clocks at a spot, held inside the frame. */
export function fromPx(plot: Box, { x, y }: Point): { doubling: number; uncovered: number } {
  const right = clamp((x - plot.x) / plot.width, 0, 1);
  const up = clamp(1 - (y - plot.y) / plot.height, 0, 1);
  return { doubling: atShare(RANGES.doubling, 1 - right), uncovered: atShare(RANGES.uncovered, up) };
}

const YEARS = {
  doubling: [5, months(1.5), 2, 1, months(6), months(3)],
  uncovered: [7, 4, 2, 1, months(6), months(3)],
} as const;

const MARK_PX = 5;
const AIR_PX = 6;

/** A year on an axis: its mark, and where its words are anchored. */
export interface AxisTick extends Point {
  readonly text: string;
  readonly anchor: 'middle' | 'end';
  readonly mark: readonly [Point, Point];
}

/** The years along both axes; the ends first, and no others that would touch them. */
export function ticksOf({ width, plot }: Frame): AxisTick[] {
  const foot = plot.y + plot.height;
  const taken: number[] = [];
  const across = YEARS.doubling.flatMap((years): AxisTick[] => {
    const { x } = toPx(plot, years, 1);
    const text = shortDuration(years);
    const half = textWidth(text, TICK_PX) / 2;
    const middle = Math.min(x, width - half);
    if (taken.some((other) => Math.abs(other - middle) < 2 * half + AIR_PX)) return [];
    taken.push(middle);
    const mark = [
      { x, y: foot },
      { x, y: foot + MARK_PX },
    ] as const;
    return [{ text, x: middle, y: foot + 21, anchor: 'middle', mark }];
  });
  const up = YEARS.uncovered.map((years): AxisTick => {
    const { y } = toPx(plot, 1, years);
    const mark = [
      { x: plot.x - MARK_PX, y },
      { x: plot.x, y },
    ] as const;
    return { text: shortDuration(years), x: plot.x - 11, y: y + 4, anchor: 'end', mark };
  });
  return [...across, ...up];
}
