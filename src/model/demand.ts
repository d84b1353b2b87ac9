/** A quantity over time as its base-2 logarithm: doublings above the balanced start, by year. */
export type Doublings = (year: number) => number;

/** What demand does, in full. */
export interface Demand {
  /** Years in which demand doubles from year 0 on; 0.1 to 10. */
  doublingYears: number;
  /** Years in which demand doubled before year 0; 0.1 to 10. */
  legacyDoublingYears: number;
  /** The multiple of the start that demand never passes; above 1, or `Infinity`. */
  ceiling: number;
  /** The year in which growth stops, or `null` when it doesn't. */
  stopYear: number | null;
  /** The share of demand that goes away after the stop; 0 to below 1. */
  drop: number;
}

/**
 * How much capacity do people want at a constant price?
 *
 * `2^(t/T₀)` up to year 0, then `2^(t/T)` or, under a ceiling `K`, the logistic curve
 * `K / (1 + (K−1) · 2^(−t/T))`. After a stop at `t*` it stays at `D(t*) · (1 − drop)`.
 * Everything is kept as a logarithm: growth is then a straight line, and nothing overflows.
 *
 * @param demand - Times in years; ceiling as a multiple of the start; drop as a share. Already checked.
 * @returns A function from a year (any number, negative before demand sped up) to doublings above the start.
 *   It is `-Infinity` only where a stop in the distant past leaves no demand a number can hold.
 * @example
 * const steady = { doublingYears: 0.5, legacyDoublingYears: 3, ceiling: Infinity, stopYear: null, drop: 0 };
 * demandCurve(steady)(2); // → 4
 * demandCurve(steady)(-3); // → -1
 * demandCurve({ ...steady, stopYear: 1, drop: 0.5 })(2); // → 1
 */
export function demandCurve({
  doublingYears,
  legacyDoublingYears,
  ceiling,
  stopYear,
  drop,
}: Demand): Doublings {
  const floor = 1 / ceiling;
  const growing = (year: number) => {
    if (year <= 0) return year / legacyDoublingYears;
    if (floor === 0) return year / doublingYears;
    return -Math.log2(floor + (1 - floor) * 2 ** (-year / doublingYears));
  };
  if (stopYear === null) return growing;
  const stopped = growing(stopYear) + Math.log2(1 - drop);
  return (year) => (year > stopYear ? stopped : growing(year));
}
