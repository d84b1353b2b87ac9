import { overbuildIfGrowthStops, steadyScarcity } from '#model/law.ts';
import type { StateOf } from '#state/quantity.ts';
import type { splitSettings } from './settings.ts';

export type SplitState = StateOf<typeof splitSettings>;

/** Under this a reader would see 1×. */
export const BALANCED = 1.005;

/** A product under this leaves neither side much to lose: the edge of the commodity in the essay's map. */
export const HARMLESS = 1.25;

/** A piece of the ruler between two cuts, in doublings from its left end. Their factors multiply to the product. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isCovered: boolean;
  readonly factor: number;
}

export interface SplitPicture {
  readonly state: SplitState;
  /** In one lead time, and how many of them were committed to. */
  readonly doublings: number;
  readonly covered: number;
  readonly scarcity: number;
  readonly overbuild: number;
  readonly product: number;
  /** The ruler, cut at every doubling and where commitment ends. */
  readonly pieces: readonly Piece[];
}

/** Quotients of years leave dust behind; a piece no longer than that is none. */
const DUST = 1e-9;

export function compute(state: SplitState): SplitPicture {
  const { doubling, lead, commit } = state;
  const law = { doublingYears: doubling, leadYears: lead, commitYears: commit };
  const doublings = lead / doubling;
  const covered = commit / doubling;
  return {
    state,
    doublings,
    covered,
    scarcity: steadyScarcity(law),
    overbuild: overbuildIfGrowthStops(law),
    product: steadyScarcity({ ...law, commitYears: 0 }),
    pieces: piecesOf(doublings, covered),
  };
}

function piecesOf(doublings: number, covered: number): Piece[] {
  const whole = Array.from({ length: Math.ceil(doublings) }, (_, index) => index);
  const cuts = [...whole, covered, doublings].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? 0;
    return to - from < DUST ? [] : [{ from, to, isCovered: to <= covered, factor: 2 ** (to - from) }];
  });
}
