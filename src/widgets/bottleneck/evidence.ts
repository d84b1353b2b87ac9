import * as F01 from 'virtual:figure/F01';
import * as F03 from 'virtual:figure/F03';
import * as F14 from 'virtual:figure/F14';
import * as F21 from 'virtual:figure/F21';
import * as F22 from 'virtual:figure/F22';
import * as F32 from 'virtual:figure/F32';
import * as F34 from 'virtual:figure/F34';
import * as G02 from 'virtual:figure/G02';
import * as G24 from 'virtual:figure/G24';
import * as G25 from 'virtual:figure/G25';
import * as G27 from 'virtual:figure/G27';
import * as J11 from 'virtual:figure/J11';
import type { Evidence } from '#evidence/basis.ts';
import { MONTHS_PER_YEAR, months } from '#model/units.ts';
import { type StageId, type WorkId, weeks } from './stages.ts';

const wholeMonths = (years: number) => months(Math.round(years * MONTHS_PER_YEAR));

/** How long each takes, in years. */
export const leadEvidence: Readonly<Record<StageId, Evidence>> = {
  chips: {
    value: wholeMonths(weeks(F03.value)),
    basis: {
      kind: 'sourced',
      facts: ['F03'],
      how: 'The middle of the range, to the month. It is the packaging; where wafers run short, a new fab takes longer.',
    },
    marks: [
      {
        value: wholeMonths(weeks(F03.value)),
        low: weeks(F03.low),
        high: weeks(F03.high),
        label: 'sourced',
        fact: 'F03',
      },
      { value: F01.value, low: F01.low, high: F01.high, label: 'a new fab', fact: 'F01' },
    ],
  },
  power: {
    value: F21.value,
    basis: { kind: 'sourced', facts: ['F21'], how: 'The US average; the long end is Northern Virginia.' },
    marks: [
      { value: F21.value, low: F21.low, high: F21.high, label: 'US average', fact: 'F21' },
      {
        value: months(F14.value),
        low: months(F14.low),
        high: months(F14.high),
        label: 'engines',
        fact: 'F14',
      },
    ],
  },
  buildings: {
    value: months(F22.value),
    basis: {
      kind: 'sourced',
      facts: ['F22'],
      how: 'The middle of what most US markets need; some sites need a year.',
    },
    marks: [
      {
        value: months(F22.value),
        low: months(F22.low),
        high: months(F22.high),
        label: 'sourced',
        fact: 'F22',
      },
    ],
  },
  cooling: {
    value: months(F34.value),
    basis: {
      kind: 'sourced',
      facts: ['F34'],
      how: 'The middle of the range for compressors and controls. No source here times the networking; it is assumed to take no longer.',
    },
    marks: [
      {
        value: months(F34.value),
        low: months(F34.low),
        high: months(F34.high),
        label: 'sourced',
        fact: 'F34',
      },
      {
        value: months(F32.value),
        low: months(F32.low),
        high: months(F32.high),
        label: 'exchangers',
        fact: 'F32',
      },
    ],
  },
  consent: {
    value: 0,
    basis: {
      kind: 'assumed',
      why: 'None, since the usual list of four leaves it out. How long a yes takes differs from place to place, and a no has no date.',
    },
    marks: [{ value: J11.value, label: 'New York', fact: 'J11' }],
  },
};

/** When each starts, in years after signing. */
export const startEvidence: Evidence = {
  value: 0,
  basis: {
    kind: 'assumed',
    why: 'On the day of signing, like all the rest. In truth some work can wait, and some was begun before.',
  },
  marks: [],
};

/** What G04 says in words: the stock drew over 10 GW. */
const STOCK_GW = 10;

/** What each can deliver, in GW a year. */
// At G02's growth, all but one part in 3.3 of the stock is from the last year.
const newChipsGw = Math.round(STOCK_GW * (1 - 1 / G02.value));
const builtGw = G27.value / months(F22.value);

export const rateEvidence: Readonly<Record<WorkId, Evidence>> = {
  chips: {
    value: newChipsGw,
    basis: {
      kind: 'sourced',
      facts: ['G04', 'G02'],
      how: 'Worldwide: what a stock drawing 10 GW has gained in its last year, at the growth that Epoch AI finds.',
    },
    marks: [{ value: newChipsGw, label: 'Epoch', fact: 'G04' }],
  },
  power: {
    value: G25.value,
    basis: {
      kind: 'sourced',
      facts: ['G25'],
      how: 'In the US: all that was switched on in 2025. That power was what held it back is assumed.',
    },
    marks: [{ value: G25.value, label: 'in 2025', fact: 'G25' }],
  },
  buildings: {
    value: builtGw,
    basis: {
      kind: 'sourced',
      facts: ['G27', 'F22'],
      how: 'In North America: what is under construction, over the time that it takes. By Sightline’s count far less is.',
    },
    marks: [
      { value: builtGw, label: 'JLL', fact: 'G27' },
      { value: G24.value, label: 'Sightline', fact: 'G24' },
    ],
  },
  cooling: {
    value: 10,
    basis: { kind: 'assumed', why: 'Nobody in the ledger counts it in gigawatts; room to spare is assumed.' },
    marks: [],
  },
};
