import { check, finite } from './check.ts';
import { demandCurve } from './demand.ts';
import { gridYears } from './grid.ts';
import { lawYear, steadyScarcity } from './law.ts';
import { placeOrders } from './orders.ts';
import { supplyCurve, yearSupplied } from './supply.ts';
import { completeWorld } from './world.ts';

/** A buyer in the queue for capacity, and the others in it. */
export interface Place {
  /** Years in which demand doubles from year 0 on; 0.1 to 10. */
  doublingYears: number;
  /** Years from commitment to power-on; 0 to 15. */
  leadYears: number;
  /** Years of growth ahead that builders commit to; 0 to `leadYears`. */
  commitYears: number;
  /** When you need the capacity, in years since demand sped up; finite. */
  needYear: number;
  /** How many years before your need you sign; finite, negative when you sign after it. */
  yourAdvanceYears: number;
  /** How many years before their need the others sign; finite, negative when they sign after it. */
  othersAdvanceYears: number;
  /** The last year looked at; 0.1 to 60, 30 when left out. */
  horizonYears?: number;
}

/** When the queue lets you through. */
export interface Delivery {
  /** When you are served, in years since demand sped up; `null` when not within the horizon. */
  servedYear: number | null;
  /** Years from your need to your turn, 0 or more; `null` when not within the horizon. */
  waitYears: number | null;
  /** What capacity costs on the day you need it, 1 in balance, at elasticity 1. */
  dayPrice: number;
}

/** Doublings that are no more than rounding. */
const rounding = 1e-9;

/**
 * When are you served, if whoever signs first is served first?
 *
 * Whoever signed before you stands before you: all that others need up to `w − b + a`, where `w` is your need,
 * `b` your advance and `a` theirs. You are served in the first year from `w` on in which supply has reached
 * that demand. Supply and demand are those of the pipeline, without ceiling or stop.
 * Source: cumulative curves, as in Newell, *Applications of Queueing Theory*, 2nd ed. (1982).
 *
 * @param place - All times in years; see {@link Place} for ranges and defaults.
 * @returns The year, the wait in years, and the price on the day of need.
 * @throws RangeError naming the parameter, the value and the allowed range, when an argument is out of range.
 * @example
 * const place = { doublingYears: 0.5, leadYears: 2, commitYears: 0, needYear: 4, yourAdvanceYears: 1 };
 * queueDelivery({ ...place, othersAdvanceYears: 1 }); // → { servedYear: 6, waitYears: 2, dayPrice: 16 }
 * queueDelivery({ ...place, othersAdvanceYears: 0 }); // → { servedYear: 5, waitYears: 1, dayPrice: 16 }
 */
export function queueDelivery(place: Place): Delivery {
  const { needYear, yourAdvanceYears, othersAdvanceYears, horizonYears = 30 } = place;
  const { doublingYears, leadYears, commitYears } = place;
  const world = completeWorld({ doublingYears, leadYears, commitYears, horizonYears });
  check('needYear', needYear, finite);
  check('yourAdvanceYears', yourAdvanceYears, finite);
  check('othersAdvanceYears', othersAdvanceYears, finite);

  // The day price is asked for even when the need lies past the horizon; from the law's year on it is the law's.
  const steadyFrom = lawYear(world) + world.stepYears;
  const years = gridYears(Math.max(horizonYears, steadyFrom), world.stepYears);
  const demandAt = demandCurve(world);
  const book = { ...world, years, orders: placeOrders(world, demandAt, years) };
  const supplyAt = supplyCurve(book);
  const dayPrice =
    needYear > steadyFrom ? steadyScarcity(world) : 2 ** (demandAt(needYear) - supplyAt(needYear));

  const ahead = demandAt(needYear - yourAdvanceYears + othersAdvanceYears);
  const servedYear = supplyAt(needYear) >= ahead - rounding ? needYear : yearSupplied(book, ahead);
  if (servedYear === null || servedYear > horizonYears)
    return { servedYear: null, waitYears: null, dayPrice };
  return { servedYear, waitYears: servedYear - needYear, dayPrice };
}
