import { decimal, duration, multiple } from '#model/format.ts';
import { steadyScarcity } from '#model/law.ts';
import type { StateOf } from '#state/quantity.ts';
import type { DataTable } from '../data-table.ts';
import { places } from './places.ts';
import { phaseMapSettings } from './settings.ts';

export type PhaseState = StateOf<typeof phaseMapSettings>;

/** Demand over supply at which capacity stops being bought the day it is needed: the edge of the commodity. */
export const EDGE = 1.25;

/** The lines on the map. */
export const LEVELS: readonly number[] = [EDGE, 2, 4, 16];

/** Under this a reader would see 1×: nothing is short. */
export const BALANCED = 1.005;

/** Both axes, in years: the ends of the world's sliders. */
export const RANGES = {
  doubling: { min: phaseMapSettings.doubling.min, max: phaseMapSettings.doubling.max },
  uncovered: { min: phaseMapSettings.lead.min, max: phaseMapSettings.lead.max },
} as const;

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

const YOURS = 'yours';

/** Everything that is marked on the map: the places and, where it is another, the reader's point. */
export function tableOf(picture: PhasePicture, isYours: boolean): DataTable {
  const marked = places.map(({ name, doubling, uncovered, scarcity, facts }) => ({
    place: name,
    doubling,
    uncovered,
    scarcity,
    source: [...new Set(facts.map(({ source }) => source.publisher))].join('; '),
  }));
  const { state, uncovered, scarcity } = picture;
  const own = { place: 'You', doubling: state.doubling, uncovered, scarcity, source: YOURS };
  return {
    caption: 'What is marked on the map: scarcity is two to the uncovered lead time over the doubling time',
    columns: [
      { key: 'place', label: 'place', unit: '', format: String },
      { key: 'doubling', label: 'doubles every', unit: 'years', format: duration },
      { key: 'uncovered', label: 'uncovered', unit: 'years', format: duration },
      { key: 'scarcity', label: 'demand ÷ supply', unit: 'ratio', format: multiple },
      { key: 'source', label: 'source', unit: '', format: String },
    ],
    rows: isYours ? [own, ...marked] : marked,
  };
}
