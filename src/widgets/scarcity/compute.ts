import { bisector } from 'd3';
import { rung } from '#chart/axes.ts';
import { lawYear, overbuildIfGrowthStops, steadyScarcity } from '#model/law.ts';
import { type PipelinePoint, simulatePipeline } from '#model/pipeline.ts';
import { months } from '#model/units.ts';
import type { StateOf } from '#state/quantity.ts';
import { NO_CEILING, type scarcitySettings } from './settings.ts';

export type ScarcityState = StateOf<typeof scarcitySettings>;

/** The model's own default: before demand sped up, everything doubled this often. */
const CALM_DOUBLING_YEARS = 3;

const HORIZONS = [1, 2, 3, 5, 8, 12, 18, 24, 30, 40, 60];
const LOG_TOPS = [1, 1.5, 2, 3, 4, 6, 9, 12, 18, 24, 36, 48, 72, 96, 144, 200];
const HALF_DECADES = Array.from({ length: 200 }, (_, index) => 10 ** (index / 4));

/** Demand over supply under this a reader would see as 1×: nothing is short. */
export const BALANCED = 1.005;

/** After the middle of the rise to a ceiling: what is then left of it is no more than that. */
const SETTLING_DOUBLINGS = 8;

/** Room above the highest point, as a share of the axis. */
const HEADROOM = 1.03;

/** The axes of a state, in rungs. */
export interface Axes {
  readonly years: number;
  /** log₂ of the top of the log axis. */
  readonly doublings: number;
  /** The top of the linear axis. */
  readonly top: number;
}

export interface ScarcityPicture {
  readonly state: ScarcityState;
  /** From 0 to the picture's end, or further; it lasts beyond the time from which the law holds. */
  readonly series: readonly PipelinePoint[];
  readonly axes: Axes;
  /** By the law, in steady growth. */
  readonly scarcity: number;
  readonly overbuild: number;
  readonly doublings: number;
  readonly hasCeiling: boolean;
  /** The year from which the law holds. */
  readonly lawYear: number;
  /** Demand over supply in year L, which nothing signed now can change. */
  readonly atLead: number;
  readonly peak: number;
  readonly peakYear: number;
  /** The first year after the worst in which nothing is short; null where there is none in the series. */
  readonly catchUpYear: number | null;
}

/** From this year on the simulation meets the law (model, section 4). */
function lawYearOf({ doubling, lead, commit }: ScarcityState): number {
  return lawYear({ doublingYears: doubling, leadYears: lead, commitYears: commit });
}

function horizonOf(state: ScarcityState): number {
  const settled =
    state.ceiling < NO_CEILING
      ? state.doubling * (Math.log2(state.ceiling - 1) + SETTLING_DOUBLINGS) + state.lead
      : 0;
  return rung(HORIZONS, Math.max(1.45 * lawYearOf(state), 1.05 * settled));
}

/** Everything about a state that is drawn or said; `atLeastYears` for one drawn on another's axes. */
export function compute(state: ScarcityState, atLeastYears = 0): ScarcityPicture {
  const { doubling, lead, commit } = state;
  const law = { doublingYears: doubling, leadYears: lead, commitYears: commit };
  const hasCeiling = state.ceiling < NO_CEILING;
  const years = horizonOf(state);
  const { series, summary } = simulatePipeline({
    ...law,
    ceiling: hasCeiling ? state.ceiling : Number.POSITIVE_INFINITY,
    horizonYears: Math.max(years, atLeastYears),
    stepYears: Math.min(1 / 48, doubling / 12),
  });
  return {
    state,
    series,
    axes: axesOf(series, years),
    scarcity: steadyScarcity(law),
    overbuild: overbuildIfGrowthStops(law),
    doublings: lead / doubling,
    hasCeiling,
    lawYear: lawYearOf(state),
    // Between points of the grid a sample would let what was signed since shine through.
    atLead: sampleAt(series, lead).demand / 2 ** (lead / CALM_DOUBLING_YEARS),
    peak: summary.peakScarcity,
    peakYear: summary.peakScarcityYear,
    // A curve that nears its ceiling for ever is never caught up with exactly.
    catchUpYear:
      series.find(({ year, scarcity }) => year > summary.peakScarcityYear && scarcity < BALANCED)?.year ??
      null,
  };
}

function axesOf(series: readonly PipelinePoint[], years: number): Axes {
  let highest = 2;
  for (const { year, demand, supply } of series) {
    if (year <= years) highest = Math.max(highest, demand, supply);
  }
  return {
    years,
    doublings: rung(LOG_TOPS, Math.log2(highest) * HEADROOM),
    top: rung(HALF_DECADES, highest * HEADROOM),
  };
}

const byYear = bisector((point: PipelinePoint) => point.year);

/** The series at a time between its points, interpolated along the curves' own growth. */
export function sampleAt(
  series: readonly PipelinePoint[],
  year: number,
): { demand: number; supply: number; scarcity: number } {
  const first = series[0] ?? { year: 0, demand: 1, supply: 1 };
  const next = byYear.left(series, year);
  const after = series[next] ?? series.at(-1) ?? first;
  const before = series[next - 1] ?? after;
  const share = after.year > before.year ? (year - before.year) / (after.year - before.year) : 0;
  const between = (from: number, to: number) => from * (to / from) ** share;
  const demand = between(before.demand, after.demand);
  const supply = between(before.supply, after.supply);
  return { demand, supply, scarcity: demand / supply };
}

/** The doubling time at which demand passes through `multiple` in year `year`; null where it never could. */
export function doublingThrough(year: number, multiple: number, ceiling: number): number | null {
  if (year <= 0 || multiple <= 1) return null;
  if (ceiling >= NO_CEILING) return year / Math.log2(multiple);
  const remaining = (ceiling / multiple - 1) / (ceiling - 1);
  return remaining > 0 && remaining < 1 ? -year / Math.log2(remaining) : null;
}

/** A month: the shortest stretch of uncovered time that the picture names. */
export const A_MONTH = months(1);
