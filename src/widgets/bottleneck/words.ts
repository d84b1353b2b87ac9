import { duration, shortDuration } from '#model/format.ts';
import { MONTHS_PER_YEAR } from '#model/units.ts';

/**
 * From two years on, a whole number of months as years and months; anything else in the usual words. Slack has to add
 * up with what it is the rest of, and tenths of years would not.
 */
function inMonths(
  years: number,
  usual: (years: number) => string,
  name: (count: number, unit: 'year' | 'month') => string,
): string {
  const months = years * MONTHS_PER_YEAR;
  const whole = Math.round(months);
  if (whole < 24 || Math.abs(months - whole) > 0.05) return usual(years);
  const rest = whole % MONTHS_PER_YEAR;
  return name((whole - rest) / MONTHS_PER_YEAR, 'year') + (rest === 0 ? '' : ` ${name(rest, 'month')}`);
}

/** "15 months", "4 years", "2 years 9 months". */
export const span = (years: number): string =>
  inMonths(years, duration, (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`);

/** "15 mo", "4 y", "2 y 9 mo". */
export const shortSpan = (years: number): string =>
  inMonths(years, shortDuration, (count, unit) => `${count} ${unit === 'year' ? 'y' : 'mo'}`);

/** "9 months sooner", "1 year later". */
export const sooner = (by: number, words = span): string =>
  `${words(Math.abs(by))} ${by < 0 ? 'sooner' : 'later'}`;

/** "power", "power and chips", "chips, power and buildings". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
