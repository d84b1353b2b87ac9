import { aboveZero, check, doublingRange } from './check.ts';

/** Two readings of one quantity, some years apart. */
export interface TwoReadings {
  /** The earlier reading, in any unit; above 0. */
  from: number;
  /** The later reading, in the same unit; above 0. */
  to: number;
  /** Years between the two; above 0. */
  years: number;
}

/** Demand for work that grows while the capacity needed for each unit of work shrinks. */
export interface WorkAndEfficiency {
  /** Years in which the amount of work doubles; 0.1 to 10. */
  doublingYears: number;
  /** Years in which the capacity that a unit of work needs halves; 0.1 to 10. */
  efficiencyDoublingYears: number;
}

/**
 * How long does something take to double, judged by two readings?
 *
 * `T = Δt · ln 2 / ln(to / from)`.
 * Source: the definition of steady growth.
 *
 * @param readings - Two readings above 0 in one unit, and the years between them.
 * @returns Years. Negative when the quantity fell (read it as a halving time); `Infinity` when it stood still.
 * @throws RangeError when an argument is not a finite number above 0.
 * @example
 * doublingTimeBetween({ from: 1, to: 8, years: 3 }); // → 1
 * doublingTimeBetween({ from: 8, to: 2, years: 3 }); // → -1.5
 * doublingTimeBetween({ from: 5, to: 5, years: 3 }); // → Infinity
 */
export function doublingTimeBetween({ from, to, years }: TwoReadings): number {
  check('from', from, aboveZero);
  check('to', to, aboveZero);
  check('years', years, aboveZero);
  if (from === to) return Infinity;
  const change = (to - from) / from;
  // Two close readings lose their difference in `to / from`; two distant ones overflow in it.
  const doublings = Math.abs(change) < 0.5 ? Math.log1p(change) / Math.LN2 : Math.log2(to) - Math.log2(from);
  return years / doublings;
}

/**
 * How fast does demand for capacity double when the work grows and each unit of it needs less?
 *
 * `1 / T_net = 1 / T − 1 / E`.
 * Source: rates of growth add up; MODEL.md, "Growth".
 *
 * @param growth - Two doubling times in years, each 0.1 to 10.
 * @returns Years. `Infinity` when the two cancel; negative (a halving time) when efficiency is the faster.
 * @throws RangeError when an argument is not a finite number from 0.1 to 10.
 * @example
 * netDoubling({ doublingYears: 0.5, efficiencyDoublingYears: 1 }); // → 1
 * netDoubling({ doublingYears: 1, efficiencyDoublingYears: 0.5 }); // → -1
 * netDoubling({ doublingYears: 2, efficiencyDoublingYears: 2 }); // → Infinity
 */
export function netDoubling({ doublingYears, efficiencyDoublingYears }: WorkAndEfficiency): number {
  check('doublingYears', doublingYears, doublingRange);
  check('efficiencyDoublingYears', efficiencyDoublingYears, doublingRange);
  return (doublingYears * efficiencyDoublingYears) / (efficiencyDoublingYears - doublingYears);
}
