import { range } from 'd3';
import type { Point } from '#chart/geometry.ts';
import { clamp } from '#state/quantity.ts';
import { advanceAt, alongOf, type QueuePicture } from './compute.ts';

/** The drawing's measures at a width. The line runs to the right; on a phone it runs down. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  /** Where the line begins, how long it is, in px along it. */
  readonly start: number;
  readonly length: number;
  /** Across it: where the dates of signing, the dots, the cells and the day of need stand. */
  readonly sign: number;
  readonly line: number;
  readonly cells: number;
  readonly need: number;
  /** Across it: how far the picture reaches beyond the day of need. */
  readonly reach: number;
  /** Where the coins begin, from the top. */
  readonly foot: number;
}

const COMPACT_BELOW = 560;
export function frameAt(width: number, tallest = Infinity): Frame {
  const compact = width < COMPACT_BELOW;
  const measures = compact
    ? { start: 42, length: 356, sign: 42, line: 64, cells: 86, need: 104, foot: 432, height: 540 }
    : { start: 104, length: width - 134, sign: 62, line: 122, cells: 163, need: 202, foot: 378, height: 470 };
  const frame = { ...measures, width, compact, reach: compact ? clamp(width - 222, 40, 190) : 126 };
  return STAGED && !compact ? lowered(frame, tallest) : frame;
}

/** No taller than there is room for, if it can be. */
function lowered(frame: Frame, tallest: number): Frame {
  const size = Math.min(1, tallest / frame.height);
  const [sign, line, cells, need] = [
    frame.sign * size,
    frame.line * size,
    frame.cells * size,
    frame.need * size,
  ];
  const reach = clamp(tallest - need - 142, 70, frame.reach);
  const foot = need + reach + 50;
  return { ...frame, sign, line, cells, need, reach, foot, height: foot + 92 };
}

/** From a share along the line and px across it to a point, and back to the share. */
export function put({ compact, start, length }: Frame, along: number, across: number): Point {
  const at = start + along * length;
  return compact ? { x: across, y: at } : { x: at, y: across };
}

export function alongIn({ compact, start, length }: Frame, { x, y }: Point): number {
  return clamp(((compact ? y : x) - start) / length, 0, 1);
}

/** So many years after the need, in px across the line; what is beyond the picture stands on its edge. */
export function acrossAt({ need, reach }: Frame, { depth }: QueuePicture, late: number | null): number {
  return need + reach * (late === null ? 1 : clamp(late / depth, 0, 1));
}

/** And back. */
export function yearsAt({ need, reach }: Frame, { depth }: QueuePicture, across: number): number {
  return clamp((across - need) / reach, 0, 1) * depth;
}

const CURVE_POINTS = 60;

/** How late each place is served, drawn over another picture's dates of signing where one is given. */
export function curveOf(frame: Frame, picture: QueuePicture, on: QueuePicture = picture): Point[] {
  const { doubling } = on.state;
  // Half of the points evenly along the line, half evenly in time: near its front years lie closer than pixels.
  const first = alongOf(advanceAt(0, doubling), doubling);
  const shares = [
    ...range(1, CURVE_POINTS + 1).map((step) => step / CURVE_POINTS),
    ...range(CURVE_POINTS).map((step) => first ** (step / CURVE_POINTS)),
    0,
  ].sort((a, b) => a - b);
  return shares.map((along) => {
    const advance = along === 0 ? Infinity : -doubling * Math.log2(along);
    return put(frame, along, acrossAt(frame, on, picture.lateAt(advance)));
  });
}

/** Of the words in the picture, in px. */
export const fontOf = ({ compact }: Frame): number => (compact ? 11.5 : 12.5);
