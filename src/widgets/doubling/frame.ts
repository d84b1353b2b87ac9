import type { Box, Point } from '#chart/geometry.ts';
import { shortMonth } from '#model/calendar.ts';
import { clamp } from '#state/quantity.ts';
import type { Axes, Series } from './series.ts';

/** The drawing's size and margins at a width in px; the same whether a reader draws or looks. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly compact: boolean;
  /** Where the line lies on which the window's ends are moved. */
  readonly windowY: number;
}

const COMPACT_BELOW = 560;

export function frameAt(width: number): Frame {
  const compact = width < COMPACT_BELOW;
  const margin = compact ? { left: 46, right: 14, top: 34 } : { left: 58, right: 168, top: 34 };
  const plotWidth = Math.max(width - margin.left - margin.right, 1);
  const height = Math.round(compact ? clamp(plotWidth * 1.02, 240, 380) : clamp(plotWidth * 0.52, 250, 470));
  const plot = { x: margin.left, y: margin.top, width: plotWidth, height };
  const foot = plot.y + height;
  return { width, height: foot + 76, plot, compact, windowY: foot + 52 };
}

/** From years and values to px and back. */
export class Projection {
  readonly plot: Box;
  readonly axes: Axes;
  readonly isLog: boolean;

  constructor(plot: Box, axes: Axes, isLog: boolean) {
    this.plot = plot;
    this.axes = axes;
    this.isLog = isLog;
  }

  x(year: number): number {
    const { from, to } = this.axes;
    return this.plot.x + ((year - from) / (to - from)) * this.plot.width;
  }

  y(value: number): number {
    const { least, most, top } = this.axes;
    const share = this.isLog ? Math.log(value / least) / Math.log(most / least) : value / top;
    // What lies far outside is clipped there; coordinates stay small enough to draw.
    return this.plot.y + this.plot.height * (1 - clamp(share, -2, 3));
  }

  at({ year, value }: { year: number; value: number }): Point {
    return { x: this.x(year), y: this.y(value) };
  }

  year(x: number): number {
    const { from, to } = this.axes;
    return from + ((x - this.plot.x) / this.plot.width) * (to - from);
  }

  value(y: number): number {
    const { least, most, top } = this.axes;
    const share = 1 - (y - this.plot.y) / this.plot.height;
    return this.isLog ? least * (most / least) ** share : share * top;
  }
}

const STEPS = 72;

/** A curve of the picture between two years, as far as it is worth drawing. */
export function curveOf(
  projection: Projection,
  at: (year: number) => number,
  from: number,
  to: number,
): Point[] {
  const count = projection.isLog ? 12 : STEPS;
  return Array.from({ length: count + 1 }, (_, index) => from + ((to - from) * index) / count).map((year) =>
    projection.at({ year, value: at(year) }),
  );
}

export interface Ticks {
  readonly values: readonly { y: number; label: string }[];
  readonly times: readonly { x: number; label: string }[];
}

export function ticksOf({ format }: Series, projection: Projection, compact: boolean): Ticks {
  const { axes, isLog } = projection;
  const values = (isLog ? axes.logTicks : axes.linearTicks).map((value) => ({
    y: projection.y(value),
    label: value === 0 ? '0' : format(value),
  }));
  const years = Array.from(
    { length: Math.ceil(axes.to - axes.from) },
    (_, index) => Math.ceil(axes.from) + index,
  );
  const isLong = axes.to - axes.from > 3.5;
  const halves = compact || isLong ? [] : years.map((year) => year + 0.5);
  const name = (year: number) =>
    compact || isLong
      ? String(year)
      : Number.isInteger(year)
        ? shortMonth(year)
        : shortMonth(year).slice(0, 3);
  const times = [...years, ...halves]
    .filter((year) => year <= axes.to - 0.1)
    .map((year) => ({ x: projection.x(year), label: name(year) }));
  return { values, times };
}
