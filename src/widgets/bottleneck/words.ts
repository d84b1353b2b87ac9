import { duration, shortDuration } from '#model/format.ts';
import { MONTHS_PER_YEAR } from '#model/units.ts';

interface Calendar {
  readonly years: number;
  readonly months: number;
}

/**
 * Years and months of a time of two years or more that is a whole number of months, else null. Slack has to add up
 * with what it is the rest of, and tenths of years would not.
 */
function calendarOf(years: number): Calendar | null {
  const months = years * MONTHS_PER_YEAR;
  const whole = Math.round(months);
  if (whole < 24 || Math.abs(months - whole) > 0.05) return null;
  return { years: Math.floor(whole / MONTHS_PER_YEAR), months: whole % MONTHS_PER_YEAR };
}

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "15 months", "4 years", "2 years 9 months". */
export function span(years: number): string {
  const whole = calendarOf(years);
  if (whole === null) return duration(years);
  return `${many(whole.years, 'year')}${whole.months === 0 ? '' : ` ${many(whole.months, 'month')}`}`;
}

/** "15 mo", "4 y", "2 y 9 mo". */
export function shortSpan(years: number): string {
  const whole = calendarOf(years);
  if (whole === null) return shortDuration(years);
  return `${whole.years} y${whole.months === 0 ? '' : ` ${whole.months} mo`}`;
}

/** "power", "power and chips", "chips, power and buildings". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
