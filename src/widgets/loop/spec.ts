import { dealFacts } from 'virtual:deal-facts';
import { deals } from 'virtual:deals';
import { B06, B08, B12, C15, C18, D05, D20, G10 } from 'virtual:facts';
import { coverTerms, shareTerms } from '#evidence/deal-terms.ts';
import { dollars } from '#model/format.ts';
import breakEven from '#model/formulas/break-even.tex';
import circularShare from '#model/formulas/circular-share.tex';
import coverage from '#model/formulas/coverage.tex';
import { defineWidget, type Preset } from '../define.ts';
import Assumed from './Assumed.svelte';
import { tableOf } from './books.ts';
import { compute, type LoopState } from './compute.ts';
import { basis, basisIn } from './evidence.ts';
import { dealOf, face, loopSettings } from './settings.ts';

/** What the equations leave out, and what building is taken to cost. */
const METHOD = `I is what the seller puts in, C what the buyer has promised to buy over Y years. Bills, building and the seller’s “up to” are spread evenly; what is overdue is paid as soon as it can be. Equity is bought for the money, not given. Building is taken to cost ${dollars(G10.value)} a gigawatt (${G10.source.publisher}, ${G10.asOf}), where others say from ${dollars(G10.low)} to ${dollars(G10.high)}. Left out: interest, margins, contracts that end early, the buyer’s other investors.`;

type LoopPreset = Preset<typeof loopSettings>;

/** What each deal shows, in a sentence; what is contested in it stands under the picture and with the assumptions. */
const WHY: readonly (readonly [id: string, title: string, why: string])[] = [
  [
    'google-anthropic',
    'Google and Anthropic',
    'By press reports twice the sum in half the time, announced four days after Amazon’s.',
  ],
  [
    'microsoft-anthropic',
    'Microsoft, Nvidia and Anthropic',
    'Two suppliers put money in; whether any has been paid is not known.',
  ],
  [
    'spacex-anthropic',
    'SpaceX and Anthropic',
    'No money is known to go round, and neither side is bound for long.',
  ],
  ['amazon-openai', 'Amazon and OpenAI', 'The same seller, the same shape, with the other lab.'],
  [
    'oracle-openai',
    'Oracle and OpenAI',
    'The ledger knows of no money of Oracle’s in it; Nvidia’s can come round the long way.',
  ],
  [
    'nvidia-openai',
    'Nvidia and OpenAI, as it became',
    'What OpenAI buys for it is one research firm’s estimate.',
  ],
  [
    'nvidia-openai-announced',
    'Nvidia and OpenAI, as first announced',
    'A letter of intent that was never signed as a contract.',
  ],
];

const byDeal = WHY.map(
  ([id, title, why]): LoopPreset => ({ id, title, why, state: { deal: id }, facts: dealFacts[id] ?? [] }),
);

/** The vendor's money at a state, in billions. */
const ownIn = (state: LoopState): number => compute(state).own;

/** What of all that Anthropic must pay each year Amazon's contract is, each spread evenly over its own term. */
function shareDueEachYear(): number {
  const yearly = deals
    .filter(({ tenant }) => tenant === dealOf(loopSettings.deal.default).tenant)
    .map(({ id, committed, termYears }) => ({ id, due: committed.value / termYears.value }));
  const all = yearly.reduce((sum, { due }) => sum + due, 0);
  const own = yearly.find(({ id }) => id === loopSettings.deal.default)?.due ?? 0;
  return loopSettings.share.snap(own / all);
}

export const spec = defineWidget({
  ...face,
  claim:
    'At most a third of the promise can be the seller’s own money; others must bring the rest, and a few per cent of growth a year decide whether today’s customers do.',
  settings: loopSettings,
  basis,
  basisIn,
  facts: [B06, B08, B12, D05, D20, ...Object.values(dealFacts).flat()],
  method: METHOD,
  assumed: Assumed,
  table: (state) => tableOf(compute(state)),
  standsOn: ({ deal }) => (dealFacts[String(deal)] ?? []).map(({ id }) => id),
  results: {
    'circular-share': {
      means:
        'the largest share of the promise that the seller’s own money can pay, if all that is counted comes',
      formula: circularShare,
      from: ['contingent'],
      given: (state) => shareTerms(state.deal, ownIn(state)),
    },
    coverage: {
      means:
        'what is left of customers’ money for this contract over its term, against what others must bring',
      formula: coverage,
      from: ['revenue', 'growth', 'share', 'contingent'],
      given: (state) => coverTerms(state.deal, ownIn(state)),
    },
    'break-even': {
      means: 'the yearly growth of customers’ money at which what is left is exactly what others must bring',
      formula: breakEven,
      from: ['revenue', 'share', 'contingent'],
      given: (state) => coverTerms(state.deal, ownIn(state)),
    },
  },
  presets: [
    {
      id: 'essay',
      title: 'Amazon and Anthropic, as the essay has it',
      state: {},
      why: 'Revenue as of signing, frozen, and the seller’s “up to” counted in full.',
      facts: dealFacts['amazon-anthropic'] ?? [],
    },
    {
      id: 'paid-only',
      title: 'Only what is paid',
      state: { contingent: 0 },
      why: 'Amazon’s “up to” never comes: the circle shrinks, and others must bring more.',
      facts: dealFacts['amazon-anthropic'] ?? [],
    },
    {
      id: 'net-revenue',
      title: 'Revenue as a competitor counts it',
      state: { revenue: B12.value },
      why: 'Contested: without what cloud partners keep.',
      facts: [B12],
    },
    {
      id: 'may',
      title: 'Revenue of May 2026',
      state: { revenue: B08.value },
      why: 'One month later, by the same company’s own count.',
      facts: [B08],
    },
    {
      id: 'due-each-year',
      title: 'Shared by what is due each year',
      state: { share: shareDueEachYear() },
      why: 'Ten of about 71 billion a year: 40 go to Google, 15 to SpaceX and 6 to Microsoft, if its term is five years, which is assumed. Contracts that end sooner leave less for this one.',
      facts: [C18, C15],
    },
    ...byDeal,
  ],
  challenge: {
    id: 'lucent-winstar',
    title: 'Lucent and Winstar',
    state: { deal: 'lucent-winstar' },
    why: 'A credit line as large as the purchases are assumed to be: here it could all be a circle. A court later found purchases that were not needed.',
    facts: dealFacts['lucent-winstar'] ?? [],
  },
  embedHeight: 917,
  section: 'follow-the-money',
  isTall: true,
});
