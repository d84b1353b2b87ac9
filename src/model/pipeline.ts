import { demandCurve } from './demand.ts';
import { gridYears } from './grid.ts';
import { placeOrders } from './orders.ts';
import { type PipelineSummary, summarise } from './summary.ts';
import { supplyCurve } from './supply.ts';
import { completeWorld, type PipelineOptions } from './world.ts';

/** One moment of a simulation. Capacities are multiples of the balanced start, where all are 1. */
export interface PipelinePoint {
  /** Years since demand sped up. */
  year: number;
  /** Capacity that people want at a constant price. */
  demand: number;
  /** Capacity that runs. */
  supply: number;
  /** Capacity that runs or is on order. */
  committed: number;
  /** Demand over supply: above 1 there is too little, below 1 too much. */
  scarcity: number;
  /** Capacity that runs and is wanted: the smaller of demand and supply. */
  served: number;
  /** Capacity that is wanted and does not run. */
  unmet: number;
  /** Capacity that runs and is not wanted. */
  idle: number;
  /** Price of capacity bought on the day, 1 in balance; `Infinity` beyond the largest double. */
  price: number;
}

/** A simulation: its moments in order, and what stands out in them. */
export interface Pipeline {
  /** From year 0 to the horizon, both included. */
  series: PipelinePoint[];
  /** What stands out in the series. */
  summary: PipelineSummary;
}

/**
 * What happens when demand speeds up and supply takes years to build?
 *
 * Supply is what was committed one lead time ago; builders commit to the growth they have just seen,
 * extrapolated over the years they dare. MODEL.md, "The pipeline", has the equations.
 * Source: after Forrester, *Industrial Dynamics* (1961), and Sterman, *Business Dynamics* (2000).
 *
 * @param options - Times in years, ceiling as a multiple of the start, drop as a share; see
 *   {@link PipelineOptions} for the range and default of each.
 * @returns The series, one point a step from year 0 to the horizon, and its summary.
 * @throws RangeError naming the parameter, the value and the allowed range, when an argument is out of range.
 * @example
 * const { series, summary } = simulatePipeline({ doublingYears: 0.5, leadYears: 2, commitYears: 0 });
 * series.length; // → 577
 * summary.peakScarcity; // → 16
 * summary.catchUpYear; // → null
 */
export function simulatePipeline(options: PipelineOptions): Pipeline {
  const world = completeWorld(options);
  const { horizonYears, stepYears, elasticity } = world;
  const years = gridYears(horizonYears, stepYears);
  const demandAt = demandCurve(world);
  const orders = placeOrders(world, demandAt, years);
  const supplyAt = supplyCurve({ ...world, years, orders });

  const series: PipelinePoint[] = [];
  let supply = 0;
  let committed = 0;
  years.forEach((year, index) => {
    const demand = 2 ** demandAt(year);
    // Powers round up or down in the last digit; capacity that is never retired must not fall by that.
    supply = Math.max(supply, 2 ** supplyAt(year));
    committed = Math.max(committed, 2 ** (orders[index] ?? 0));
    const scarcity = demand / supply;
    series.push({
      year,
      demand,
      supply,
      committed,
      scarcity,
      served: Math.min(demand, supply),
      unmet: Math.max(0, demand - supply),
      idle: Math.max(0, supply - demand),
      price: scarcity ** (1 / elasticity),
    });
  });
  return { series, summary: summarise(series) };
}
