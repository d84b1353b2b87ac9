/** Months in a year; every duration in the model is in years. */
export const MONTHS_PER_YEAR = 12;

/** Days in a (Julian) year. */
export const DAYS_PER_YEAR = 365.25;

/** `months(7)` → 7/12: a duration given in months, in years. */
export function months(count: number): number {
  return count / MONTHS_PER_YEAR;
}

/** `days(100)` → 0.2738: a duration given in days, in years. */
export function days(count: number): number {
  return count / DAYS_PER_YEAR;
}
