import * as F07 from 'virtual:figure/F07';
import * as G31 from 'virtual:figure/G31';
import * as G32 from 'virtual:figure/G32';
import * as G33 from 'virtual:figure/G33';
import * as G34 from 'virtual:figure/G34';
import { months } from '#model/units.ts';
import type { Evidence } from './basis.ts';

/** What an hour of an H100 rented for when the market is taken to have been in balance, in USD. */
export const rentInBalance = G31.value;

/** What an hour of an H100 rents for, in USD. */
export const rentEvidence: Evidence = {
  value: G32.value,
  basis: {
    kind: 'sourced',
    facts: ['G31', 'G32'],
    how: 'A one-year contract in March 2026, against its low of October 2025. That the low was balance is assumed.',
  },
  marks: [
    { value: G32.value, label: 'one-year', fact: 'G32' },
    { value: G31.value, label: 'low', fact: 'G31' },
    { value: G34.value, label: 'spot', fact: 'G34' },
    { value: G33.value, label: 'on demand', fact: 'G33' },
  ],
};

/** How strongly demand for capacity answers to its price. */
export const elasticityEvidence: Evidence = {
  value: 1,
  basis: {
    kind: 'assumed',
    why: 'No source in the ledger measures it. At 1 the price rises exactly as fast as scarcity; the lower it is, the less shortage a price reveals.',
  },
  marks: [],
};

/** How long before their need buyers sign. */
export const advanceEvidence: Evidence = {
  value: 0,
  basis: {
    kind: 'assumed',
    why: 'Signing on the day, to begin with: what earlier signing is worth shows against it.',
  },
  marks: [{ value: months(F07.value), label: 'memory', fact: 'F07' }],
};
