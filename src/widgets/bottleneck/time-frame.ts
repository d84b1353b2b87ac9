import { ticks } from 'd3';
import { rung } from '#chart/axes.ts';
import type { Box } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { clamp } from '#state/quantity.ts';
import type { Picture } from './compute.ts';

/** The drawing's size and margins at a width in px, and the years that its axis shows. */
export interface TimeFrame {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly years: number;
  /** Names stand above their bars, not beside them. */
  readonly compact: boolean;
  readonly px: number;
}

const COMPACT_BELOW = 560;
const YEARS = { compact: [5, 7, 10, 12.5], wide: [7, 10, 12.5] } as const;
export const ROW = {
  compact: { top: 70, pitch: 58, bar: 24 },
  wide: { top: 66, pitch: 70, bar: 30 },
} as const;
const ROWS = 5;
/** The fifth row stands a little apart from the four. */
export const APART_PX = 12;
const AXIS_PX = 26;
/** A bar that ends at the frame leaves no room to pull it further. */
const ROOM_YEARS = 0.1;
/** Bold letters are wider than those that textWidth() knows. */
export const BOLD = 1.08;

/** A box as a path; nothing of one that has no width, not even its edge. */
export const outlineOf = (box: Box | null) =>
  box?.width ? `M${box.x},${box.y}h${box.width}v${box.height}h${-box.width}z` : '';

/** The axis moves in rungs, so that it rests while most of a hand's ways last. */
export function yearsOf({ bars }: Picture, width: number): number {
  const latest = Math.max(...bars.map(({ end }) => end));
  return rung(width < COMPACT_BELOW ? YEARS.compact : YEARS.wide, latest + ROOM_YEARS);
}

export function timeFrameAt(width: number, years: number): TimeFrame {
  const compact = width < COMPACT_BELOW;
  const { top, pitch } = compact ? ROW.compact : ROW.wide;
  const left = compact ? 10 : clamp(0.3 * width, 186, 240);
  const height = top + ROWS * pitch + APART_PX;
  return {
    width,
    height: height + AXIS_PX,
    compact,
    years,
    px: compact ? 11.5 : 12.5,
    plot: {
      x: left,
      y: top - (compact ? 22 : 12),
      width: width - left - (compact ? 18 : 22),
      height: height - top + (compact ? 22 : 12),
    },
  };
}

/** A year on the axis in px; what is beyond its end stands on the end. */
export function xOf({ plot, years }: TimeFrame, year: number): number {
  return plot.x + plot.width * clamp(year / years, 0, 1);
}

export function yearAt({ plot, years }: TimeFrame, x: number): number {
  return clamp((x - plot.x) / plot.width, 0, 1) * years;
}

export interface AxisTick {
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle';
}

export function ticksOf(frame: TimeFrame): AxisTick[] {
  const { plot, years, px, compact } = frame;
  const signed = textWidth('signed', px);
  const first: AxisTick = { x: compact ? 0 : plot.x, text: 'signed', anchor: compact ? 'start' : 'middle' };
  const taken = (compact ? signed : plot.x + signed / 2) + 6;
  const whole = ticks(0, years, Math.min(years, plot.width / 34)).filter(Number.isInteger);
  return [
    first,
    ...whole.flatMap((year): AxisTick[] => {
      const text = year === whole.at(-1) ? `${year} y` : String(year);
      const x = xOf(frame, year);
      return x - textWidth(text, px) / 2 < taken ? [] : [{ x, text, anchor: 'middle' }];
    }),
  ];
}
