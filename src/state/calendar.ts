import type { Evidence } from '#evidence/basis.ts';
import { calendarYear, isoDate, monthName, shortMonth } from '#model/calendar.ts';
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
}

/** A quantity that is a date, in calendar years: 2026.25 is the first of April 2026. Keys step by months. */
export function calendarDate(spec: CalendarSpec): Quantity {
  const months: number[] = [];
  for (let index = Math.ceil(spec.min * MONTHS_PER_YEAR); index < spec.max * MONTHS_PER_YEAR; index++)
    months.push(monthAt(index));
  return {
    kind: 'quantity',
    unit: 'calendar year',
    scale: 'linear',
    ...spec,
    default: spec.evidence.value,
    stops: months[0] === spec.min ? [...months, spec.max] : [spec.min, ...months, spec.max],
    snap: snapToMonth,
    format: monthName,
    short: shortMonth,
    codec: dateCodec,
  };
}
