/** Months in a year; every duration in the model is in years. */
export const MONTHS_PER_YEAR = 12;

/** Days in a (Julian) year. */
export const DAYS_PER_YEAR = 365.25;

/** Half a day, in years: what is less early or late than this is neither. */
export const NO_TIME = 0.5 / DAYS_PER_YEAR;

/** `months(7)` → 7/12: a duration given in months, in years. */
export function months(count: number): number {
  return count / MONTHS_PER_YEAR;
}

/** `days(100)` → 0.2738: a duration given in days, in years. */
export function days(count: number): number {
  return count / DAYS_PER_YEAR;
}
