import { duration, multiple } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import {
  BALANCED,
  doublingsAt,
  EDGE,
  LEVELS,
  levelName,
  type PhasePicture,
  type PhaseState,
} from './compute.ts';

export type Changed = { readonly [K in keyof PhaseState]: boolean };

/** Half a day: less than that rounds to no days at all. */
const NO_TIME = 0.5 / 365.25;

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
export function answer(picture: PhasePicture, changed: Changed): Part[] {
  const { state, scarcity, uncovered } = picture;
  const tone = changed.lead || changed.commit ? 'yours' : 'strong';
  const pace: Part[] = [
    'Where the lead time that nobody has committed to passes ',
    { text: 'a third', tone: 'strong' },
    ' of demand’s doubling time. With a doubling every ',
    { text: duration(state.doubling), tone: changed.doubling ? 'yours' : 'strong' },
    ' and ',
  ];
  if (isCovered(picture)) {
    return [
      ...pace,
      'the whole lead time of ',
      { text: duration(state.lead), tone },
      ' committed ahead, ',
      { text: 'nothing is short', tone: 'gap', result: 'scarcity', value: scarcity },
      ': well inside the edge.',
    ];
  }
  const left: Part[] = [...pace, { text: duration(uncovered), tone }, ' nobody has committed to, '];
  if (scarcity < BALANCED) {
    const next: Part = { text: 'next to nothing is short', tone: 'gap', result: 'scarcity', value: scarcity };
    return [...left, next, ': well inside the edge.'];
  }
  return [
    ...left,
    { text: multiple(scarcity), tone: 'gap', result: 'scarcity', value: scarcity },
    { text: ' as much is wanted as exists', tone: 'gap' },
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
  const left =
    uncovered < NO_TIME ? 'Nothing is left uncovered' : `Only ${duration(uncovered)} is left uncovered`;
  return `${left}, less than the map shows: the point rests on its lower frame.`;
}

/** The map in words, for those who don't see it. */
export function chartDescription(picture: PhasePicture): string {
  const lines = LEVELS.map(
    (level) => `${levelName(level)} where it is ${doublingsAt(level).toFixed(level === EDGE ? 2 : 0)}`,
  );
  return (
    'A map on two logarithmic axes. Demand’s doubling time runs from 5 years at the left to 1.5 months at the ' +
    'right; the lead time that nobody has committed to from 3 months at the foot to 7 years at the top. ' +
    `Parallel lines of equal scarcity fall to the right, by the uncovered lead time in doubling times: ${lines.join(', ')}. ` +
    `The point stands at a doubling every ${duration(picture.state.doubling)} and ` +
    `${isCovered(picture) ? 'nothing' : duration(picture.uncovered)} uncovered. The other places are in the table.`
  );
}
