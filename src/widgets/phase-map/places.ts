import * as E14 from 'virtual:figure/E14';
import { doublingEvidence, leadEvidence } from '#evidence/defaults.ts';
import * as states from '#evidence/world-states.ts';
import type { namedWorlds } from '#evidence/worlds.ts';
import { decimal, duration } from '#model/format.ts';
import { steadyScarcity } from '#model/law.ts';
import { DAYS_PER_YEAR } from '#model/units.ts';
import { essayWorld } from '#state/world.ts';

/** Where a place is. */
interface Clocks {
  readonly doubling: number;
  /** Years of lead time that nobody has committed to. */
  readonly uncovered: number;
}

/** A marked place on the map. What it is from opens later, from the world of this id. */
export interface Place extends Clocks {
  readonly id: keyof typeof namedWorlds;
  readonly scarcity: number;
  /** The name in full, and in lines for a small map. */
  readonly name: string;
  readonly short: readonly string[];
  /** What is said beside its scarcity on a large map; the first line goes on from "10.8×: ". */
  readonly said: readonly string[];
  /** Who says so, in a word or two. */
  readonly by: string;
}

/** The sourced range around a place, in years. */
interface SourcedRange {
  readonly doubling: readonly [number, number];
  readonly lead: readonly [number, number];
}

interface Words extends Pick<Place, 'name' | 'short' | 'by'> {
  readonly says: (clocks: Clocks) => readonly string[];
}

function placeOf(id: Place['id'], state: states.WorldState, { says, ...words }: Words): Place {
  const { doubling, lead, commit } = { ...essayWorld, ...state };
  const clocks = { doubling, uncovered: lead - commit };
  const scarcity = steadyScarcity({ doublingYears: doubling, leadYears: lead, commitYears: commit });
  return { ...words, ...clocks, id, scarcity, said: says(clocks) };
}

function rangeOf({ marks, value }: typeof doublingEvidence): readonly [number, number] {
  const mark = marks.find((each) => each.value === value);
  return [mark?.low ?? value, mark?.high ?? value];
}

/** What the sources of the essay's place allow. */
export const essayRange: SourcedRange = {
  doubling: rangeOf(doublingEvidence),
  lead: rangeOf(leadEvidence),
};

const [shortest, longest] = essayRange.lead;
/** As the source has it, where `duration` would count months. */
const inDays = (years: number) => `${decimal(years * DAYS_PER_YEAR, 0)} days`;

/** The essay's own place, where the point rests until somebody moves it. */
export const essayPlace = placeOf('essay', states.essay, {
  name: 'AI compute now',
  short: ['AI now'],
  says: ({ doubling }) => [
    `doubles every ${duration(doubling)}`,
    `(Epoch AI), sites take ${decimal(shortest, 1)}–${duration(longest)}`,
  ],
  by: 'Epoch AI',
});

export const believed = placeOf('fibreBelieved', states.fibreBelieved, {
  name: 'Fibre, as believed',
  short: ['fibre, as', 'believed'],
  says: ({ doubling, uncovered }) => [
    `said in ${E14.asOf.slice(0, 4)} to double in ${inDays(doubling)};`,
    `${duration(uncovered)} to lay is assumed`,
  ],
  by: `US ${E14.asOf.slice(0, 4)}`,
});

export const measured = placeOf('fibreMeasured', states.fibreMeasured, {
  name: 'Fibre, as measured',
  short: ['measured'],
  says: ({ doubling }) => [`doubled in ${duration(doubling)} (Odlyzko)`],
  by: 'Odlyzko',
});

const cloud = placeOf('cloud', states.cloud, {
  name: 'Cloud before AI',
  short: ['cloud', 'before AI'],
  says: ({ doubling, uncovered }) => [
    `doubled in ${duration(doubling)}`,
    `(Synergy); ${duration(uncovered)} to`,
    'build is assumed',
  ],
  by: 'Synergy',
});

const lab = placeOf('lab', states.lab, {
  name: 'One lab’s run-rate',
  short: ['one lab'],
  says: ({ doubling }) => [`${inDays(doubling)}; not all demand`],
  by: 'AI Digest',
});

const prices = placeOf('prices', states.prices, {
  name: 'What prices say',
  short: ['prices say'],
  says: () => ['if their low was balance'],
  by: 'prices',
});

/** Every marked place, in the order in which they are read. */
export const places: readonly Place[] = [cloud, essayPlace, prices, lab, believed, measured];

/** The same, those with the least room around them first. */
export const tightestFirst: readonly Place[] = [essayPlace, lab, cloud, believed, measured, prices];
