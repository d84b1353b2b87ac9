import type { Box, Point } from '#chart/geometry.ts';
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

/** The years that are written along each axis. */
export const TICKS = {
  doubling: [5, 2, 1, months(6), months(3), months(1.5)],
  uncovered: [7, 4, 2, 1, months(6), months(3)],
} as const;
