import { doublingEvidence, leadEvidence } from '#evidence/defaults.ts';
import type { ClientFact } from '#evidence/fact.ts';
import { type NamedWorld, namedWorlds as worlds } from '#evidence/worlds.ts';
import { steadyScarcity } from '#model/law.ts';
import { essayWorld } from '#state/world.ts';

interface PlaceWords {
  /** The name in full, and in lines for a small map. */
  readonly name: string;
  readonly short: readonly string[];
  /** What is said beside its scarcity on a large map; the first line goes on from "10.8×: ". */
  readonly said: readonly string[];
  /** Who says so, in a word or two. */
  readonly by: string;
}

/** A marked place on the map, and where it comes from. */
export interface Place extends PlaceWords {
  readonly id: string;
  readonly doubling: number;
  /** Years of lead time that nobody has committed to. */
  readonly uncovered: number;
  readonly scarcity: number;
  readonly why: string;
  readonly facts: readonly ClientFact[];
}

/** The sourced range around a place, in years. */
export interface SourcedRange {
  readonly doubling: readonly [number, number];
  readonly lead: readonly [number, number];
}

function placeOf({ id, state, why, facts }: NamedWorld, words: PlaceWords): Place {
  const { doubling, lead, commit } = { ...essayWorld, ...state };
  const scarcity = steadyScarcity({ doublingYears: doubling, leadYears: lead, commitYears: commit });
  return { ...words, id, doubling, uncovered: lead - commit, scarcity, why, facts };
}

/** The essay's own place, where the point rests until somebody moves it. */
export const essayPlace = placeOf(worlds.essay, {
  name: 'AI compute now',
  short: ['AI now'],
  said: ['doubles every 7 months', '(Epoch AI), sites take 1–3.6 years'],
  by: 'Epoch AI',
});

export const believed = placeOf(worlds.fibreBelieved, {
  name: 'Fibre, as believed',
  short: ['fibre, as', 'believed'],
  said: ['said in 1998 to double in 100 days;', '1½ years to lay is assumed'],
  by: 'US 1998',
});

export const measured = placeOf(worlds.fibreMeasured, {
  name: 'Fibre, as measured',
  short: ['as measured'],
  said: ['doubled yearly (Odlyzko)'],
  by: 'Odlyzko',
});

const cloud = placeOf(worlds.cloud, {
  name: 'Cloud before AI',
  short: ['cloud', 'before AI'],
  said: ['doubled in 4 years', '(Synergy); a year to', 'build is assumed'],
  by: 'Synergy',
});

const lab = placeOf(worlds.lab, {
  name: 'One lab’s run-rate',
  short: ['one lab'],
  said: ['55 days; not all demand'],
  by: 'AI Digest',
});

const prices = placeOf(worlds.prices, {
  name: 'What prices say',
  short: ['prices say'],
  said: ['if their low was balance'],
  by: 'prices',
});

/** Every marked place, in the order in which they are read. */
export const places: readonly Place[] = [cloud, essayPlace, prices, lab, believed, measured];

/** The same, those with the least room around them first. */
export const tightestFirst: readonly Place[] = [essayPlace, lab, cloud, believed, measured, prices];

function rangeOf({ marks, value }: typeof doublingEvidence): readonly [number, number] {
  const mark = marks.find((each) => each.value === value);
  return [mark?.low ?? value, mark?.high ?? value];
}

/** What the sources of the essay's place allow. */
export const essayRange: SourcedRange = {
  doubling: rangeOf(doublingEvidence),
  lead: rangeOf(leadEvidence),
};
