import { decimal, duration, multiple } from '#model/format.ts';
import { NO_TIME } from '#model/units.ts';
import type { Part } from '../sentence.ts';
import {
  BALANCED,
  doublingsAt,
  EDGE,
  LEVELS,
  levelName,
  type PhasePicture,
  type PhaseState,
  RANGES,
} from './compute.ts';

/** Whether the reader has set this otherwise than the essay. */
export type IsChanged = (key: keyof PhaseState) => boolean;

const isCovered = ({ uncovered }: PhasePicture) => uncovered < NO_TIME;

/** How far from the edge, in words. */
function standing(scarcity: number): string {
  if (scarcity < 1.15) return 'well inside the edge';
  if (scarcity < EDGE) return 'just inside the edge';
  if (scarcity < 1.5) return 'just past the edge';
  if (scarcity < 4) return 'past the edge';
  return 'far past the edge';
}

/** The answer: where the edge is, and where the reader stands. */
export function answer(picture: PhasePicture, isChanged: IsChanged): Part[] {
  const { state, scarcity, uncovered } = picture;
  const tone = isChanged('lead') || isChanged('commit') ? 'yours' : 'strong';
  const result = (text: string): Part => ({ text, tone: 'gap', result: 'scarcity', value: scarcity });
  return [
    'Where the lead time that nobody has committed to passes ',
    { text: 'a third', tone: 'strong' },
    ' of demand’s doubling time. With a doubling every ',
    { text: duration(state.doubling), tone: isChanged('doubling') ? 'yours' : 'strong' },
    ...(isCovered(picture)
      ? [' and the whole lead time of ', { text: duration(state.lead), tone } as const, ' committed ahead, ']
      : [' and ', { text: duration(uncovered), tone } as const, ' nobody has committed to, ']),
    ...(scarcity < BALANCED
      ? [result(isCovered(picture) ? 'nothing is short' : 'next to nothing is short')]
      : [result(multiple(scarcity)), { text: ' as much is wanted as exists', tone: 'gap' } as const]),
    `: ${standing(scarcity)}.`,
  ];
}

/** What stands beside the point, after its scarcity: "15 months, 6 months uncovered". */
export function beside(picture: PhasePicture): string {
  const { state, uncovered } = picture;
  return `${duration(state.doubling)}, ${isCovered(picture) ? 'nothing' : duration(uncovered)} uncovered`;
}

/** The line under the map. */
export function caption({ isBelow, uncovered }: PhasePicture): string {
  if (!isBelow) return 'Up and to the right is scarcer. Along a line it is the same, in calm and in boom.';
  const left = uncovered < NO_TIME ? 'Nothing' : `Only ${duration(uncovered)}`;
  return `${left} is left uncovered, less than the map shows: the point rests on its lower frame.`;
}

/** The map in words, for those who don't see it. */
export function chartDescription(picture: PhasePicture): string {
  const { doubling, uncovered } = RANGES;
  const lines = LEVELS.map((level) => `${levelName(level)} where it is ${decimal(doublingsAt(level), 2)}`);
  return (
    `A map on two logarithmic axes. Demand’s doubling time runs from ${duration(doubling.max)} at the left to ` +
    `${duration(doubling.min)} at the right; the lead time that nobody has committed to from ` +
    `${duration(uncovered.min)} at the foot to ${duration(uncovered.max)} at the top. ` +
    `Parallel lines of equal scarcity fall to the right, by the uncovered lead time in doubling times: ${lines.join(', ')}. ` +
    `The point stands at ${beside(picture)}. The other places are in the table.`
  );
}
