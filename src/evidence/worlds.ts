import { B03, B06, E14, E15, F21, F23, F29, G02, G31, G32, I05 } from 'virtual:facts';
import { doublingTimeBetween } from '#model/growth.ts';
import { coveredYears } from '#model/law.ts';
import { impliedScarcity } from '#model/price.ts';
import { DAYS_PER_YEAR, days } from '#model/units.ts';
import { doublingEvidence, leadEvidence } from './defaults.ts';
import type { ClientFact } from './fact.ts';

/** A pair of clocks, and perhaps a commitment, that somebody's figures give. What is left out is the essay's. */
export interface NamedWorld {
  readonly id: string;
  readonly title: string;
  /** Years, by the world's address keys. */
  readonly state: Readonly<{ doubling?: number; lead?: number; commit?: number }>;
  /** What is ours in it: the reading of the facts, or the assumption. */
  readonly why: string;
  readonly facts: readonly ClientFact[];
}

/** From the end of 2025 to the announcement of 6 April 2026 (B03, B06). */
const DAYS_TO_APRIL = 96;

/** One firm's run-rate, to the day. */
const labDoubling = days(
  Math.round(
    DAYS_PER_YEAR * doublingTimeBetween({ from: B03.value, to: B06.value, years: days(DAYS_TO_APRIL) }),
  ),
);

/** What rental prices say: elasticity 1, and balance at their low; to the hundredth of a year. */
const coveredByPrices =
  Math.round(
    100 *
      coveredYears({
        doublingYears: doublingEvidence.value,
        leadYears: leadEvidence.value,
        scarcity: impliedScarcity({ priceRatio: G32.value / G31.value, elasticity: 1 }),
      }),
  ) / 100;

/** Laying fibre took about a year and a half; no source in the ledger gives it. */
const FIBRE_LEAD_YEARS = 1.5;

/** The worlds that widgets offer by name. */
export const namedWorlds = {
  essay: {
    id: 'essay',
    title: 'The essay’s world',
    state: {},
    why: 'AI compute as measured, large sites as built, nothing committed ahead.',
    facts: [G02, F29],
  },
  grid: {
    id: 'grid',
    title: 'Waiting for the grid',
    state: { lead: F21.value },
    why: 'The same demand, where the grid connection is what takes longest.',
    facts: [F21],
  },
  cloud: {
    id: 'cloud',
    title: 'Cloud before AI',
    state: { doubling: I05.value, lead: 1 },
    why: 'A year to build is assumed.',
    facts: [I05],
  },
  article: {
    id: 'starting-article',
    title: 'The article this essay starts from',
    state: { doubling: labDoubling, lead: F23.value },
    why: 'It counts one firm’s run-rate as demand, and three to five years to build.',
    facts: [B03, B06, F23],
  },
  lab: {
    id: 'one-lab',
    title: 'One lab’s run-rate',
    state: { doubling: labDoubling },
    why: 'A firm’s run-rate is not demand for compute; the lead time is the essay’s.',
    facts: [B03, B06],
  },
  prices: {
    id: 'prices',
    title: 'What prices say',
    state: { commit: coveredByPrices },
    why: 'If the low was balance, and a price rises as fast as scarcity, this much was covered.',
    facts: [G31, G32],
  },
  fibreBelieved: {
    id: 'fibre-believed',
    title: 'Fibre, as believed in 1998',
    state: { doubling: days(E14.value), lead: FIBRE_LEAD_YEARS },
    why: 'A year and a half to lay it is assumed.',
    facts: [E14],
  },
  fibreMeasured: {
    id: 'fibre-measured',
    title: 'Fibre, as measured',
    state: { doubling: doublingTimeBetween({ from: 1, to: E15.value, years: 1 }), lead: FIBRE_LEAD_YEARS },
    why: 'A year and a half to lay it is assumed.',
    facts: [E15],
  },
} as const satisfies Record<string, NamedWorld>;
