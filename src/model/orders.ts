import type { Doublings } from './demand.ts';

/** How builders answer demand, in full. */
export interface Builders {
  /** Years from commitment to power-on; 0 to 15. */
  leadYears: number;
  /** Years of growth ahead that builders commit to; 0 to `leadYears`. */
  commitYears: number;
  /** Years in which demand doubled before year 0; 0.1 to 10. */
  legacyDoublingYears: number;
  /** Years over which builders measure growth; above 0. */
  windowYears: number;
  /** The year in which growth stops, or `null` when it doesn't. */
  stopYear: number | null;
}

/**
 * How much has been committed to, built and on order together?
 *
 * At every moment builders extrapolate the growth `ĝ` of the last window over the years they dare commit,
 * `target(t) = D(t) · e^(ĝ(t)·F)`, order what is missing, and never cancel. So committed capacity is the
 * highest target so far, and at least what calm times had already ordered.
 *
 * @param builders - Times in years; already checked.
 * @param demand - Doublings of demand by year.
 * @param years - The grid, rising from 0, in years.
 * @returns Doublings of committed capacity at each year of the grid; same length, never falling.
 * @example
 * const builders = { leadYears: 2, commitYears: 1, legacyDoublingYears: 4, windowYears: 0.5, stopYear: null };
 * placeOrders(builders, (year) => year, Float64Array.of(0, 0.5, 1)); // → Float64Array.of(1, 1.5, 2)
 */
export function placeOrders(builders: Builders, demand: Doublings, years: Float64Array): Float64Array {
  const { leadYears, commitYears, legacyDoublingYears, stopYear } = builders;
  // Differences over less than half a minute are rounding errors, and beyond any history the number is the same.
  const window = Math.min(Math.max(builders.windowYears, 1e-6), 1e12);
  const target = (year: number) => {
    const now = demand(year);
    const growth = (now - demand(year - window)) / window;
    return growth > 0 ? now + growth * commitYears : now;
  };
  // Where the target turns sharply it may be highest, and the grid may step over it: when the window has
  // filled with the new growth, and just before a stop.
  const turns = stopYear === null ? [builders.windowYears] : [builders.windowYears, stopYear];
  const orders = new Float64Array(years.length);
  let committed = leadYears / legacyDoublingYears;
  let before = 0;
  years.forEach((year, index) => {
    for (const turn of turns) if (before < turn && turn < year) committed = Math.max(committed, target(turn));
    committed = Math.max(committed, target(year));
    orders[index] = committed;
    before = year;
  });
  return orders;
}
