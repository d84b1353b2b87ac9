import { DAYS_PER_YEAR, MONTHS_PER_YEAR } from './units.ts';

const DATE = /^(\d{4})-(\d\d)(?:-(\d\d))?$/;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * A day or the first day of a month as calendar years, months taken as equally long: `calendarYear('2026-04')` → 2026.25,
 * `calendarYear('2026-04-16')` → 2026.2917. Anything else, and a day that does not exist, gives null.
 */
export function calendarYear(date: string): number | null {
  const [, year, month, day = '1'] = DATE.exec(date) ?? [];
  if (year === undefined || month === undefined) return null;
  const [before, days] = [Number(month) - 1, daysIn(Number(year), Number(month))];
  if (before < 0 || before >= MONTHS_PER_YEAR || Number(day) < 1 || Number(day) > days) return null;
  return Number(year) + (before + (Number(day) - 1) / days) / MONTHS_PER_YEAR;
}

interface CalendarDay {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** The day that calendar years fall on: `dayOf(2026.25)` → the first of April 2026. */
export function dayOf(calendarYears: number): CalendarDay {
  const year = Math.floor(calendarYears);
  // A thousandth of a day, against the dust of the division.
  const inMonths = (calendarYears - year) * MONTHS_PER_YEAR + 3e-5;
  const month = Math.min(MONTHS_PER_YEAR, Math.floor(inMonths) + 1);
  const days = daysIn(year, month);
  return { year, month, day: Math.min(days, Math.floor((inMonths - month + 1) * days) + 1) };
}

/** `isoDate(2026.25)` → "2026-04"; any day but the first of a month in full. */
export function isoDate(calendarYears: number): string {
  const { year, month, day } = dayOf(calendarYears);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}${day === 1 ? '' : `-${two(day)}`}`;
}

/** `monthName(2026.3)` → "April 2026". */
export function monthName(calendarYears: number): string {
  const { year, month } = dayOf(calendarYears);
  return `${MONTHS[month - 1]} ${year}`;
}

/** `shortMonth(2026.3)` → "Apr 2026". */
export function shortMonth(calendarYears: number): string {
  const { year, month } = dayOf(calendarYears);
  return `${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** `dayName(2026.25)` → "1 April 2026". */
export function dayName(calendarYears: number): string {
  return `${dayOf(calendarYears).day} ${monthName(calendarYears)}`;
}

/** Years of 365¼ days from the start of 2024 to a moment, counted by days: months are not equally long to a clock. */
export function elapsedYears(calendarYears: number): number {
  const year = Math.floor(calendarYears);
  const inMonths = (calendarYears - year) * MONTHS_PER_YEAR;
  const whole = Math.floor(inMonths);
  let days = 365 * (year - 2024) + leapDaysBefore(year) - leapDaysBefore(2024);
  for (let month = 1; month <= whole; month++) days += daysIn(year, month);
  return (days + (inMonths - whole) * daysIn(year, whole + 1)) / DAYS_PER_YEAR;
}

function leapDaysBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
