import { range } from 'd3';
import type { Box, Point } from '#chart/geometry.ts';
import { clamp } from '#state/quantity.ts';
import { FREED_GW, HORIZON_YEARS, type Owned, reletAt } from './compute.ts';

/** The drawing's size at a width in px: two stacks beside each other, on one scale. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  /** Left and right. */
  readonly plots: readonly [Box, Box];
}

const COMPACT_BELOW = 560;
/** Room for the words left of a stack; `Owners.svelte` leaves the same. */
const BRACKET_PX = 62;
const GAP_PX = 22;
const COMPACT_GAP_PX = 40;
/** Room above for how long it takes. */
const HEAD_PX = 44;
const FOOT_PX = 26;

export function frameAt(width: number): Frame {
  const compact = width < COMPACT_BELOW;
  const gap = compact ? COMPACT_GAP_PX : GAP_PX;
  const bracket = compact ? 0 : BRACKET_PX;
  const half = (width - gap) / 2;
  const tall = Math.round(compact ? 290 : clamp(0.42 * width, 300, 400));
  const plot = (x: number): Box => ({ x: x + bracket, y: HEAD_PX, width: half - bracket - 1, height: tall });
  return {
    width,
    height: HEAD_PX + tall + FOOT_PX,
    compact,
    plots: [plot(1), plot(half + gap)],
  };
}

/** How many GW of other customers there is room for under what the tenant leaves: in rungs, so that it rests while a hand moves. */
export const DEPTHS: readonly number[] = [6.5, 13, 26, 52, 104];

/** From years and GW to px and back, in one of the two stacks. What the tenant leaves lies above the line at 0 GW, all others' below. */
export class Projection {
  readonly plot: Box;
  readonly depth: number;

  constructor(plot: Box, depth: number) {
    this.plot = plot;
    this.depth = depth;
  }

  x(years: number): number {
    return this.plot.x + (Math.min(years, HORIZON_YEARS) / HORIZON_YEARS) * this.plot.width;
  }

  /** GW above the line; negative below. */
  y(gw: number): number {
    return this.plot.y + ((FREED_GW - gw) / (FREED_GW + this.depth)) * this.plot.height;
  }

  years(x: number): number {
    return Math.max(0, ((x - this.plot.x) / this.plot.width) * HORIZON_YEARS);
  }

  gw(y: number): number {
    return FREED_GW - ((y - this.plot.y) / this.plot.height) * (FREED_GW + this.depth);
  }
}

/** What is drawn of an owner. */
export interface Stack {
  /** The line between what is re-let and what stands idle, from the stop on. */
  readonly curve: readonly Point[];
  readonly kept: Box;
  /** Everything that stood empty on the day of the stop. */
  readonly freed: Box;
  /** Where all that suits others is re-let, or where it leaves the picture. */
  readonly point: Point | null;
}

const CURVE_POINTS = 24;

export function stackOf(owned: Owned, projection: Projection): Stack {
  const { plot } = projection;
  const floor = projection.y(-owned.others);
  const keptTop = projection.y(owned.kept - owned.others);
  const end = Math.min(owned.years ?? 0, HORIZON_YEARS);
  const at = (years: number) => ({
    x: projection.x(years),
    y: projection.y(owned.kept - owned.others + reletAt(owned, years)),
  });
  const grown = range(CURVE_POINTS + 1).map((step) => at((end * step) / CURVE_POINTS));
  return {
    curve: end < HORIZON_YEARS ? [...grown, at(HORIZON_YEARS)] : grown,
    kept: { x: plot.x, y: keptTop, width: plot.width, height: floor - keptTop },
    freed: { x: plot.x, y: plot.y, width: plot.width, height: keptTop - plot.y },
    point: owned.years === null ? null : { x: projection.x(owned.years), y: projection.y(pointGw(owned)) },
  };
}

/** How much of what the tenant leaves suits others, as a height above the line. */
function pointGw({ suitable, others, kept }: Owned): number {
  return suitable - (others - kept);
}
