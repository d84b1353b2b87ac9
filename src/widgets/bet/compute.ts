import { breakEvenBelief } from '#model/bet.ts';
import { decimal } from '#model/format.ts';
import type { StateOf } from '#state/quantity.ts';
import { fibreResale } from './evidence.ts';
import type { betSettings } from './settings.ts';

export type BetState = StateOf<typeof betSettings>;

/** All money is in dollars for capacity that costs this much when it is committed to. */
export const COST = 100;

const HALF_A_CENT = 0.005;

/** Where the two lines cross: somewhere between the ends, or not at all. */
export type Crossing = 'inside' | 'always-commit' | 'always-wait' | 'no-difference';

/** Expected costs, in dollars, of a belief. */
export interface Costs {
  readonly commit: number;
  readonly wait: number;
}

export interface BetPicture {
  readonly state: BetState;
  /** Lost by whoever committed, if growth stops. */
  readonly idle: number;
  /** Lost by whoever waited, if growth goes on. */
  readonly short: number;
  readonly crossing: Crossing;
  /** The belief above which committing is cheaper; null where both cost nothing. */
  readonly breakEven: number | null;
  /** At the reader's belief. */
  readonly costs: Costs;
}

/** Differences of shares leave dust behind. */
const withoutDust = (dollars: number) => Math.round(dollars * 1e9) / 1e9;

/** What is lost is money, and less than half a cent of it is none; what is computed from it stays exact. */
const isMoney = (dollars: number) => dollars >= HALF_A_CENT;

function crossingOf(idle: number, short: number): Crossing {
  if (isMoney(idle)) return isMoney(short) ? 'inside' : 'always-wait';
  return isMoney(short) ? 'always-commit' : 'no-difference';
}

const AT_THE_ENDS = { 'always-commit': 0, 'always-wait': 1, 'no-difference': null } as const;

export function compute(state: BetState): BetPicture {
  const idle = withoutDust(COST * (1 - state.resale));
  const short = withoutDust(COST * (state.price - 1));
  const crossing = crossingOf(idle, short);
  return {
    state,
    idle,
    short,
    crossing,
    breakEven:
      crossing === 'inside'
        ? breakEvenBelief({ cost: COST, resale: COST - idle, worth: COST + short })
        : AT_THE_ENDS[crossing],
    costs: costsAt({ idle, short }, state.belief),
  };
}

/** What each choice is expected to cost at a belief from 0 to 1. */
export function costsAt({ idle, short }: Pick<BetPicture, 'idle' | 'short'>, belief: number): Costs {
  return { commit: (1 - belief) * idle, wait: belief * short };
}

/** The same bet, had idle capacity re-let like fibre after its boom. */
export function likeFibre({ state }: BetPicture): BetPicture {
  return compute({ ...state, resale: fibreResale });
}

/** "$50", and cents only where there are some. */
export function dollars(amount: number): string {
  const rounded = Math.round(amount * 100) / 100;
  return `$${Number.isInteger(rounded) ? decimal(rounded, 0) : rounded.toFixed(2)}`;
}

/** The choice that is expected to cost less; null where they cost the same to the cent. */
export function cheaperOf({ commit, wait }: Costs): 'commit' | 'wait' | null {
  if (Math.abs(commit - wait) < HALF_A_CENT) return null;
  return commit < wait ? 'commit' : 'wait';
}
