import { above, check, zeroOrMore } from './check.ts';

/** What a unit of capacity costs, and what it is worth in two futures. All three in one currency and unit. */
export interface Bet {
  /** What committing to a unit costs; above `resale`. */
  cost: number;
  /** What the unit is worth when growth stops; at least 0. */
  resale: number;
  /** What the unit is worth when growth goes on: its use, or the day price avoided; above `cost`. */
  worth: number;
}

/**
 * How sure must one be that growth goes on before committing pays?
 *
 * Too much costs `c − v` a unit, too little costs `r − c`; commit when the chance of growth is above
 * `p* = (c − v) / ((c − v) + (r − c))`.
 * Source: the newsvendor; Arrow, Harris and Marschak, "Optimal Inventory Policy", *Econometrica* 19 (1951).
 *
 * @param bet - Money a unit: `resale` < `cost` < `worth`.
 * @returns A probability between 0 and 1.
 * @throws RangeError when an amount is not finite, or when the three are not in that order.
 * @example
 * breakEvenBelief({ cost: 10, resale: 4, worth: 12 }); // → 0.75
 */
export function breakEvenBelief({ cost, resale, worth }: Bet): number {
  check('resale', resale, zeroOrMore);
  check('cost', cost, above(resale, 'resale'));
  check('worth', worth, above(cost, 'cost'));
  return (cost - resale) / (worth - resale);
}
