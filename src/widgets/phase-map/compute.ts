import { decimal, multiple } from '#model/format.ts';
import { steadyScarcity } from '#model/law.ts';
import type { StateOf } from '#state/quantity.ts';
import { phaseMapSettings } from './settings.ts';

export type PhaseState = StateOf<typeof phaseMapSettings>;

/** Demand over supply at which capacity stops being bought the day it is needed: the edge of the commodity. */
export const EDGE = 1.25;

/** The lines on the map. */
export const LEVELS: readonly number[] = [EDGE, 2, 4, 16];

/** Under this a reader would see 1×: nothing is short. */
export const BALANCED = 1.005;

/** Both axes, in years: the ends of the world's sliders. */
export const RANGES = { doubling: phaseMapSettings.doubling, uncovered: phaseMapSettings.lead } as const;

/** A state of the world as a point on the map. */
export interface PhasePicture {
  readonly state: PhaseState;
  /** Years of lead time that nobody has committed to. */
  readonly uncovered: number;
  readonly scarcity: number;
  /** Less is uncovered than the map shows: the point rests on its lower frame. */
  readonly isBelow: boolean;
}

/** Sums and differences of years leave dust behind. */
const DUST = 1e-9;

export function compute(state: PhaseState): PhasePicture {
  const { doubling, lead, commit } = state;
  const uncovered = lead - commit;
  return {
    state,
    uncovered,
    scarcity: steadyScarcity({ doublingYears: doubling, leadYears: lead, commitYears: commit }),
    isBelow: uncovered < RANGES.uncovered.min - DUST,
  };
}

/** How many doublings of demand are uncovered on the line of a scarcity; the law, read backwards. */
export function doublingsAt(scarcity: number): number {
  return Math.log2(scarcity);
}

/** A line's number, to the hundredth: 1.25× is no 1.3×. */
export const levelName = (level: number): string => `${decimal(level, 2)}×`;

/** Beyond this a label on the map only says so. */
const MOST_ON_MAP = 1000;

export function onMap(scarcity: number): string {
  return scarcity > MOST_ON_MAP ? `>${multiple(MOST_ON_MAP)}` : multiple(scarcity);
}
