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
/** What it takes where there is room. */
const TALL_PX = 470;

export function frameAt(width: number, tallest = Infinity): Frame {
  const compact = width < COMPACT_BELOW;
  const start = compact ? 42 : 104;
  const length = compact ? 356 : width - 134;
  const across = compact
    ? { sign: 42, line: 64, cells: 86, need: 104, reach: clamp(width - 222, 40, 190) }
    : tallest < TALL_PX
      ? { sign: 56, line: 106, cells: 141, need: 174, reach: clamp(tallest - 316, 70, 126) }
      : { sign: 62, line: 122, cells: 163, need: 202, reach: 126 };
  const foot = compact ? start + length + 34 : across.need + across.reach + 50;
  return { ...across, width, height: foot + (compact ? 108 : 92), compact, start, length, foot };
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
