import type { RunRate } from '#evidence/readings.ts';
import { shortMonth } from '#model/calendar.ts';
import type { Quantity } from '#state/quantity.ts';
import { nearestOf, readingDate } from '#state/reading-date.ts';
import { doublingSettings } from './settings.ts';

/** Which readings a line is fitted to, by index, both included. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** The readings between two dates; total: where fewer than two lie there, the nearest that make two. */
export function windowOf(readings: readonly RunRate[], from: number, to: number): Window {
  const within = readings.findLastIndex(({ year }) => year <= to);
  const last = Math.max(1, within);
  const since = readings.findIndex(({ year }) => year >= from);
  return { first: Math.min(since === -1 ? last : since, last - 1), last };
}

/** The window's two ends as a slider or a handle may move them: from reading to reading, always two apart. */
export function endsOf(
  readings: readonly RunRate[],
  { first, last }: Window,
): { from: Quantity; to: Quantity } {
  const { from, to } = doublingSettings;
  // A window that is open to the end stays so, whatever series is shown in it.
  const open = readings.map((each, index) =>
    index === readings.length - 1 ? { ...each, year: to.max } : each,
  );
  return {
    from: {
      ...readingDate({ ...from, dates: readings.slice(0, last) }),
      format: () => readings[first]?.when ?? '',
    },
    to: {
      ...readingDate({ ...to, dates: open.slice(first + 1) }),
      format: () => readings[last]?.when ?? '',
      short: (year) => shortMonth(Math.min(year, readings.at(-1)?.year ?? year)),
    },
  };
}

/** Where an end goes that a hand takes to a year of the axis: its value in the state. */
export function endAt({ stops, max }: Quantity, readings: readonly RunRate[], year: number): number {
  const shown = stops.map((stop) =>
    stop === doublingSettings.to.max ? (readings.at(-1)?.year ?? max) : stop,
  );
  return stops[shown.indexOf(nearestOf(shown, year))] ?? max;
}
