import type { Doublings } from './demand.ts';
import type { Builders } from './orders.ts';

/** Committed capacity on a grid of years, and how long it takes to arrive. */
export interface OrderBook extends Pick<Builders, 'leadYears' | 'legacyDoublingYears'> {
  /** The grid, rising from 0, in years; at least two points, evenly spaced but for the last. */
  years: Float64Array;
  /** Doublings of committed capacity at each of these years, never falling. */
  orders: Float64Array;
}

/**
 * How much capacity runs?
 *
 * What was committed one lead time ago: `S(t) = X(t − L)`. Up to year `L` these are the orders of calm times.
 * Between two points of the grid committed capacity is taken to grow steadily, so steady growth is exact.
 *
 * @param book - Orders on their grid, lead time and calm doubling time in years; already checked.
 * @returns A function from a year, up to the end of the grid plus the lead time, to doublings of supply.
 * @example
 * const book = { leadYears: 2, legacyDoublingYears: 4, years: Float64Array.of(0, 1, 2), orders: Float64Array.of(0.5, 1, 2) };
 * supplyCurve(book)(-4); // → -1
 * supplyCurve(book)(3.5); // → 1.5
 */
export function supplyCurve({ leadYears, legacyDoublingYears, years, orders }: OrderBook): Doublings {
  const stepYears = (years[1] ?? 1) - (years[0] ?? 0);
  const lastCell = years.length - 2;
  return (year) => {
    const signed = year - leadYears;
    if (signed <= 0) return year / legacyDoublingYears;
    const cell = Math.min(Math.floor(signed / stepYears), lastCell);
    const from = years[cell] ?? 0;
    const to = years[cell + 1] ?? from;
    const low = orders[cell] ?? 0;
    const high = orders[cell + 1] ?? low;
    const passed = Math.min(Math.max((signed - from) / (to - from), 0), 1);
    return Math.min(low + passed * (high - low), high);
  };
}

/**
 * When does supply first reach a level?
 *
 * @param book - Orders on their grid, lead time and calm doubling time in years; already checked.
 * @param level - Doublings above the balanced start; any number.
 * @returns The year, `null` when all that is ordered on the grid never reaches the level.
 * @example
 * const book = { leadYears: 2, legacyDoublingYears: 4, years: Float64Array.of(0, 1, 2), orders: Float64Array.of(0.5, 1, 2) };
 * yearSupplied(book, 0.25); // → 1
 * yearSupplied(book, 1.5); // → 3.5
 * yearSupplied(book, 3); // → null
 */
export function yearSupplied(
  { leadYears, legacyDoublingYears, years, orders }: OrderBook,
  level: number,
): number | null {
  if (level <= leadYears / legacyDoublingYears) return level * legacyDoublingYears;
  const after = orders.findIndex((order) => order >= level);
  if (after < 0) return null;
  const before = Math.max(0, after - 1);
  const from = years[before] ?? 0;
  const to = years[after] ?? from;
  const low = orders[before] ?? level;
  const high = orders[after] ?? level;
  return leadYears + (high > low ? from + ((level - low) / (high - low)) * (to - from) : from);
}
