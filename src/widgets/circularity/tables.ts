import { dollars, multiple, percent } from '#model/format.ts';
import type { Column, DataTable, Row } from '../data-table.ts';
import type { CircularityPicture, Contract } from './compute.ts';

const words = (key: string, label: string): Column => ({ key, label, unit: '', format: String });
const UNKNOWN = 'not known';

/** What the picture draws: every deal there is. */
export function tableOf({ contracts, state }: CircularityPicture): DataTable {
  const money = (key: string, label: string): Column => ({
    key,
    label,
    unit: 'USD billion',
    format: dollars,
  });
  const share = (key: string, label: string): Column => ({ key, label, unit: 'share', format: percent });
  const cover = (key: string, label: string): Column => ({ key, label, unit: 'ratio', format: multiple });
  return {
    caption:
      'Every deal of the ledger: how circular, and how well covered if all of its buyer’s revenue is counted',
    columns: [
      words('contract', 'contract'),
      words('signed', 'signed'),
      money('promised', 'promised'),
      { key: 'years', label: 'over', unit: 'years', format: (years) => `${years} years` },
      words('assumed', 'assumed'),
      share('paidShare', 'circular so far'),
      share('ceilingShare', 'circular at most'),
      money('revenue', 'buyer’s revenue a year'),
      cover('paid', 'coverage so far'),
      cover('ceiling', 'coverage at most'),
      cover('taken', `covered by ${percent(state.share)} of revenue`),
    ],
    rows: contracts.map((contract) => rowOf(contract, state.share)),
  };
}

function rowOf({ name, deal, paidShare, ceilingShare, covered }: Contract, share: number): Row {
  return {
    contract: name,
    signed: `${deal.when}${deal.status === 'historical' ? ', history' : ''}`,
    promised: deal.committed,
    years: deal.years,
    assumed:
      deal.assumed.map((key) => (key === 'committed' ? 'what is promised' : 'the years')).join(', ') ||
      'neither',
    paidShare,
    ceilingShare,
    revenue: covered?.revenue ?? UNKNOWN,
    paid: covered?.paid.coverage ?? UNKNOWN,
    ceiling: covered?.ceiling.coverage ?? UNKNOWN,
    taken: covered === null ? UNKNOWN : covered.ceiling.coverage * share,
  };
}
