import * as F21 from 'virtual:figure/F21';
import * as F29 from 'virtual:figure/F29';
import * as G02 from 'virtual:figure/G02';
import * as I05 from 'virtual:figure/I05';
import { doublingTimeBetween } from '#model/growth.ts';
import { MONTHS_PER_YEAR, months } from '#model/units.ts';
import type { Evidence } from './basis.ts';

/** The doubling time of something that grows `factor`-fold a year. */
function doublingOf(factor: number): number {
  return doublingTimeBetween({ from: 1, to: factor, years: 1 });
}

function wholeMonths(years: number): number {
  return months(Math.round(years * MONTHS_PER_YEAR));
}

/** How often demand for AI compute doubles. */
export const doublingEvidence: Evidence = {
  value: wholeMonths(doublingOf(G02.value)),
  marks: [
    {
      value: wholeMonths(doublingOf(G02.value)),
      low: doublingOf(G02.high),
      high: doublingOf(G02.low),
      label: 'measured',
      fact: 'G02',
    },
    { value: I05.value, label: 'cloud', fact: 'I05' },
  ],
};

/** How long capacity takes from commitment to power-on. */
export const leadEvidence: Evidence = {
  value: F29.value,
  marks: [
    { value: F29.value, low: F29.low, high: F29.high, label: 'sites', fact: 'F29' },
    { value: F21.value, low: F21.low, high: F21.high, label: 'grid', fact: 'F21' },
  ],
};

/** How many years ahead builders commit. */
export const commitEvidence: Evidence = { value: 0, marks: [] };
