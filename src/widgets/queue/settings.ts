import { advanceEvidence, elasticityEvidence, rentEvidence } from '#evidence/prices.ts';
import { decimal, duration as inWords } from '#model/format.ts';
import { decimalNumber } from '#state/decimal.ts';
import { duration } from '#state/duration.ts';
import type { Choice, Quantity } from '#state/quantity.ts';
import { worldSettings } from '#state/world.ts';
import type { Face } from '../define.ts';

/** When you, and as many others, need the capacity: in years since demand sped up. */
export const NEED_YEAR = 4;

/** How far the picture looks: whoever is not served by then is not served in it. */
export const HORIZON_YEARS = 12;

/** How long before the need somebody signs; nobody signs before demand sped up. */
function advance(spec: { key: string; label: string; symbol: string }): Quantity {
  return {
    ...duration({
      ...spec,
      tone: 'demand',
      min: 0,
      max: NEED_YEAR,
      scale: 'linear',
      evidence: advanceEvidence,
    }),
    format: (years) => (years === 0 ? 'on the day' : `${inWords(years)} before`),
  };
}

const after = duration({
  key: 'after',
  label: 'Let time pass',
  tone: 'supply',
  min: 0,
  max: HORIZON_YEARS - NEED_YEAR,
  scale: 'linear',
  zero: 'the day of need',
  evidence: { value: 0, marks: [] },
});

const elasticity = decimalNumber({
  key: 'elasticity',
  label: 'Price elasticity of demand',
  symbol: 'ε',
  unit: 'ratio',
  suffix: '',
  wanted: 'a number such as 0.5',
  tone: 'money',
  stops: [0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5],
  snap: (value) => Number(value.toPrecision(2)),
  format: (value) => decimal(value, 2),
  short: (value) => decimal(value, 2),
  evidence: elasticityEvidence,
});

/** "$2.35", "$10". */
export const dollars = (value: number): string =>
  `$${Number.isInteger(value) ? decimal(value, 0) : value.toFixed(2)}`;

const rent = decimalNumber({
  key: 'rent',
  label: 'An H100 rents for',
  unit: 'USD per GPU-hour',
  suffix: 'usd',
  wanted: 'a price such as 2.35usd',
  tone: 'money',
  stops: [1, 1.1, 1.2, 1.35, 1.5, 1.6, 1.7, 1.85, 2, 2.2, 2.35, 2.5, 2.75, 2.95, 3.25, 3.5, 4, 5, 6, 8, 10],
  snap: (value) => Math.round(value * 100) / 100,
  format: (value) => `${dollars(value)} an hour`,
  short: dollars,
  evidence: rentEvidence,
});

const view: Choice<'line' | 'prices'> = {
  kind: 'choice',
  key: 'view',
  label: 'View',
  options: [
    { value: 'line', label: 'line' },
    { value: 'prices', label: 'prices' },
  ],
  default: 'line',
};

export const queueSettings = {
  ...worldSettings,
  you: advance({ key: 'you', label: 'You sign', symbol: 'b' }),
  others: advance({ key: 'others', label: 'Others sign', symbol: 'a' }),
  after,
  elasticity,
  rent,
  view,
} as const;

export const face: Face = {
  id: 'queue',
  title: 'The queue: what paying early buys',
  question: 'What does paying early buy?',
};
