import type { PlacedBlock } from './blocks.ts';
import type { Frame } from './frame.ts';
import { type Ground, groundAt, marksOf } from './ground.ts';
import { levelsIn, placesIn } from './names.ts';
import { tightestFirst } from './places.ts';
import { regionsIn } from './regions.ts';

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
  const levels = levelsIn(
    ground,
    named.map(({ box }) => box),
  );
  const regions = regionsIn(ground, [...marksOf(ground), ...[...named, ...levels].map(({ box }) => box)]);
  return { ...ground, words: { levels, places: named, regions } };
}
