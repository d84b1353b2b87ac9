import { linearTicks, logTicks, type Tick, yearTicks } from '#chart/axes.ts';
import { areaOf, type Box, type Point, simplify } from '#chart/geometry.ts';
import { spread } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { clamp } from '#state/quantity.ts';
import { type Axes, type ScarcityPicture, sampleAt } from './compute.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Room only for names, not for what they mean. */
  readonly compact: boolean;
  /** What stands under the time axis, as long as there is room for. */
  readonly decidedTitle: string;
  readonly timeTitle: string;
}

const COMPACT_BELOW = 560;

const SHORTEST = ['decided before', 'years since'] as const;
const TITLES = [
  ['decided before demand sped up', 'years since demand sped up'],
  ['decided before', 'years since demand sped up'],
  ['decided before', 'years since speed-up'],
] as const;

/** The drawing's size and margins at a width in px. */
export function frameAt(width: number, tallest = Infinity): Frame {
  const compact = width < COMPACT_BELOW;
  const height = Math.round(Math.min(width * (compact ? 0.86 : 0.45), tallest));
  const margin = compact
    ? { left: 44, right: 62, top: 14, bottom: 62 }
    : { left: 52, right: 138, top: 18, bottom: 66 };
  const plotWidth = width - margin.left - margin.right;
  const [decidedTitle, timeTitle] =
    TITLES.find((titles) => textWidth(titles.join('  '), 12.5) <= plotWidth) ?? SHORTEST;
  return {
    width,
    height,
    compact,
    decidedTitle,
    timeTitle,
    plot: {
      x: margin.left,
      y: margin.top,
      width: plotWidth,
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

/** What is drawn of a state: its two curves, and the areas between them as paths. */
export interface Shape extends Curves {
  /** Where demand is above supply. */
  readonly short: string;
  /** Where supply is above demand. */
  readonly idle: string;
}

/** A state's curves and areas in px, as far as the axes go. */
export function shapeOf({ series }: ScarcityPicture, projection: Projection): Shape {
  const end = Math.min(projection.axes.years, series.at(-1)?.year ?? 0);
  const demand: Point[] = [];
  const supply: Point[] = [];
  const add = (year: number, wanted: number, there: number) => {
    const x = projection.x(year);
    demand.push({ x, y: projection.y(wanted) });
    supply.push({ x, y: projection.y(there) });
  };
  for (const point of series) {
    if (point.year >= end) break;
    add(point.year, point.demand, point.supply);
  }
  const last = sampleAt(series, end);
  add(end, last.demand, last.supply);
  return {
    demand: simplify(demand),
    supply: simplify(supply),
    short: areaBetween(demand, supply),
    idle: areaBetween(supply, demand),
  };
}

/** The areas, as one path, where the first line is above the second on the screen. */
function areaBetween(upper: readonly Point[], lower: readonly Point[]): string {
  const isAbove = (index: number) => (upper[index]?.y ?? 0) <= (lower[index]?.y ?? 0);
  let path = '';
  let from = 0;
  for (let to = 0; to <= upper.length; to++) {
    if (to < upper.length && isAbove(to)) continue;
    if (to - from > 1) path += areaOf(simplify(upper.slice(from, to)), simplify(lower.slice(from, to)));
    from = to + 1;
  }
  return path;
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
