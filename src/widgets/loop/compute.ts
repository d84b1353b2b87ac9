import { value as billionsPerGigawatt } from 'virtual:figure/G10';
import { range } from 'd3';
import type { DrawnDeal } from '#evidence/deal.ts';
import { type LoopBooks, loopBooks, yearsOfGrowth } from '#model/loop.ts';
import type { StateOf } from '#state/quantity.ts';
import { dealOf, type loopSettings } from './settings.ts';

export type LoopState = StateOf<typeof loopSettings>;

/** A deal at a state, over its whole term. Money in billions of US dollars, capacity in gigawatts. */
export interface LoopPicture extends LoopBooks {
  readonly state: LoopState;
  readonly deal: DrawnDeal;
  readonly years: number;
  /** What the vendor has put into the tenant, what of its "up to" comes, and both. */
  readonly placed: number;
  readonly contingent: number;
  readonly own: number;
  /** What a third party's money may come to on its way round; it is drawn, and counts as nobody's promise. */
  readonly routed: number;
  readonly committed: number;
  /** The smallest share of the promise that the vendor's money can pay: what is placed. */
  readonly placedShare: number;
  /** For how many years of even spending what is placed could pay everything. */
  readonly placedLasts: number;
  /** What customers pay the tenant, and what of it is left for this contract. */
  readonly customers: number;
  readonly left: number;
  /** What others must bring, what of it customers bring, and what nobody brings. */
  readonly needed: number;
  readonly brought: number;
  readonly missing: number;
  /** What the vendor receives, its own money included. */
  readonly paid: number;
  /** What the vendor spends on building, all and for what has a date; 0 where it sells what others build with. */
  readonly building: number;
  readonly buildingDated: number;
  /** What the vendor must take from its other business to build and invest. */
  readonly elsewhere: number;
  /** Capacity at most, 0 where the deal names none; what of it arrives, and what of that has a date. */
  readonly ceiling: number;
  readonly arrives: number;
  readonly dated: number;
}

export function compute(state: LoopState): LoopPicture {
  const deal = dealOf(state.deal);
  const { years, committed, placed, gigawatts } = deal;
  const contingent = deal.contingent * state.contingent;
  const own = placed + contingent;
  const customers = state.revenue * yearsOfGrowth(state.growth, years);
  const left = customers * state.share;
  const needed = Math.max(0, committed - own);
  const brought = Math.min(needed, left);
  const paid = Math.min(committed, own + left);
  const arrives = gigawatts * state.arrives;
  const dated = Math.min(arrives, deal.dated?.[0] ?? 0);
  const perGigawatt = deal.isEquipment ? 0 : billionsPerGigawatt;
  const building = arrives * perGigawatt;
  return {
    ...loopBooks({
      invested: own,
      committed,
      termYears: years,
      outsideRevenue: state.revenue,
      outsideGrowth: state.growth,
      outsideShare: state.share,
    }),
    state,
    deal,
    years,
    placed,
    contingent,
    own,
    routed: deal.route?.[1] ?? 0,
    committed,
    placedShare: Math.min(1, placed / committed),
    placedLasts: Math.min(years, (placed * years) / committed),
    customers,
    left,
    needed,
    brought,
    missing: needed - brought,
    paid,
    building,
    buildingDated: dated * perGigawatt,
    elsewhere: Math.max(0, own + building - paid),
    ceiling: gigawatts,
    arrives,
    dated,
  };
}

const SAMPLES = 24;

/** What the whole term would bring at each moment's pace, from its start to its end: as an area, what it does bring. */
export function pacesOf({ state, years }: LoopPicture, growth = state.growth): number[] {
  return range(SAMPLES + 1).map(
    (sample) => state.revenue * years * (1 + growth) ** ((sample / SAMPLES) * years),
  );
}
