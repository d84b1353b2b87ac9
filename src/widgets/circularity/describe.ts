import { decimal, dollars, multiple, percent, shortDollars } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import {
  type CircularityPicture,
  type CircularityState,
  type Contract,
  isEnough,
  isKnown,
  type Known,
} from './compute.ts';
import { ALL } from './settings.ts';

/** Whether the reader's value is another than the essay's. */
export type IsChanged = (key: keyof CircularityState) => boolean;

const possessive = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'}`;

/** "frozen", "growing 10% a year". */
export function pace(growth: number): string {
  return growth === 0
    ? 'frozen'
    : `${growth > 0 ? 'growing' : 'shrinking'} ${percent(Math.abs(growth))} a year`;
}

/** "40%", "1.6 times". */
const timesOver = (coverage: number) =>
  coverage < 1 ? percent(coverage) : multiple(coverage).replace('×', ' times');

/** "40% of it", "the rest 1.6 times". */
function pays({ ceilingShare, covered: { ceiling } }: Known): string {
  const what = ceilingShare === 0 ? 'it' : 'the rest';
  const size = timesOver(ceiling.coverage);
  return ceiling.coverage < 1 ? `${size} of ${what}` : `${what} ${size}`;
}

const circle = (share: number) =>
  share === 0 ? 'is not circular at all' : `is ${percent(share)} circular at most`;

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
    ...verdict(picture),
    `The least covered${among}, `,
    { text: least.name, tone: 'strong' },
    `, ${circle(least.ceilingShare)}: all that ${least.deal.tenant} earns would pay `,
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
  ];
}

function verdict({ pairs, agreeing }: CircularityPicture): Part[] {
  if (agreeing === pairs) return ['Here it does. '];
  return [agreeing === 0 ? 'No, it is the other way round. ' : 'No. '];
}

/** A row of what is read out. */
export type Reading = readonly [label: string, value: readonly Part[]];

/** Everything about one contract, in words. */
export interface Readout {
  readonly status: string;
  readonly rows: readonly Reading[];
  /** On which side of the line it is, and what else is to be known; a paragraph each. */
  readonly said: readonly (readonly Part[])[];
}

const $ = shortDollars;
const REVENUES = { lowest: 'lowest', spring: 'spring 2026', highest: 'highest' };

const assumed = ({ deal }: Contract, key: 'committed' | 'years') =>
  deal.assumed.includes(key) ? ' (assumed)' : '';

const number = (result: string, value: number, format: (value: number) => string): Part => ({
  text: format(value),
  tone: 'strong',
  result,
  value,
});

/** "13% so far, 33% at most"; where nothing more may come, one of them. */
function fromTo(
  contract: Contract,
  result: string,
  [paid, most]: readonly [number, number],
  format: (value: number) => string,
): Part[] {
  if (contract.deal.contingent === 0) return [number(result, most, format)];
  if (contract.deal.status === 'never signed') return [number(result, most, format), ' if it had been'];
  return [number(`${result}-paid`, paid, format), ' so far, ', number(result, most, format), ' at most'];
}

export function readoutOf(contract: Contract, state: CircularityState): Readout {
  const { deal, paidShare, ceilingShare } = contract;
  const rows: Reading[] = [
    [
      'promised',
      [
        `${$(deal.committed)}${assumed(contract, 'committed')}, ${deal.years} years${assumed(contract, 'years')}`,
      ],
    ],
    ['vendor’s money', [ownMoney(contract)]],
    ['circular share', fromTo(contract, 'circular-share', [paidShare, ceilingShare], percent)],
  ];
  const notes = notesOf(contract).map((note) => [note]);
  if (!isKnown(contract))
    return { status: deal.when, rows: [...rows, ['revenue', ['not in the ledger']]], said: notes };
  const { revenue, paid, ceiling } = contract.covered;
  return {
    status: deal.when,
    rows: [
      ...rows,
      [`revenue, ${REVENUES[state.revenue]}`, [`${$(revenue)} a year`]],
      ['coverage', fromTo(contract, 'coverage', [paid.coverage, ceiling.coverage], multiple)],
      ['that is', [sumOf(contract)]],
    ],
    said: [sideOf(contract, state), ...notes],
  };
}

function ownMoney({ deal: { placed, contingent, status } }: Contract): string {
  if (placed + contingent === 0) return 'none in the ledger';
  const most = $(placed + contingent);
  if (status === 'never signed') return `up to ${most}, never paid`;
  if (contingent === 0) return `${most} paid`;
  return `${placed === 0 ? 'none known paid' : `${$(placed)} paid`}, up to ${most}`;
}

/** "$30B × 10 ÷ ($100B − $33B)" */
function sumOf({ deal: { placed, contingent, committed }, multiple: years, covered }: Known): string {
  const own = placed + contingent;
  const against = own === 0 ? $(committed) : `(${$(committed)} − ${$(own)})`;
  return `${$(covered.revenue)} × ${decimal(years, 1)} ÷ ${against}`;
}

/** On which side of the line it is, and what would take it across. */
function sideOf(
  { deal, multiple: years, covered: { revenue, paid, ceiling, breakEven } }: Known,
  state: CircularityState,
): Part[] {
  const share = percent(state.share);
  const onlyRing = !isEnough(paid, state) && isEnough(ceiling, state);
  const wanted = dollars(deal.committed - state.share * revenue * years);
  const said = onlyRing
    ? `With ${share} of revenue it is covered once ${deal.vendor} has put in ${wanted}`
    : `With ${share} of revenue it would be paid ${timesOver(ceiling.coverage * state.share)}`;
  return [`${said}; `, ...breaking(breakEven)];
}

function breaking(rate: number | null): Part[] {
  if (rate === null) return ['no growth up to tenfold a year changes on which side.'];
  const size = number('break-even', rate, (value) => percent(Math.abs(value)));
  return rate < 0
    ? ['it would bear a fall of ', size, ' a year.']
    : ['it takes growth of ', size, ' a year.'];
}

function notesOf({ deal: { status, route, placed, contingent, committed } }: Contract): string[] {
  const [by = '', amount = 0] = route ?? [];
  const share = percent(Math.min(1, (placed + contingent + amount) / committed));
  return [
    ...(status === 'never signed' ? ['A letter, never signed: it does not count.'] : []),
    ...(status === 'historical' ? ['History: it does not count among the others.'] : []),
    ...(amount === 0
      ? []
      : [
          `With ${possessive(by)} money, which may reach the vendor too, at most ${share} would be circular.`,
        ]),
  ];
}

/** The chart in words, for those who don’t see it; each mark says for itself where it is. */
export function chartDescription({ state, contracts, counted, line }: CircularityPicture): string {
  const among = contracts.filter(({ isAsked }) => isAsked).length;
  return `Contracts, ${among} of them, by how circular they are, to the right, and how well covered, upwards; ${counted.length} count. Those above a line at ${multiple(line)} are covered if one may take ${percent(state.share)} of revenue.`;
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
