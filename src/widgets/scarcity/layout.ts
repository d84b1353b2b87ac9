import { linearTicks, logTicks, type Tick, yearTicks } from '#chart/axes.ts';
import { areaOf, type Box, type Point, simplify } from '#chart/geometry.ts';
import { spread } from '#chart/place.ts';
import { clamp } from '#state/quantity.ts';
import { type Axes, type ScarcityPicture, sampleAt } from './compute.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Room only for names, not for what they mean. */
  readonly compact: boolean;
}

const COMPACT_BELOW = 560;

/** The drawing's size and margins at a width in px. */
export function frameAt(width: number): Frame {
  const compact = width < COMPACT_BELOW;
  const height = Math.round(width * (compact ? 0.86 : 0.45));
  const margin = compact
    ? { left: 36, right: 64, top: 14, bottom: 62 }
    : { left: 52, right: 138, top: 18, bottom: 66 };
  return {
    width,
    height,
    compact,
    plot: {
      x: margin.left,
      y: margin.top,
      width: width - margin.left - margin.right,
      height: height - margin.top - margin.bottom,
    },
  };
}

/** From the model's units to px and back. `linear` is 0 on the log axis, 1 on the linear one, between in the morph. */
export class Projection {
  readonly plot: Box;
  readonly axes: Axes;
  readonly linear: number;

  constructor(plot: Box, axes: Axes, linear: number) {
    this.plot = plot;
    this.axes = axes;
    this.linear = linear;
  }

  x(year: number): number {
    return this.plot.x + (year / this.axes.years) * this.plot.width;
  }

  y(multiple: number): number {
    const log = Math.log2(multiple) / this.axes.doublings;
    const straight = multiple / this.axes.top;
    // At either end only one of the two may count: the other can be infinite.
    const share =
      this.linear === 0 ? log : this.linear === 1 ? straight : log + (straight - log) * this.linear;
    // A line far outside the plot is clipped there; coordinates stay small enough to draw.
    return this.plot.y + this.plot.height * (1 - clamp(share, -1, 3));
  }

  year(x: number): number {
    return ((x - this.plot.x) / this.plot.width) * this.axes.years;
  }

  multiple(y: number): number {
    const share = (this.plot.y + this.plot.height - y) / this.plot.height;
    return this.linear < 0.5 ? 2 ** (share * this.axes.doublings) : share * this.axes.top;
  }
}

export interface Curves {
  readonly demand: Point[];
  readonly supply: Point[];
}

/** The series as far as the axes go. */
function pointsOf(
  { series }: ScarcityPicture,
  { axes }: Projection,
): { year: number; demand: number; supply: number }[] {
  const end = Math.min(axes.years, series.at(-1)?.year ?? 0);
  return [...series.filter(({ year }) => year < end), { year: end, ...sampleAt(series, end) }];
}

/** Both curves in px, as far as the axes go. */
export function curvesOf(picture: ScarcityPicture, projection: Projection): Curves {
  const points = pointsOf(picture, projection);
  const line = (of: 'demand' | 'supply') =>
    simplify(points.map((point) => ({ x: projection.x(point.year), y: projection.y(point[of]) })));
  return { demand: line('demand'), supply: line('supply') };
}

/** The areas where demand is above supply, and where supply is above demand, as paths. */
export function areasOf(picture: ScarcityPicture, projection: Projection): { short: string; idle: string } {
  const points = pointsOf(picture, projection);
  const area = (isShort: boolean) => {
    const paths: string[] = [];
    let upper: Point[] = [];
    let lower: Point[] = [];
    const close = () => {
      paths.push(areaOf(simplify(upper), simplify(lower)));
      upper = [];
      lower = [];
    };
    for (const { year, demand, supply } of points) {
      const x = projection.x(year);
      const [high, low] = isShort ? [demand, supply] : [supply, demand];
      if (high >= low) {
        upper.push({ x, y: projection.y(high) });
        lower.push({ x, y: projection.y(low) });
      } else if (upper.length > 0) close();
    }
    close();
    return paths.join('');
  };
  return { short: area(true), idle: area(false) };
}

export interface AxisTicks {
  readonly years: readonly (Tick & { x: number })[];
  readonly multiples: readonly (Tick & { y: number; opacity: number })[];
}

export function ticksOf(projection: Projection, compact: boolean): AxisTicks {
  const { plot, axes, linear } = projection;
  const count = compact ? 4 : 5;
  const inside = ({ y }: { y: number }) => y >= plot.y - 1 && y <= plot.y + plot.height + 1;
  const at = (opacity: number) => (tick: Tick) => ({ ...tick, y: projection.y(tick.value), opacity });
  return {
    years: yearTicks(axes.years, compact ? 5 : 6).map((tick) => ({ ...tick, x: projection.x(tick.value) })),
    multiples: [
      ...(linear < 1 ? logTicks(axes.doublings, count).map(at(1 - linear)) : []),
      ...(linear > 0 ? linearTicks(axes.top, count).map(at(linear)) : []),
    ].filter(inside),
  };
}

/** The px at which the two names at the lines' ends stand, apart from each other and inside the plot. */
export function endLabelsOf(
  { demand, supply }: Curves,
  { plot, compact }: Frame,
): { demand: number; supply: number } {
  const gap = compact ? 18 : 36;
  const bottom = plot.y + plot.height - (compact ? 0 : 14);
  const ends = { demand: demand.at(-1)?.y ?? plot.y, supply: supply.at(-1)?.y ?? plot.y };
  const held = { demand: Math.max(plot.y + 4, ends.demand), supply: Math.max(plot.y + 4, ends.supply) };
  const demandFirst = ends.demand <= ends.supply + 1;
  const order = demandFirst ? [held.demand, held.supply] : [held.supply, held.demand];
  const [first = plot.y, second = plot.y] = spread(order, gap, plot.y, bottom);
  return demandFirst ? { demand: first, supply: second } : { demand: second, supply: first };
}
