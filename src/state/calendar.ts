import type { Evidence } from '#evidence/basis.ts';
import { calendarYear, dayName, isoDate, monthName, shortMonth } from '#model/calendar.ts';
import { MONTHS_PER_YEAR } from '#model/units.ts';
import type { Codec, Quantity } from './quantity.ts';

/** Dates in an address: a month or a day, as `2026-04` or `2026-04-20`. */
export const dateCodec: Codec<number> = {
  encode: isoDate,
  parse: (text) => calendarYear(text.trim()),
  wanted: 'a date such as 2026-04 or 2026-04-20',
};

/** To the first of a month. */
function snapToMonth(calendarYears: number): number {
  return monthAt(Math.round(calendarYears * MONTHS_PER_YEAR));
}

/** The first day of the month with this number, counted from the year nought: the same number an address gives. */
function monthAt(index: number): number {
  const year = Math.floor(index / MONTHS_PER_YEAR);
  return year + (index - year * MONTHS_PER_YEAR) / MONTHS_PER_YEAR;
}

interface CalendarSpec {
  key: string;
  label: string;
  tone: Quantity['tone'];
  min: number;
  max: number;
  evidence: Evidence;
  /** Days that stand for their months: where something happened, a hand and a key stop on that very day. */
  moments?: readonly number[];
}

/** A quantity that is a date, in calendar years: 2026.25 is the first of April 2026. Keys step by months. */
export function calendarDate({ moments = [], ...spec }: CalendarSpec): Quantity {
  const stops = [spec.min];
  const first = Math.floor(spec.min * MONTHS_PER_YEAR);
  for (let index = first; index < spec.max * MONTHS_PER_YEAR; index++) {
    const month = monthAt(index);
    const stop = moments.find((moment) => moment >= month && moment < monthAt(index + 1)) ?? month;
    if (stop > spec.min && stop < spec.max) stops.push(stop);
  }
  stops.push(spec.max);
  return {
    kind: 'quantity',
    unit: 'calendar year',
    scale: 'linear',
    ...spec,
    default: spec.evidence.value,
    stops,
    snap: moments.length === 0 ? snapToMonth : (value) => nearestOf(stops, value),
    format: (value) => (moments.includes(value) ? dayName(value) : monthName(value)),
    short: shortMonth,
    codec: dateCodec,
  };
}

function nearestOf(stops: readonly number[], value: number): number {
  return stops.reduce((best, stop) => (Math.abs(stop - value) < Math.abs(best - value) ? stop : best));
}
