import { aboveZero, between, check, checkCommit, doublingRange, leadRange } from './check.ts';

/** Steady growth, and how far ahead builders commit against it. */
export interface SteadyGrowth {
  /** Years in which demand doubles; 0.1 to 10. */
  doublingYears: number;
  /** Years from commitment to power-on; 0 to 15. */
  leadYears: number;
  /** Years of growth ahead that builders commit to; 0 to `leadYears`. */
  commitYears: number;
}

/** Growth that may stop, and what was committed against it. */
export interface StoppableGrowth {
  /** Years in which demand doubles; 0.1 to 10. */
  doublingYears: number;
  /** Years of growth ahead that builders commit to; 0 to 15 (never more than the lead time). */
  commitYears: number;
}

/** Steady growth, and the shortage seen in it. */
export interface ObservedScarcity {
  /** Years in which demand doubles; 0.1 to 10. */
  doublingYears: number;
  /** Years from commitment to power-on; 0 to 15. */
  leadYears: number;
  /** Demand over supply; above 0. */
  scarcity: number;
}

/** Steady growth, and the calm before it. */
export interface SteadyGrowthAfterCalm extends SteadyGrowth {
  /** Years in which demand doubled before year 0; 0.1 to 10, 3 when left out. */
  legacyDoublingYears?: number;
  /** Years over which builders measure growth; above 0, 0.5 when left out. */
  windowYears?: number;
}

/**
 * How short is capacity once growth has been steady for long enough?
 *
 * `R = 2^((L − F) / T)`: the doublings that fit into the lead time and that nobody committed to.
 *
 * Source: derived in MODEL.md, "The law"; supply lines as in Sterman, *Business Dynamics* (2000).
 *
 * @param growth - Doubling time, lead time and commitment, all in years.
 * @returns Demand over supply, from 1 (all committed for) upwards.
 * @throws RangeError when an argument is out of range, also when commitment exceeds the lead time.
 * @example
 * steadyScarcity({ doublingYears: 7 / 12, leadYears: 2, commitYears: 0 }); // → 10.767201541058848
 */
export function steadyScarcity({ doublingYears, leadYears, commitYears }: SteadyGrowth): number {
  check('doublingYears', doublingYears, doublingRange);
  check('leadYears', leadYears, leadRange);
  checkCommit(commitYears, leadYears);
  return 2 ** ((leadYears - commitYears) / doublingYears);
}

/**
 * How much too much is there, one lead time after steady growth stops?
 *
 * `S / D = 2^(F / T)`: everything that was committed for growth that did not come.
 *
 * Source: derived in MODEL.md, "The law".
 *
 * @param growth - Doubling time and commitment in years.
 * @returns Supply over demand, from 1 (nothing committed ahead) upwards.
 * @throws RangeError when an argument is out of range.
 * @example
 * overbuildIfGrowthStops({ doublingYears: 0.5, commitYears: 1.5 }); // → 8
 */
export function overbuildIfGrowthStops({ doublingYears, commitYears }: StoppableGrowth): number {
  check('doublingYears', doublingYears, doublingRange);
  check('commitYears', commitYears, between(0, 15));
  return 2 ** (commitYears / doublingYears);
}

/**
 * How much of the lead time must have been committed for, given the shortage one sees?
 *
 * The law read backwards: `F = L − T · log₂ R`.
 *
 * Source: derived in MODEL.md, "The law".
 *
 * @param observed - Doubling time and lead time in years, and demand over supply.
 * @returns Years, not clamped: negative when the shortage is worse than no commitment at all would make it,
 *   more than the lead time when there is a glut.
 * @throws RangeError when an argument is out of range.
 * @example
 * coveredYears({ doublingYears: 0.5, leadYears: 2, scarcity: 4 }); // → 1
 */
export function coveredYears({ doublingYears, leadYears, scarcity }: ObservedScarcity): number {
  check('doublingYears', doublingYears, doublingRange);
  check('leadYears', leadYears, leadRange);
  check('scarcity', scarcity, aboveZero);
  return leadYears - doublingYears * Math.log2(scarcity);
}

/**
 * From when on does the law describe the pipeline?
 *
 * `t = L + max(w, T · L / T₀ − F)`: the builders' window has filled with the new growth, the orders of calm
 * times have been overtaken, and what was then committed has arrived.
 *
 * Source: derived in MODEL.md, "The law".
 *
 * @param growth - Doubling times, lead time, commitment and window, all in years.
 * @returns Years since demand sped up.
 * @throws RangeError when an argument is out of range.
 * @example
 * lawYear({ doublingYears: 7 / 12, leadYears: 2, commitYears: 0 }); // → 2.5
 */
export function lawYear(growth: SteadyGrowthAfterCalm): number {
  const { doublingYears, leadYears, commitYears, legacyDoublingYears = 3, windowYears = 0.5 } = growth;
  check('doublingYears', doublingYears, doublingRange);
  check('leadYears', leadYears, leadRange);
  checkCommit(commitYears, leadYears);
  check('legacyDoublingYears', legacyDoublingYears, doublingRange);
  check('windowYears', windowYears, aboveZero);
  return leadYears + Math.max(windowYears, (doublingYears * leadYears) / legacyDoublingYears - commitYears);
}
