import type { Box, Point, Segment } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { shortDuration } from '#model/format.ts';
import { months } from '#model/units.ts';
import { clamp } from '#state/quantity.ts';
import { type PhasePicture, RANGES } from './compute.ts';

/** The drawing's size and margins at a width in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Room for short names only; the figures stand in the list beneath. */
  readonly compact: boolean;
  /** What stands over the upright axis. */
  readonly leadTitle: string;
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
    leadTitle: width < 255 ? 'uncovered lead time' : 'lead time nobody has committed to',
    plot: { x: margin.left, y: margin.top, width: plotWidth, height: plotHeight },
  };
}

interface Range {
  readonly min: number;
  readonly max: number;
}

const shareOf = ({ min, max }: Range, value: number) => Math.log(value / min) / Math.log(max / min);
const atShare = ({ min, max }: Range, share: number) => min * (max / min) ** share;

/** The nearest point that is not outside a box. */
export function heldIn(box: Box, { x, y }: Point): Point {
  return { x: clamp(x, box.x, box.x + box.width), y: clamp(y, box.y, box.y + box.height) };
}

/** Where a pair of clocks stands, perhaps beyond the frame. Faster is to the right, longer is up. */
export function toPx(plot: Box, doubling: number, uncovered: number): Point {
  const right = 1 - shareOf(RANGES.doubling, doubling);
  const up = shareOf(RANGES.uncovered, Math.max(uncovered, 0));
  return { x: plot.x + plot.width * right, y: plot.y + plot.height * (1 - up) };
}

/** Where a state stands, on the frame if the map does not reach as far. */
export function pointOf(plot: Box, { state, uncovered }: PhasePicture): Point {
  return heldIn(plot, toPx(plot, state.doubling, uncovered));
}

/** The pair of clocks at a spot, held inside the frame. */
export function fromPx(plot: Box, spot: Point): { doubling: number; uncovered: number } {
  const { x, y } = heldIn(plot, spot);
  const right = (x - plot.x) / plot.width;
  const up = 1 - (y - plot.y) / plot.height;
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
  readonly mark: Segment;
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
    return [
      {
        text,
        x: middle,
        y: foot + 21,
        anchor: 'middle',
        mark: [
          { x, y: foot },
          { x, y: foot + MARK_PX },
        ],
      },
    ];
  });
  const up = YEARS.uncovered.map((years): AxisTick => {
    const { y } = toPx(plot, 1, years);
    return {
      text: shortDuration(years),
      x: plot.x - 11,
      y: y + 4,
      anchor: 'end',
      mark: [
        { x: plot.x - MARK_PX, y },
        { x: plot.x, y },
      ],
    };
  });
  return [...across, ...up];
}
