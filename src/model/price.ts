import { aboveZero, check, elasticityRange } from './check.ts';

/** A change of price, and how strongly demand answers to price. */
export interface PriceSignal {
  /** Price now over price in balance; above 0. */
  priceRatio: number;
  /** Constant price elasticity of demand, as a positive number without unit; 0.05 to 20. */
  elasticity: number;
}

/**
 * What shortage does a price reveal?
 *
 * `R = p^ε`, with a constant price elasticity.
 * Source: the definition of a constant price elasticity.
 *
 * @param signal - Price now over price in balance, and the elasticity; neither has a unit.
 * @returns The factor by which demand over supply has changed; `Infinity` beyond the largest double.
 * @throws RangeError when an argument is out of range.
 * @example
 * impliedScarcity({ priceRatio: 1.5, elasticity: 2 }); // → 2.25
 */
export function impliedScarcity({ priceRatio, elasticity }: PriceSignal): number {
  check('priceRatio', priceRatio, aboveZero);
  check('elasticity', elasticity, elasticityRange);
  return priceRatio ** elasticity;
}
