import { decimal, dollars, multiple, percent, shortDollars, timesOver } from '#model/format.ts';
import { isEnough } from '#model/loop.ts';
import type { Part } from '../sentence.ts';
import type { CircularityState, Contract, Known } from './compute.ts';

const possessive = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'}`;

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
    ['seller’s money', [ownMoney(contract)]],
    ['circular share', fromTo(contract, 'circular-share', [paidShare, ceilingShare], percent)],
  ];
  const notes = notesOf(contract).map((note) => [note]);
  const { covered } = contract;
  if (covered === null)
    return { status: deal.when, rows: [...rows, ['revenue', ['not in the ledger']]], said: notes };
  const { revenue, paid, ceiling } = covered;
  return {
    status: deal.when,
    rows: [
      ...rows,
      [`revenue, ${REVENUES[state.revenue]}`, [`${$(revenue)} a year`]],
      ['coverage', fromTo(contract, 'coverage', [paid.coverage, ceiling.coverage], multiple)],
      ['that is', [sumOf({ ...contract, covered })]],
    ],
    said: [sideOf({ ...contract, covered }, state), ...notes],
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
  const onlyRing = !isEnough(paid, state.share) && isEnough(ceiling, state.share);
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
          `With ${possessive(by)} money, which may reach the seller too, at most ${share} would be circular.`,
        ]),
  ];
}
