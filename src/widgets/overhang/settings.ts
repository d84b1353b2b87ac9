import * as A07 from 'virtual:figure/A07';
import * as A18 from 'virtual:figure/A18';
import * as H04 from 'virtual:figure/H04';
import * as H12 from 'virtual:figure/H12';
import * as I02 from 'virtual:figure/I02';
import * as I05 from 'virtual:figure/I05';
import type { Evidence } from '#evidence/basis.ts';
import { doublingTimeBetween } from '#model/growth.ts';
import { months } from '#model/units.ts';
import { duration, snapDuration } from '#state/duration.ts';
import type { Choice } from '#state/quantity.ts';
import { share } from '#state/share.ts';
import type { Face } from '../define.ts';
import { amazon, type Owner, oracle, owners } from './owners.ts';

/** From the first quarter of 2020 to that of 2026 (H04). */
const MARKET_YEARS = 6;
const marketDoubling = snapDuration(
  doublingTimeBetween({ from: H04.low, to: H04.value, years: MARKET_YEARS }),
);

function shareOf({ share: value }: Owner): Evidence {
  return {
    value,
    marks: owners.flatMap((owner) => {
      const [fact] = owner.facts;
      return fact === undefined ? [] : [{ value: owner.share, label: owner.name, fact }];
    }),
  };
}

const tenantShare = (key: string, label: string, owner: Owner) =>
  share({
    key,
    label,
    symbol: 's',
    tone: 'supply',
    min: 0.05,
    max: 0.95,
    evidence: shareOf(owner),
    of: 'of contracts',
  });

const stop: Choice<'tenant' | 'market'> = {
  kind: 'choice',
  key: 'stop',
  label: 'What stops',
  options: [
    { value: 'tenant', label: 'one tenant leaves' },
    { value: 'market', label: 'the market stops' },
  ],
  default: 'tenant',
};

/** Of what Amazon's other customers have signed for, the second laboratory's part: 100 of 326. */
const secondLab = A07.value / (A18.value + A07.value - H12.value);

export const overhangSettings = {
  share: tenantShare('share', 'Left: largest tenant', amazon),
  beside: tenantShare('beside', 'Right: largest tenant', oracle),
  others: duration({
    key: 'others',
    label: 'Others double every',
    symbol: 'T',
    tone: 'ink',
    min: months(9),
    max: 10,
    scale: 'log',
    evidence: {
      value: marketDoubling,
      marks: [
        { value: marketDoubling, label: 'market', fact: 'H04' },
        { value: I02.value, label: 'AWS', fact: 'I02' },
        { value: I05.value, label: 'before AI', fact: 'I05' },
      ],
    },
  }),
  suits: share({
    key: 'suits',
    label: 'Of what it leaves, suits others',
    symbol: 'f',
    tone: 'ink',
    min: 0,
    max: 1,
    evidence: {
      value: 0.7,
      marks: [],
    },
  }),
  shared: share({
    key: 'shared',
    label: 'Other demand that stops too',
    symbol: 'm',
    tone: 'ink',
    min: 0,
    max: 0.9,
    evidence: {
      value: Math.round(secondLab * 10) / 10,
      marks: [{ value: Math.round(secondLab * 100) / 100, label: 'Anthropic', fact: 'A07' }],
    },
  }),
  stop,
} as const;

export const face: Face = {
  id: 'overhang',
  title: 'The overhang: what is left when a tenant leaves',
  question: 'Who can carry it if growth stops?',
};
