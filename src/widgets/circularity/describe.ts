import { multiple, percent, timesOver } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import type { CircularityPicture, CircularityState, Contract, Known } from './compute.ts';
import { ALL, LEAST } from './settings.ts';

/** Whether the reader's value is another than the essay's. */
export type IsChanged = (key: keyof CircularityState) => boolean;

/** "frozen", "growing 10% a year". */
export function pace(growth: number): string {
  return growth === 0
    ? 'frozen'
    : `${growth > 0 ? 'growing' : 'shrinking'} ${percent(Math.abs(growth))} a year`;
}

/** "40% of it", "the rest 1.6 times". */
function pays({ ceilingShare, covered: { ceiling } }: Known): string {
  const what = ceilingShare === 0 ? 'it' : 'the rest';
  const size = timesOver(ceiling.coverage);
  return ceiling.coverage < 1 ? `${size} of ${what}` : `${what} ${size}`;
}

const circle = (share: number) =>
  share === 0 ? 'has no seller’s money that we know of' : `is ${percent(share)} circular at most`;

/** The answer, rewritten with each drag. */
export function answer(picture: CircularityPicture, isChanged: IsChanged): Part[] {
  const { state, counted, pairs, agreeing, enough } = picture;
  const [least] = counted;
  if (least === undefined) return [];
  const set = (setting: 'share' | 'growth', text: string): Part => ({
    text,
    tone: isChanged(setting) ? 'yours' : 'strong',
    setting,
  });
  const among = state.whose === ALL ? '' : ' of these';
  return [
    agreeing === pairs ? 'Here it does. ' : agreeing === 0 ? 'No, it is the other way round. ' : 'No. ',
    `The least covered${among}, `,
    { text: least.name, tone: 'strong' },
    `, ${circle(least.ceilingShare)}: all of ${least.deal.tenant}’s sales would pay `,
    { text: pays(least), tone: 'strong' },
    '. Of ',
    pairs === 1 ? 'one pair' : `${pairs} pairs`,
    `, the larger circle has less cover in `,
    { text: agreeing === 0 ? 'none' : String(agreeing), tone: 'strong' },
    '. With ',
    set('share', percent(state.share)),
    ' of revenue, ',
    set('growth', pace(state.growth)),
    `, ${enough === 0 ? 'none' : enough === counted.length ? 'all' : enough} of ${counted.length} ${enough === 1 ? 'is' : 'are'} covered.`,
    ...(state.deal === LEAST
      ? []
      : [' Read out: ', { text: picture.picked.name, tone: 'strong' } as const, '.']),
  ];
}

/** The chart in words, for those who don’t see it; each mark says for itself where it is. */
export function chartDescription({ state, contracts, counted, line }: CircularityPicture): string {
  const among = contracts.filter(({ isAsked }) => isAsked).length;
  return `Of ${among} contracts ${counted.length} count: the more circular farther right, the better covered higher up. A line at ${multiple(line)} is enough if one may take ${percent(state.share)} of revenue.`;
}

/** What a mark is called by those who don't see it. */
export function labelOf({ name, deal, paidShare, ceilingShare, covered }: Contract): string {
  const range = (from: string, to: string) => (from === to ? from : `${from} to ${to}`);
  const cover =
    covered === null
      ? 'coverage not known'
      : `coverage ${range(multiple(covered.paid.coverage), multiple(covered.ceiling.coverage))}`;
  return `${name}, ${deal.when}: circular share ${range(percent(paidShare), percent(ceilingShare))}, ${cover}`;
}
