import { deals } from 'virtual:deal-figures';
import type { Evidence } from '#evidence/basis.ts';
import type { DrawnDeal } from '#evidence/deal.ts';
import { tenantOf } from '#evidence/tenants.ts';
import { percent } from '#model/format.ts';
import { money } from '#state/money.ts';
import type { Choice } from '#state/quantity.ts';
import { growthRate, share } from '#state/share.ts';
import type { Face } from '../define.ts';

// Why each quantity rests where it does is in `evidence.ts`, which is loaded when somebody asks.

/** The least that the figure can show. */
const LEAST_REVENUE = 1;

function revenueOf({ tenant }: DrawnDeal): Evidence {
  const { revenue, essays } = tenantOf(tenant);
  return {
    value: essays?.value ?? LEAST_REVENUE,
    // What it rests on is named first, where names are too close.
    marks: essays === undefined ? [] : [essays, ...revenue.filter((reading) => reading !== essays)],
  };
}

/** The same rule for all: as much of customers' money as this contract is of all that the tenant has promised. */
function shareOf(deal: DrawnDeal): Evidence {
  const promised = promisedBy(deal);
  const twentieths = promised === null ? 20 : Math.max(1, Math.round((20 * deal.committed) / promised));
  return { value: twentieths / 20, marks: [] };
}

/** All that a deal's tenant has promised; null where nothing else is known. */
export function promisedBy({ tenant, committed, isEquipment }: DrawnDeal): number | null {
  const { promised } = tenantOf(tenant);
  // The tallies are of contracts for capacity; what is bought of a chip maker comes on top.
  return promised === undefined ? null : promised.value + (isEquipment ? committed : 0);
}

/** By its id; another, where there is none of that name. */
export function dealOf(id: string): DrawnDeal {
  const deal = deals.find((each) => each.id === id) ?? deals[0];
  if (deal === undefined) throw new Error('the loop needs a deal');
  return deal;
}

/** The deal that the essay starts from. */
const essays = dealOf('amazon-anthropic');

const deal: Choice = {
  kind: 'choice',
  key: 'deal',
  label: 'Deal',
  options: deals.map((each) => ({
    value: each.id,
    label: `${each.vendor}–${each.tenant}, ${each.when}`,
    brings: { revenue: revenueOf(each), share: shareOf(each) },
  })),
  default: essays.id,
};

const view: Choice<'money' | 'capacity'> = {
  kind: 'choice',
  key: 'view',
  label: 'What is followed',
  options: [
    { value: 'money', label: 'money' },
    { value: 'capacity', label: 'capacity' },
  ],
  default: 'money',
};

const tone = 'money';

export const loopSettings = {
  deal,
  view,
  revenue: money({
    key: 'revenue',
    label: 'Customers pay',
    symbol: 'E',
    min: LEAST_REVENUE,
    max: 300,
    per: 'a year',
    evidence: revenueOf(essays),
  }),
  growth: growthRate({
    key: 'growth',
    label: 'Customers’ money grows',
    symbol: 'h',
    tone,
    min: -0.5,
    max: 1,
    evidence: { value: 0, marks: [] },
  }),
  arrives: share({
    key: 'arrives',
    label: 'How much of the ceiling arrives',
    tone: 'supply',
    min: 0,
    max: 1,
    evidence: { value: 1, marks: [] },
  }),
  share: share({
    key: 'share',
    label: 'Left for this contract',
    of: 'of revenue',
    symbol: 's',
    tone,
    min: 0.01,
    max: 1,
    evidence: shareOf(essays),
  }),
  contingent: share({
    key: 'contingent',
    label: 'Paid of the seller’s “up to”',
    tone,
    min: 0,
    max: 1,
    evidence: { value: 1, marks: [] },
  }),
} as const;

export const face: Face = {
  id: 'loop',
  title: 'The loop: a ring and a river',
  question: 'Is the money going in a circle?',
  bet: {
    asks: 'Your guess: at most how much of Anthropic’s $100 billion promise can Amazon’s own money pay?',
    of: 'circular-share',
    options: [0.1, 0.2, 0.35, 0.5, 0.75, 1],
    format: percent,
  },
};
