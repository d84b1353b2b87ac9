import type { PipelinePoint } from './pipeline.ts';

/** What stands out in a simulation. */
export interface PipelineSummary {
  /** The largest demand over supply. */
  peakScarcity: number;
  /** The first year in which scarcity is within 0.1 % of its peak. */
  peakScarcityYear: number;
  /** The first year after that in which supply is as large as demand; `null` when there is none. */
  catchUpYear: number | null;
  /** The largest share of running capacity that nobody wants, 0 to 1. */
  peakIdleShare: number;
  /** The first year in which that share stands idle; 0 when nothing ever does. */
  peakIdleYear: number;
  /** Unmet demand added up over the years, in multiples of the balanced start times years. */
  unmetYears: number;
}

/** A share of capacity too small to be more than rounding. */
const roundingShare = 1e-9;

/**
 * What stands out in a simulation?
 *
 * @param series - The points in order of time, at least one.
 * @returns The peaks and when they are, when supply catches up, and the unmet demand (by the trapezoid rule).
 * @example
 * summarise(simulatePipeline({ doublingYears: 0.5, leadYears: 2, commitYears: 0 }).series).peakScarcity; // → 16
 */
export function summarise(series: readonly PipelinePoint[]): PipelineSummary {
  let peakScarcity = 0;
  let peakIdleShare = 0;
  let peakIdleYear = 0;
  let unmetYears = 0;
  let before = series[0];
  for (const point of series) {
    peakScarcity = Math.max(peakScarcity, point.scarcity);
    const idleShare = point.idle / point.supply;
    if (idleShare > peakIdleShare + roundingShare) {
      peakIdleShare = idleShare;
      peakIdleYear = point.year;
    }
    if (before !== undefined) unmetYears += ((point.unmet + before.unmet) / 2) * (point.year - before.year);
    before = point;
  }
  const peak = series.findIndex(({ scarcity }) => scarcity >= peakScarcity * 0.999);
  const catchUp = series.find(
    ({ demand, supply }, index) => index > peak && supply >= demand * (1 - roundingShare),
  );
  return {
    peakScarcity,
    peakScarcityYear: series[peak]?.year ?? 0,
    catchUpYear: catchUp?.year ?? null,
    peakIdleShare,
    peakIdleYear,
    unmetYears,
  };
}
