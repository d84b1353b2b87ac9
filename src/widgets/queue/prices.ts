import { rentInBalance } from '#evidence/prices.ts';
import { coveredYears, overbuildIfGrowthStops, steadyScarcity } from '#model/law.ts';
import { impliedScarcity } from '#model/price.ts';
import { clamp } from '#state/quantity.ts';
import type { QueueState } from './compute.ts';

/** What prices say, read through the law. */
export interface PricesPicture {
  readonly state: QueueState;
  /** Rent over the rent in balance. */
  readonly ratio: number;
  /** Demand over supply that this reveals. */
  readonly implied: number;
  /** Years of the lead time that must then be covered; and what of that the lead time can hold. */
  readonly covered: number;
  readonly coveredShown: number;
  /** Demand over supply, had nobody committed to anything. */
  readonly uncommitted: number;
  /** Supply over demand, if growth stopped. */
  readonly risk: number;
}

export function computePrices(state: QueueState): PricesPicture {
  const { doubling, lead, rent, elasticity } = state;
  const ratio = rent / rentInBalance;
  const implied = impliedScarcity({ priceRatio: ratio, elasticity });
  const covered = coveredYears({ doublingYears: doubling, leadYears: lead, scarcity: implied });
  const coveredShown = clamp(covered, 0, lead);
  return {
    state,
    ratio,
    implied,
    covered,
    coveredShown,
    uncommitted: steadyScarcity({ doublingYears: doubling, leadYears: lead, commitYears: 0 }),
    risk: overbuildIfGrowthStops({ doublingYears: doubling, commitYears: coveredShown }),
  };
}
