import type { PlacedBlock } from './blocks.ts';
import type { Frame } from './frame.ts';
import { type Ground, groundAt, marksOf } from './ground.ts';
import { levelsIn, placesIn } from './names.ts';
import { tightestFirst } from './places.ts';
import { BEYOND, INSIDE, regionsIn } from './regions.ts';

/** The map before anybody stands on it: computed once a size. */
export interface PhaseMap extends Ground {
  /** Where words go while nothing is in their way. */
  readonly words: {
    readonly levels: readonly PlacedBlock[];
    readonly places: readonly PlacedBlock[];
    readonly regions: readonly PlacedBlock[];
  };
}

export function mapAt(frame: Frame): PhaseMap {
  const ground = groundAt(frame);
  const named = placesIn(ground, [], tightestFirst);
  const taken = [...marksOf(ground), ...named.map(({ box }) => box)];
  // Where there is little room, what the map is about comes before what lies beyond.
  const commodity = regionsIn(ground, taken, INSIDE);
  taken.push(...commodity.map(({ box }) => box));
  const levels = levelsIn(ground, taken);
  taken.push(...levels.map(({ box }) => box));
  const beyond = regionsIn(ground, taken, BEYOND);
  return { ...ground, words: { levels, places: named, regions: [...commodity, ...beyond] } };
}
