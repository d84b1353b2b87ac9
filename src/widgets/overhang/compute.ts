import { A08 } from 'virtual:figures';
import { absorbOverhang } from '#model/overhang.ts';
import type { StateOf } from '#state/quantity.ts';
import { ownerWith } from './owners.ts';
import type { overhangSettings } from './settings.ts';

export type OverhangState = StateOf<typeof overhangSettings>;

/** Capacity the tenant leaves behind at either owner, in GW: the ceiling of the deal that the essay is about. */
export const FREED_GW = A08.value;

/** Years that the picture shows, and over which what stands idle is counted. */
export const HORIZON_YEARS = 5;

/** One owner after the stop. Capacities in GW. */
export interface Owned {
  readonly key: 'share' | 'beside';
  readonly share: number;
  /** None for a share that is nobody's. */
  readonly name: string | undefined;
  readonly tenant: string | undefined;
  /** What the other customers rented before the stop. */
  readonly others: number;
  /** What they still rent after it. */
  readonly kept: number;
  /** What stands empty on the day of the stop. */
  readonly freed: number;
  /** Of that, what others can use. */
  readonly suitable: number;
  /** What suits nobody else. */
  readonly never: number;
  /** Until others rent all that suits them; null where nothing does. */
  readonly years: number | null;
  /** Over the picture's years. */
  readonly idleGwYears: number;
  readonly doublingYears: number;
}

export interface OverhangPicture {
  readonly state: OverhangState;
  readonly owners: readonly [Owned, Owned];
}

export function compute(state: OverhangState): OverhangPicture {
  return { state, owners: [ownedBy('share', state), ownedBy('beside', state)] };
}

function ownedBy(key: Owned['key'], state: OverhangState): Owned {
  const share = state[key];
  const stopped = state.stop === 'market' ? state.shared : 0;
  const others = (FREED_GW * (1 - share)) / share;
  const kept = others * (1 - stopped);
  const freed = FREED_GW + others - kept;
  // Whatever an ordinary customer leaves suits the next one.
  const suitable = state.suits * FREED_GW + others - kept;
  const { years, neverAbsorbed } = absorbOverhang({
    freed,
    otherDemand: kept,
    otherDoublingYears: state.others,
    fungibleShare: Math.min(1, suitable / freed),
  });
  const owner = ownerWith(share);
  const owned = {
    key,
    share,
    name: owner?.name,
    tenant: owner?.tenant,
    others,
    kept,
    freed,
    suitable,
    never: neverAbsorbed,
    years: suitable > 0 ? years : null,
    doublingYears: state.others,
  };
  return { ...owned, idleGwYears: idleOver(owned, HORIZON_YEARS) };
}

/** Whether two states of an owner are drawn alike. */
export function isAlike(one: Owned, other: Owned): boolean {
  return (['others', 'kept', 'suitable', 'doublingYears'] as const).every((key) => one[key] === other[key]);
}

type Growing = Pick<Owned, 'kept' | 'freed' | 'suitable' | 'years' | 'doublingYears'>;

/** What others have taken over after so many years, in GW. */
export function reletAt({ kept, suitable, doublingYears }: Growing, years: number): number {
  return Math.min(suitable, kept * (2 ** (years / doublingYears) - 1));
}

export function idleAt(owned: Growing, years: number): number {
  return owned.freed - reletAt(owned, years);
}

/** GW-years that stand idle from the stop on: the growth of the others, integrated in closed form. */
function idleOver({ kept, freed, suitable, years, doublingYears }: Growing, horizon: number): number {
  const growing = Math.min(years ?? 0, horizon);
  const rate = Math.LN2 / doublingYears;
  const relet = (kept * Math.expm1(rate * growing)) / rate - kept * growing + suitable * (horizon - growing);
  return freed * horizon - relet;
}

/** The share at which other customers rent this much beside the tenant's capacity. */
export function shareBeside(others: number): number {
  return FREED_GW / (FREED_GW + Math.max(0, others));
}

/** The doubling time at which all that suits others is taken over after so many years; null where nothing does. */
export function doublingFor({ kept, suitable }: Growing, years: number): number | null {
  return suitable > 0 ? years / Math.log2(1 + suitable / kept) : null;
}
