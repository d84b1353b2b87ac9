import { decimal, dollars, multiple, percent } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import type { LoopPicture, LoopState } from './compute.ts';
import type { Words } from './words.ts';

/** Whether the reader's value is another than the deal's own. */
export type IsChanged = (key: keyof LoopState) => boolean;

/** A coverage this near to one a reader would see as one. */
const NEARLY = 0.005;

export const gigawatts = (value: number): string => `${decimal(value, value < 1 ? 2 : 1)} GW`;
export const possessive = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'}`;

/** The answer, rewritten with each drag. */
export function answer(picture: LoopPicture, isChanged: IsChanged): Part[] {
  const { circularShare, placedShare, placed, contingent, own, committed } = picture;
  const { vendor, tenant, route } = picture.deal;
  const circular: Part = {
    text: percent(circularShare),
    tone: 'money',
    result: 'circular-share',
    value: circularShare,
  };
  const [by = '', amount = 0] = route ?? [];
  const byRoute = percent(Math.min(1, amount / committed));
  const opening = own === 0 ? `None of it: ${vendor} has put no money into ${tenant}, so ` : 'At most ';
  return [
    opening,
    circular,
    own === 0
      ? ' can come back'
      : ` of it: no more of ${possessive(tenant)} promise can be ${possessive(vendor)} own money`,
    placed > 0 && contingent > 0 ? ` (${percent(placedShare)} so far)` : '',
    amount === 0 ? '' : own === 0 ? ` (by way of ${by}, ${byRoute})` : `, ${byRoute} ${possessive(by)}`,
    '. ',
    ...fromCustomers(picture, isChanged),
  ];
}

function fromCustomers(picture: LoopPicture, isChanged: IsChanged): Part[] {
  const { state, coverage, needed, own } = picture;
  if (needed === 0) return ['Nothing is left that customers must bring.'];
  const set = (setting: 'share' | 'revenue' | 'growth', text: string): Part => ({
    text,
    tone: isChanged(setting) ? 'yours' : 'strong',
    setting,
  });
  const covers = (text: string, tone: 'strong' | 'gap'): Part => ({
    text,
    tone,
    result: 'coverage',
    value: coverage,
  });
  return [
    `Customers must bring ${own === 0 ? 'it all' : 'the rest'}; `,
    set('share', percent(state.share)),
    ' of their ',
    set('revenue', `${dollars(state.revenue)} a year`),
    ', ',
    set('growth', `${pace(state.growth)}${state.growth === 0 ? '' : ' a year'}`),
    ', covers ',
    ...(coverage >= 1
      ? ['it ', covers(multiple(coverage).replace('×', ' times'), 'strong')]
      : [covers(coverage > 1 - NEARLY ? 'nearly all' : percent(coverage), 'gap'), ' of it']),
    '. ',
    ...breaking(picture),
  ];
}

/** How customers' money moves from year to year: "frozen", "growing 10%". */
export function pace(growth: number): string {
  return growth === 0 ? 'frozen' : `${growth > 0 ? 'growing' : 'shrinking'} ${percent(Math.abs(growth))}`;
}

/** What it takes to break it, or to mend it. */
export function breaking({ breakEvenGrowth: rate, coverage, state }: LoopPicture): Part[] {
  if (rate === null)
    return [coverage < 1 ? 'No growth mends it.' : 'No fall breaks it, not even 99% a year.'];
  const broken = state.growth < rate;
  const [before, after] =
    rate < 0
      ? [broken ? 'It would bear a ' : 'A ', broken ? ' yearly fall.' : ' yearly fall breaks it.']
      : [broken ? 'It takes ' : 'Less than ', broken ? ' growth a year.' : ' growth a year breaks it.'];
  return [
    before,
    { text: percent(Math.abs(rate)), tone: 'strong', result: 'break-even', value: rate },
    after,
  ];
}

/** Under the picture: what is so to date, and what is assumed. */
export function caption({ deal, placed, placedLasts, contingent, own, needed, state }: LoopPicture): string {
  const { vendor, tenant, route: [by] = [] } = deal;
  return [
    placed > 0
      ? `At first it could be all of it: spread evenly, the ${dollars(placed)} paid would last ${decimal(placedLasts, 1)} years.`
      : contingent > 0
        ? 'None of it is known to have been paid yet.'
        : '',
    by !== undefined && own === 0
      ? `The long way round: ${by} pays ${tenant}, ${tenant} pays ${vendor}, ${vendor} buys from ${by}.`
      : '',
    needed > 0 ? `That ${percent(state.share)} is left for this contract is assumed.` : '',
  ].join(' ');
}

/** The chart in words, for those who don't see it: what stands in it. */
export function chartDescription(words: Words): string {
  const said = Object.values(words).flatMap((lines) =>
    lines.length === 0
      ? []
      : [
          lines
            .map(([text]) => text)
            .join(' ')
            .replace(/\.?$/, '.'),
        ],
  );
  return `A ring, and a river from customers. ${said.join(' ')}`;
}
