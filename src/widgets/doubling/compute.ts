import { anthropicRunRates, articlesPair, type RunRate } from '#evidence/readings.ts';
import { elapsedYears } from '#model/calendar.ts';
import { fitDoubling } from '#model/fit.ts';
import { doublingTimeBetween } from '#model/growth.ts';
import { growthInterval } from '#model/interval.ts';
import type { StateOf } from '#state/quantity.ts';
import { type Estimate, type Series, series } from './series.ts';
import type { doublingSettings } from './settings.ts';
import { type Window, windowOf } from './window.ts';

export type DoublingState = StateOf<typeof doublingSettings>;

type At = Pick<RunRate, 'year' | 'value'>;

/** On a clock's time, counted from nearby, so that a curve's value at nought is a number. */
const elapsed = ({ year, value }: At) => ({ year: elapsedYears(year), value });

/** Steady growth through some readings. */
export interface Line {
  /** In years; negative where it falls, `Infinity` where it stands still. */
  readonly doublingYears: number;
  readonly at: (year: number) => number;
  /** How fast it may be, in doublings a year, with the share of confidence; null where two readings say nothing of that. */
  readonly interval: { readonly slowest: number; readonly fastest: number; readonly share: number } | null;
  /** Between what values it may pass; null where there is no interval. */
  readonly between: ((year: number) => readonly [low: number, high: number]) | null;
}

export interface DoublingPicture {
  readonly state: DoublingState;
  readonly series: Series;
  readonly window: Window;
  readonly used: readonly RunRate[];
  /** Whether every reading there is counts. */
  readonly isAll: boolean;
  readonly line: Line;
}

const CONFIDENCE = 0.95;
/** What Epoch AI gives its range for (G02). */
const EPOCHS_CONFIDENCE = 0.9;

export function compute(state: DoublingState): DoublingPicture {
  const shown = series[state.of];
  const { readings, estimate } = shown;
  if (estimate !== null) {
    const window = { first: 0, last: 0 };
    return { state, series: shown, window, used: readings, isAll: true, line: lineOf(estimate) };
  }
  const window = windowOf(readings, state.from, state.to);
  const used = readings.slice(window.first, window.last + 1);
  return {
    state,
    series: shown,
    window,
    used,
    isAll: used.length === readings.length,
    line: lineThrough(used),
  };
}

/** The line that fits readings best: least squares of the logarithms, all weighing the same. */
export function lineThrough(readings: readonly At[]): Line {
  const points = readings.map(elapsed);
  const { doublingYears, valueAtZero } = fitDoubling(points);
  const interval = growthInterval(points, CONFIDENCE);
  const at = (year: number) => valueAtZero * 2 ** (elapsedYears(year) / doublingYears);
  return {
    doublingYears,
    at,
    interval: interval && { slowest: interval.slowest, fastest: interval.fastest, share: CONFIDENCE },
    between:
      interval &&
      ((year) => {
        const factor = interval.factorAt(elapsedYears(year));
        return [at(year) / factor, at(year) * factor];
      }),
  };
}

/** The line through the two readings that the starting article speaks of. */
export const articlesLine = lineThrough(anthropicRunRates.filter(({ id }) => articlesPair.includes(id)));

function lineOf({ through, factor, low, high }: Estimate): Line {
  const passing = (by: number) => (year: number) =>
    through.value * by ** (elapsedYears(year) - elapsedYears(through.year));
  return {
    doublingYears: doublingTimeBetween({ from: 1, to: factor, years: 1 }),
    at: passing(factor),
    interval: { slowest: Math.log2(low), fastest: Math.log2(high), share: EPOCHS_CONFIDENCE },
    between: (year) => {
      const ends = [passing(low)(year), passing(high)(year)];
      return [Math.min(...ends), Math.max(...ends)];
    },
  };
}

/** The doubling times of all windows of two or more readings, with how many readings each holds. */
export function allWindows(
  readings: readonly RunRate[],
): (Window & { doublingYears: number; count: number })[] {
  return readings.flatMap((_, first) =>
    readings.slice(first + 1).map((_, index) => {
      const last = first + 1 + index;
      const points = readings.slice(first, last + 1).map(elapsed);
      return { first, last, count: points.length, doublingYears: fitDoubling(points).doublingYears };
    }),
  );
}
