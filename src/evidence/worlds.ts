import { B03, B06, E14, E15, F21, F23, F29, G02, G31, G32, I05 } from 'virtual:facts';
import { duration } from '#model/format.ts';
import type { ClientFact } from './fact.ts';
import * as states from './world-states.ts';

/** A pair of clocks, and perhaps a commitment, that somebody's figures give. */
export interface NamedWorld {
  readonly id: string;
  readonly title: string;
  readonly state: states.WorldState;
  /** What is ours in it: the reading of the facts, or the assumption. */
  readonly why: string;
  readonly facts: readonly ClientFact[];
}

/** The worlds that widgets offer by name. */
export const namedWorlds = {
  essay: {
    id: 'essay',
    title: 'The essay’s world',
    state: states.essay,
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
    state: states.cloud,
    why: `Assumed: ${duration(states.cloud.lead)} to build.`,
    facts: [I05],
  },
  article: {
    id: 'starting-article',
    title: 'The article this essay starts from',
    state: { ...states.lab, lead: F23.value },
    why: `It counts one firm’s run-rate as demand, and ${F23.low}–${duration(F23.high)} to build.`,
    facts: [B03, B06, F23],
  },
  lab: {
    id: 'one-lab',
    title: 'One lab’s run-rate',
    state: states.lab,
    why: 'A firm’s run-rate is not demand for compute; the lead time is the essay’s.',
    facts: [B03, B06],
  },
  prices: {
    id: 'prices',
    title: 'What prices say',
    state: states.prices,
    why: 'If the low was balance, and a price rises as fast as scarcity, this much was covered.',
    facts: [G31, G32],
  },
  fibreBelieved: {
    id: 'fibre-believed',
    title: 'Fibre, as believed in 1998',
    state: states.fibreBelieved,
    why: `Assumed: ${duration(states.fibreBelieved.lead)} to lay it.`,
    facts: [E14],
  },
  fibreMeasured: {
    id: 'fibre-measured',
    title: 'Fibre, as measured',
    state: states.fibreMeasured,
    why: `Assumed: ${duration(states.fibreMeasured.lead)} to lay it.`,
    facts: [E15],
  },
} as const satisfies Record<string, NamedWorld>;
