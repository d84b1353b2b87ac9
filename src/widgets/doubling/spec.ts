import {
  B01,
  B02,
  B03,
  B04,
  B05,
  B06,
  B07,
  B08,
  B09,
  B11,
  B12,
  B19,
  B21,
  B22,
  D05,
  D20,
  D22,
  D31,
  D32,
  E14,
  G01,
  G02,
  G03,
  G04,
} from 'virtual:facts';
import { anthropicRunRates, openaiRunRates } from '#evidence/readings.ts';
import growthFit from '#model/formulas/growth-fit.tex';
import { defineWidget } from '../define.ts';
import { compute } from './compute.ts';
import { doublingSettings, face } from './settings.ts';
import { tableOf } from './table.ts';

/** When a reading was taken. */
function on({ id }: { id: string }): number {
  const found = [...anthropicRunRates, ...openaiRunRates].find((reading) => reading.id === id);
  if (found === undefined) throw new Error(`${id} is no reading`);
  return found.year;
}

const { from, to } = doublingSettings;

/** The same settings, with the places on their scales that the picture shows itself. */
const settings = {
  ...doublingSettings,
  from: {
    ...from,
    evidence: {
      value: from.default,
      marks: [
        { value: from.default, label: 'first', fact: 'B01' },
        { value: on(B06), label: 'gross or net', fact: 'B12' },
        { value: on(B05), label: 'how a run-rate is made', fact: 'B11' },
        { value: on(B04), label: 'booked', fact: 'B09' },
      ],
    },
  },
  to: {
    ...to,
    evidence: { value: to.default, marks: [{ value: to.default, label: 'last', fact: 'B08' }] },
  },
} as const;

export const spec = defineWidget({
  ...face,
  claim: 'Most people guess far too low; and two readings give a wildly different answer from ten.',
  settings,
  basis: {
    from: {
      kind: 'sourced',
      facts: ['B01', 'B21', 'B02', 'B22', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B19'],
      how: 'The first of Anthropic’s ten. A year’s end stands on 31 December, a month without a day in its middle, the last on the day it was announced. How it is counted, gross of what clouds keep of a sale where OpenAI counts net, stands below.',
    },
    to: {
      kind: 'sourced',
      facts: ['D31', 'D32', 'D20', 'D05', 'G02', 'G04'],
      how: 'The last of the ten. OpenAI’s four, whose years are taken at their ends by assumption, and what is known of all AI compute:',
    },
  },
  facts: [B01, B21, B02, B22, B03, B04, B05, B06, B07, B08, B19, B12, B11, B09, D31, D32, D20, D05, G02, G04],
  results: {
    doubling: {
      means:
        'the doubling time T of the steady growth that fits these readings best: the straight line of least squares through their logarithms, a halving time where it is negative. The interval is Student’s t for its slope, and takes the readings to be independent. They are not, each holds most of the one before: it is narrower than the truth',
      formula: growthFit,
      from: ['from', 'to'],
    },
  },
  method:
    'y is a reading and t its date. No reading, of revenue or of chips built, holds what was wanted and not to be had: where demand is above supply, what grows is supply.',
  table: (state) => tableOf(compute(state)),
  presets: [
    {
      id: 'all',
      title: 'All ten readings',
      state: {},
      why: 'Everything about Anthropic’s run-rate that the ledger can date. The pace is a hundred days, which was once said, falsely, of the internet.',
      facts: [E14],
    },
    {
      id: 'last-year',
      title: 'Since the end of 2024',
      state: { from: on(B02) },
      why: 'Without the two earliest, which are the least certain: almost the same.',
      facts: [B02],
    },
    {
      id: 'this-year',
      title: 'Since the end of 2025',
      state: { from: on(B03) },
      why: 'The stretch that was called vertical, and the one that a reader of the news would remember.',
      facts: [B03, B08],
    },
    {
      id: 'two-in-spring',
      title: 'Two readings, three weeks apart',
      state: { from: on(B05), to: on(B06) },
      why: 'Anybody can make a doubling time of two numbers. One of these is given to the month only.',
      facts: [B05, B06],
    },
    {
      id: 'last-two',
      title: 'The last two readings',
      state: { from: on(B07) },
      why: 'Two numbers of the same month, one of them from the press.',
      facts: [B07, B08],
    },
    {
      id: 'openai',
      title: 'OpenAI',
      state: { of: 'openai' },
      why: 'Three year’s ends from its finance chief, and a month’s revenue times twelve. It counts net of what its partner keeps.',
      facts: [D20, D05, B12],
    },
    {
      id: 'compute',
      title: 'All AI compute',
      state: { of: 'compute' },
      why: 'What was built: the supply. Nvidia’s chips alone, over a longer time, doubled every ten months; the largest single site every seven.',
      facts: [G02, G04, G03, G01],
    },
  ],
  challenge: {
    id: 'slower',
    title: 'A clock that slows',
    state: { of: 'openai', from: on(D20) },
    why: 'By its last two readings OpenAI took almost a year to double, and it was reported to have missed its own targets. Two readings prove little, here as elsewhere; but if the fast clock slows to that, capacity on order has time to arrive.',
    facts: [D20, D05, D22],
  },
  embedHeight: 1019,
  section: 'the-fast-clock',
});
