import { aboveZero, check, doublingRange, shareRange, zeroOrMore } from './check.ts';

/** An owner of capacity whose tenant leaves. */
export interface LeavingTenant {
  /** Capacity the tenant frees, in any unit such as GW; at least 0. */
  freed: number;
  /** What others want from the same owner at that moment, in the same unit; above 0. */
  otherDemand: number;
  /** Years in which that other demand doubles; 0.1 to 10. */
  otherDoublingYears: number;
  /** The share of the freed capacity that suits others; 0 to 1. */
  fungibleShare: number;
}

/** How long what was left behind stands idle. */
export interface Overhang {
  /** Years until others have absorbed the part that suits them. */
  years: number;
  /** Capacity that suits nobody else, in the unit given. */
  neverAbsorbed: number;
}

/**
 * How long does the capacity of a tenant who leaves stand idle?
 *
 * The owner's other demand `M` grows into it: `M · 2^(t/T) = M + f·A` after `T · log₂(1 + f·A/M)`.
 * A lower bound, since capacity that still arrives is left out.
 * Source: derived in MODEL.md, "The overhang".
 *
 * @param tenant - Capacities in one unit, the doubling time in years, the share as a fraction.
 * @returns Years, and the capacity that stays idle for good.
 * @throws RangeError when an argument is out of range.
 * @example
 * absorbOverhang({ freed: 4, otherDemand: 1, otherDoublingYears: 1.5, fungibleShare: 0.75 });
 * // → { years: 3, neverAbsorbed: 1 }
 */
export function absorbOverhang(tenant: LeavingTenant): Overhang {
  const { freed, otherDemand, otherDoublingYears, fungibleShare } = tenant;
  check('freed', freed, zeroOrMore);
  check('otherDemand', otherDemand, aboveZero);
  check('otherDoublingYears', otherDoublingYears, doublingRange);
  check('fungibleShare', fungibleShare, shareRange);
  return {
    years: otherDoublingYears * Math.log2(1 + (fungibleShare * freed) / otherDemand),
    neverAbsorbed: (1 - fungibleShare) * freed,
  };
}
