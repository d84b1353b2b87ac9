import { deals } from 'virtual:deal-figures';
import type { DrawnDeal } from '#evidence/deal.ts';
import type { Choice } from '#state/quantity.ts';
import { growthRate, share } from '#state/share.ts';
import type { Face } from '../define.ts';

/** Everything. */
export const ALL = 'all';
/** Whichever contract of those that count has the least cover. */
export const LEAST = 'least';

/** Signed, and of today: what is counted. */
export const isCurrent = ({ status }: Pick<DrawnDeal, 'status'>): boolean => status === 'signed';

export const slugOf = (company: string): string => company.toLowerCase();

/** Every company that is party to more than one contract that counts, buyers first. */
export const companies: readonly string[] = (['tenant', 'vendor'] as const).flatMap((role) => {
  const names = deals.filter(isCurrent).map((deal) => deal[role]);
  return [...new Set(names)].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
});

const whose: Choice = {
  kind: 'choice',
  key: 'whose',
  label: 'Whose contracts',
  options: [
    { value: ALL, label: 'All contracts' },
    ...companies.map((name) => ({ value: slugOf(name), label: `${name}’s contracts` })),
  ],
  default: ALL,
};

const deal: Choice = {
  kind: 'choice',
  key: 'deal',
  label: 'Which contract is read out',
  options: [
    { value: LEAST, label: 'the least covered' },
    ...deals.map(({ id, vendor, tenant, when }) => ({ value: id, label: `${vendor}–${tenant}, ${when}` })),
  ],
  default: LEAST,
};

const revenue: Choice<'lowest' | 'spring' | 'highest'> = {
  kind: 'choice',
  key: 'revenue',
  label: 'Which of a buyer’s sourced revenues',
  options: [
    { value: 'lowest', label: 'lowest' },
    { value: 'spring', label: 'spring 2026' },
    { value: 'highest', label: 'highest' },
  ],
  default: 'spring',
};

export const circularitySettings = {
  share: share({
    key: 'share',
    label: 'One contract may take',
    symbol: 's',
    tone: 'ink',
    min: 0.05,
    max: 1,
    of: 'of revenue',
    evidence: { value: 0.25, marks: [] },
  }),
  growth: growthRate({
    key: 'growth',
    label: 'Buyers’ revenue grows by',
    symbol: 'h',
    tone: 'money',
    min: -0.5,
    max: 1,
    evidence: { value: 0, marks: [] },
  }),
  whose,
  deal,
  revenue,
} as const;

export const face: Face = {
  id: 'circularity',
  title: 'Circularity: the size of the circle and the cover',
  question: 'Does circularity rank the risk?',
};
