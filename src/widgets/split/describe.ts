import { decimal, doublingsOf, duration, multiple, powerOfTen } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import { BALANCED, HARMLESS, type SplitPicture, type SplitState } from './compute.ts';

/** Whether the reader has set this otherwise than the essay. */
export type IsChanged = (key: keyof SplitState) => boolean;

/** The answer, to be quoted: both sides, and what they come to. */
export function answer(picture: SplitPicture, isChanged: IsChanged): Part[] {
  const { state, scarcity, overbuild, product } = picture;
  const short = (text: string): Part => ({ text, tone: 'gap', result: 'scarcity', value: scarcity });
  const glut = (text: string): Part => ({ text, tone: 'supply', result: 'overbuild', value: overbuild });
  const signed: Part = {
    text: duration(state.commit),
    tone: isChanged('commit') ? 'yours' : 'strong',
    setting: 'commit',
  };
  const multiplied: Part[] = [
    { text: multiple(product), tone: 'strong', result: 'product', value: product },
    ...(product < HARMLESS ? [': so little that neither side hurts.'] : ['.']),
  ];
  if (state.commit === 0) {
    return [
      'It trades shortage for overbuild. With nothing signed ahead the shortage is ',
      short(multiple(scarcity)),
      ', and the overbuild, if growth stops, ',
      glut(multiple(overbuild)),
      ', just what is wanted: multiplied, whatever is signed, ',
      ...multiplied,
    ];
  }
  const both: Part[] =
    state.commit >= state.lead
      ? [
          short('nothing is short'),
          ', and the overbuild, if growth stops, is the very cover that ended the shortage, ',
          glut(multiple(overbuild)),
        ]
      : [
          'the shortage is ',
          short(multiple(scarcity)),
          ' and the overbuild, if growth stops, ',
          glut(multiple(overbuild)),
        ];
  return ['Signed ', signed, ' ahead, ', ...both, ': multiplied, as with nothing signed, ', ...multiplied];
}

/** Two lines of words under a side's number: what there is so many times too much or too little of. */
export const coveredWords = ({ overbuild }: SplitPicture) =>
  [overbuild < BALANCED ? 'just what is wanted' : 'what is wanted', 'if growth stops'] as const;
export const uncoveredWords = ({ scarcity }: SplitPicture) =>
  [scarcity < BALANCED ? 'nothing short' : 'short', 'if growth goes on'] as const;

/** Under the whole ruler's number: what the reader's clocks have not changed, or what they have. */
export const wholeWords = (product: number, essays: number) => [
  'wherever it is cut',
  ...(essays === product ? [] : [`${multiple(essays)} in the essay’s world`]),
];

/** What the ruler's whole length is, in two lines. */
export const leadName = ({ state }: SplitPicture) => [duration(state.lead), 'to build'] as const;

const MOST_PLAIN = 1e4;
const MOST_NAMED = 1e15;

/** A factor or a product that a reader may check: to so many digits while they are few, then as ever. */
export function exact(value: number, digits: number): string {
  if (value < MOST_PLAIN) return decimal(Number(value.toPrecision(digits)), 3);
  if (value < MOST_NAMED) return multiple(value).replace('×', '');
  const decade = 10 ** Math.floor(Math.log10(value));
  return `${decimal(value / decade, 1)}·${powerOfTen(decade)}`;
}

/** The line under the picture: why the product can't change. */
export function caption({ state, doublings, scarcity, overbuild, product }: SplitPicture): string {
  const digits = Math.min(scarcity, overbuild) === 1 ? 3 : 4;
  const time = duration(state.doubling);
  const ruler =
    doublings < 1
      ? `Not one doubling, ${time} of growth, fits into the lead time.`
      : `From tick to tick is one doubling, ${time} of growth: it multiplies by two.`;
  return (
    `${ruler} A cut takes nothing away; what leaves one side joins the other: ` +
    `${exact(overbuild, digits)} × ${exact(scarcity, digits)} = ${exact(product, 3)}.`
  );
}

/** The picture in words, for those who don't see it. */
export function chartDescription({ state, doublings, scarcity, overbuild, product }: SplitPicture): string {
  return (
    `A ruler of ${doublingsOf(doublings)}, as many as fit into a lead time of ${duration(state.lead)}. ` +
    `It reads from 1×, what is wanted now, to ${multiple(product)}, what will be wanted if growth goes on. ` +
    `A cut at ${multiple(overbuild)}, what was signed for, leaves ${multiple(overbuild)} what is wanted at its left, ` +
    `if growth stops, and ${multiple(scarcity)} short at its right, if growth goes on. ` +
    'Moving the cut changes both and leaves the whole ruler as it is.'
  );
}
