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
  marks: [
    { value: G32.value, label: 'one-year', fact: 'G32' },
    { value: G31.value, label: 'low', fact: 'G31' },
    { value: G34.value, label: 'spot', fact: 'G34' },
    { value: G33.value, label: 'on demand', fact: 'G33' },
  ],
};

/** How strongly demand for capacity answers to its price. */
export const elasticityEvidence: Evidence = { value: 1, marks: [] };

/** How long before their need buyers sign. */
export const advanceEvidence: Evidence = {
  value: 0,
  marks: [{ value: months(F07.value), label: 'memory', fact: 'F07' }],
};
