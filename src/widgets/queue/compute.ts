import { range } from 'd3';
import { rung } from '#chart/axes.ts';
import { lawYear } from '#model/law.ts';
import { impliedScarcity } from '#model/price.ts';
import { queueDelivery } from '#model/queue.ts';
import { clamp, type StateOf } from '#state/quantity.ts';
import { HORIZON_YEARS, NEED_YEAR, type queueSettings } from './settings.ts';

export type QueueState = StateOf<typeof queueSettings>;

/** Most dots in the line; where more would stand in it, each stands for 2, 4, 8 … */
const MOST_DOTS = 41;
/** The depths of the picture below the day of need, in years. */
const DEPTHS = [2.5, 4, HORIZON_YEARS - NEED_YEAR];
/** Turns are computed for a grid of signing dates and are straight between them. */
const STEPS_A_YEAR = 8;

/** When the line has come to somebody who signed so many years before the need; null beyond the horizon. */
type Turn = (advance: number) => number | null;

/** A slot in the line, which one dot and one cell share. */
export interface Slot {
  /** 0–1 from the front of the line to its end. */
  readonly at: number;
  /** Who asks: somebody served by now, ahead of you, or behind you. */
  readonly who: 'served' | 'ahead' | 'behind';
  /** What is built for it: 1 runs, 0 was ordered today, null is not yet ordered. */
  readonly built: number | null;
}

export interface QueuePicture {
  readonly state: QueueState;
  /** All that was asked for before you, in multiples of what ran when demand sped up; and if you signed on the day. */
  readonly place: number;
  readonly placeOnDay: number;
  /** Years from need to turn, by the simulation; null where the turn does not come within the horizon. */
  readonly wait: number | null;
  readonly waitOnDay: number | null;
  /** Years from turn to need, for whoever signed earlier than was of use. */
  readonly early: number;
  /** The wait by the law, whether or not it holds yet; and from which year on it does. */
  readonly byLaw: number;
  readonly lawHolds: boolean;
  readonly lawYear: number;
  /** The price of capacity on the day of need, in multiples of the price in balance. */
  readonly price: number;
  /** What one dot asks for, in multiples of what ran when demand sped up. */
  readonly dot: number;
  readonly slots: readonly Slot[];
  /** Your own slot's cell. */
  readonly built: number | null;
  readonly lateAt: Turn;
  /** Years below the day of need that the picture shows. */
  readonly depth: number;
}

const lawOf = ({ doubling, lead, commit }: QueueState) => ({
  doublingYears: doubling,
  leadYears: lead,
  commitYears: commit,
});

function delivery(state: QueueState, you: number, needYear = NEED_YEAR) {
  return queueDelivery({
    ...lawOf(state),
    needYear,
    yourAdvanceYears: you,
    othersAdvanceYears: state.others,
    horizonYears: HORIZON_YEARS,
  });
}

/** Your turn, though you may not need it yet: the same place in the line for somebody who needs it from the start. */
function turnOf(state: QueueState, you: number): number | null {
  return delivery(state, you - NEED_YEAR, 0).servedYear;
}

/** How far along the line somebody stands who signed so long before the need: 1 is its end, on the day itself. */
export const alongOf = (advance: number, doubling: number): number => 2 ** (-advance / doubling);

/** And back, held to the time since demand sped up. */
export function advanceAt(along: number, doubling: number): number {
  return along <= 0 ? NEED_YEAR : clamp(-doubling * Math.log2(along), 0, NEED_YEAR);
}

function turnsOf(state: QueueState): Turn {
  // Others may have signed before demand sped up: the front of the line is older than any place you can have.
  const last = Math.ceil((NEED_YEAR + state.others) * STEPS_A_YEAR);
  const turns = range(last + 1).map((step) => turnOf(state, step / STEPS_A_YEAR));
  return (advance) => {
    const step = clamp(advance * STEPS_A_YEAR, 0, last);
    const from = turns[Math.floor(step)] ?? null;
    const to = turns[Math.ceil(step)] ?? null;
    return from === null || to === null ? null : from + (to - from) * (step - Math.floor(step));
  };
}

/** Everything about a state that the line draws or says. */
export function compute(state: QueueState): QueuePicture {
  const { doubling, lead, commit, you, others, after, elasticity } = state;
  const { waitYears: wait, servedYear, dayPrice } = delivery(state, you);
  const turn = turnOf(state, you);
  const turnAt = turnsOf(state);
  const demandAt = (year: number) => 2 ** (year / doubling);
  const placeOnDay = demandAt(NEED_YEAR + others);
  const dot = 2 ** Math.ceil(Math.log2(placeOnDay / MOST_DOTS));
  const now = NEED_YEAR + after;
  const along = alongOf(you, doubling);
  const holdsFrom = lawYear(lawOf(state));

  const builtFor = (comes: number | null) => {
    if (comes === null || comes > now + lead) return null;
    return clamp(1 - (comes - now) / lead, 0, 1);
  };
  const slots = range(Math.round(placeOnDay / dot)).map((index): Slot => {
    const at = ((index + 0.5) * dot) / placeOnDay;
    const built = builtFor(turnAt(-doubling * Math.log2(at)));
    return { at, who: built === 1 ? 'served' : at < along ? 'ahead' : 'behind', built };
  });
  const waitOnDay = delivery(state, 0).waitYears;

  return {
    state,
    place: demandAt(NEED_YEAR - you + others),
    placeOnDay,
    wait,
    waitOnDay,
    early: turn === null ? 0 : Math.max(0, NEED_YEAR - turn),
    byLaw: lead - commit + others - you,
    lawHolds: servedYear !== null && servedYear >= holdsFrom,
    lawYear: holdsFrom,
    price: impliedScarcity({ priceRatio: dayPrice, elasticity: 1 / elasticity }),
    dot,
    slots,
    built: builtFor(turn),
    lateAt: (advance) => {
      const comes = turnAt(advance);
      return comes === null ? null : Math.max(0, comes - NEED_YEAR);
    },
    depth: rung(DEPTHS, waitOnDay ?? Infinity),
  };
}
