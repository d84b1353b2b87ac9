import { multiple, percent } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import { type BetPicture, cheaperOf, dollars, likeFibre } from './compute.ts';
import { fibreResale } from './evidence.ts';

export type Changed = { readonly [K in keyof BetPicture['state']]: boolean };

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DENOMINATORS = [2, 3, 4, 5, 10];
/** Half a per cent: a chance this near to a simple one is called that. */
const NEAR = 0.005;

/** "an even chance", "one chance in three", and where it is none of those "a 46% chance". */
export function chance(belief: number): string {
  for (const denominator of DENOMINATORS) {
    const numerator = Math.round(belief * denominator);
    if (numerator < 1 || numerator >= denominator) continue;
    if (Math.abs(belief - numerator / denominator) > NEAR) continue;
    if (denominator === 2) return 'an even chance';
    return `${NUMBERS[numerator]} chance${numerator === 1 ? '' : 's'} in ${NUMBERS[denominator]}`;
  }
  const text = percent(belief);
  return `${/^(8|11|18)(\D|$)/.test(text) ? 'an' : 'a'} ${text} chance`;
}

const lost = (amount: number, tone: 'supply' | 'gap'): Part => ({ text: dollars(amount), tone });

/** The answer: how sure one has to be, why, and what follows for the reader. */
export function answer(picture: BetPicture, changed: Changed): Part[] {
  const { idle, short, crossing, breakEven } = picture;
  if (crossing === 'no-difference')
    return [
      { text: 'It makes no difference', tone: 'strong' },
      ': what stands idle re-lets at all it cost, and the day price is no higher. Neither choice loses anything.',
    ];
  if (crossing === 'always-commit')
    return [
      'Committing pays, ',
      { text: 'whatever you believe', tone: 'strong', result: 'break-even', value: breakEven ?? 0 },
      ': idle capacity re-lets at all it cost, so nothing is lost if growth stops, and waiting costs ',
      lost(short, 'gap'),
      ' for every $100 of capacity if it goes on.',
    ];
  if (crossing === 'always-wait')
    return [
      'Waiting pays, ',
      { text: 'whatever you believe', tone: 'strong', result: 'break-even', value: breakEven ?? 1 },
      ': on the day it costs no more than committing does, so nothing is gained by signing early, and ',
      lost(idle, 'supply'),
      ' of every $100 is lost if growth stops.',
    ];
  return [
    'Committing pays if growth has more than ',
    { text: chance(breakEven ?? 0), tone: 'strong', result: 'break-even', value: breakEven ?? 0 },
    '. Of every $100 of capacity, idling loses ',
    lost(idle, 'supply'),
    ' and being short ',
    lost(short, 'gap'),
    '. ',
    ...atYourBelief(picture, changed),
  ];
}

function atYourBelief({ state, costs }: BetPicture, changed: Changed): Part[] {
  const belief: Part = {
    text: percent(state.belief),
    tone: changed.belief ? 'yours' : 'strong',
    setting: 'belief',
  };
  const cheaper = cheaperOf(costs);
  if (cheaper === null) return ['At ', belief, ' the two cost the same.'];
  const more = dollars(Math.abs(costs.commit - costs.wait));
  return ['At ', belief, `, ${cheaper === 'commit' ? 'waiting' : 'committing'} costs ${more} more.`];
}

/** The line under the picture. */
export function caption(picture: BetPicture, essay: BetPicture, differs: boolean): string {
  if (!differs)
    return `Dashed: the same bet if idle capacity re-let like bandwidth across the Atlantic, which kept ${percent(fibreResale)} of its price from 1999 to 2001. It breaks even at ${percent(likeFibre(picture).breakEven ?? 0)}.`;
  return `Dashed: the essay’s own bet, which breaks even at ${percent(essay.breakEven ?? 0)}.`;
}

/** The picture in words, for those who don’t see it. */
export function chartDescription({ state, idle, short, crossing, breakEven }: BetPicture): string {
  const meet = {
    inside: `They cross at a chance of ${percent(breakEven ?? 0)}: below it waiting is cheaper, above it committing.`,
    'always-commit':
      'Committing costs nothing in either future, so the lines meet only where growth is sure to stop.',
    'always-wait':
      'Waiting costs nothing in either future, so the lines meet only where growth is sure to go on.',
    'no-difference': 'Both lie on the axis.',
  }[crossing];
  return (
    'A table of four outcomes over two lines. Who commits loses ' +
    `${dollars(idle)} of every $100 if growth stops, since it re-lets at ${percent(state.resale)} of cost, and nothing if it goes on. ` +
    `Who waits loses nothing if growth stops, and ${dollars(short)} if it goes on, buying at ${multiple(state.price)}. ` +
    'Below, by the chance that growth goes on from 0% to 100%, the expected cost of committing falls from ' +
    `${dollars(idle)} to nothing and that of waiting rises from nothing to ${dollars(short)}. ${meet}`
  );
}
