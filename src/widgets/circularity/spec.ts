import { dealFacts } from 'virtual:deal-facts';
import { B06, B08, B12, D05, D20 } from 'virtual:facts';
import type { Given } from '#evidence/basis.ts';
import { coverTerms, shareTerms } from '#evidence/deal-terms.ts';
import { tenantOf } from '#evidence/tenants.ts';
import { dollars } from '#model/format.ts';
import breakEven from '#model/formulas/break-even.tex';
import circularShare from '#model/formulas/circular-share.tex';
import coverage from '#model/formulas/coverage.tex';
import { defineWidget, type Preset } from '../define.ts';
import Assumed from './Assumed.svelte';
import { type CircularityState, compute } from './compute.ts';
import { circularitySettings, face } from './settings.ts';
import { tableOf } from './tables.ts';

/** What the equations leave out, and whether the measure leans. */
const METHOD =
  'I is what the seller puts in, C what the buyer has promised to buy over Y years, E the buyer’s revenue a year. On the upright axis s is 1: all of the revenue is counted for each contract in turn, so that no mark needs an assumption about it; the line lies at 1 ÷ s. A seller’s money lowers what others must bring, and so lifts its own contract; were it not deducted, the more circular would be the less covered in 8 pairs of 20 instead of 7, in the essay’s state, and the least covered would be the same. What counts is signed and of today: not a letter that was never signed, nor history. Of Nvidia’s with OpenAI only the investment was signed; the purchases are one firm’s estimate. Left out: running costs, a buyer’s other promises and investors, interest, and what a seller would lose of its stake.';

type Named = Preset<typeof circularitySettings>;

const reading = (id: string, title: string, why: string): Named => ({
  id,
  title,
  state: { deal: id },
  why,
  facts: dealFacts[id] ?? [],
});

/** With the vendor's money as it is so far, or as it is at most. */
type Counted = 'so far' | 'at most';

function ownOf(state: CircularityState, counted: Counted): readonly [id: string, invested: number] {
  const { id, deal } = compute(state).picked;
  return [id, deal.placed + (counted === 'at most' ? deal.contingent : 0)];
}

const shareOf = (counted: Counted) => (state: CircularityState) => shareTerms(...ownOf(state, counted));

const coverOf =
  (counted: Counted) =>
  (state: CircularityState): Given[] => {
    const { deal, covered } = compute(state).picked;
    const reading = tenantOf(deal.tenant).revenue.find(({ value }) => value === covered?.revenue);
    const terms = coverTerms(...ownOf(state, counted));
    if (reading === undefined) return terms;
    const words = `${dollars(reading.value)} a year`;
    return [{ symbol: 'E', words, what: `${deal.tenant}’s customers pay`, facts: [reading.fact] }, ...terms];
  };

const of = (...ids: string[]) => [...new Set(ids.flatMap((id) => dealFacts[id] ?? []))];

const all = [...new Set([...Object.values(dealFacts).flat(), B06, B08, B12, D05, D20])];

export const spec = defineWidget({
  ...face,
  claim:
    'The size of the circle and the exposure are different axes: in the least covered contract no money of the seller’s need go round.',
  settings: circularitySettings,
  basis: {
    share: {
      kind: 'assumed',
      why: 'A quarter of its buyer’s revenue, the same for every contract. No buyer says what is free for one of them; a quarter is about what Amazon’s is of all that Anthropic has promised. It is generous: nothing is left for any other cost.',
    },
    growth: {
      kind: 'assumed',
      why: 'Frozen for all, which no forecast expects: it asks what the customers there are already would carry.',
    },
  },
  assumed: Assumed,
  facts: all,
  method: METHOD,
  table: (state) => tableOf(compute(state)),
  standsOn: () => all.map(({ id }) => id),
  results: {
    'circular-share': {
      means:
        'the largest share of the promise that the seller’s own money can pay, if all that may be paid is',
      formula: circularShare,
      from: [],
      given: shareOf('at most'),
    },
    'circular-share-paid': {
      means: 'the share of the promise that the seller’s money can pay with what it has put in so far',
      formula: circularShare,
      from: [],
      given: shareOf('so far'),
    },
    coverage: {
      means:
        'all of the buyer’s revenue over the term, against what others must bring if all that may be paid is',
      formula: coverage,
      from: ['growth'],
      given: coverOf('at most'),
    },
    'coverage-paid': {
      means: 'the same against what others must bring if the seller puts in no more than so far',
      formula: coverage,
      from: ['growth'],
      given: coverOf('so far'),
    },
    'break-even': {
      means:
        'the yearly growth of the buyer’s revenue at which the share that one contract may take is exactly what others must bring',
      formula: breakEven,
      from: ['share'],
      given: coverOf('at most'),
    },
  },
  presets: [
    {
      id: 'essay',
      title: 'As the essay has it',
      state: {},
      why: 'Revenue of March and April 2026, frozen; a quarter of it for one contract, which is assumed.',
      facts: [B06, D05],
    },
    {
      id: 'lowest-revenue',
      title: 'Revenue at its lowest',
      state: { revenue: 'lowest', deal: 'amazon-anthropic' },
      why: 'Anthropic’s as a competitor counts it, which is contested, and OpenAI’s at the end of 2025. At a quarter, Amazon’s contract with Anthropic is then not covered.',
      facts: [B12, D20],
    },
    {
      id: 'highest-revenue',
      title: 'Revenue at its highest',
      state: { revenue: 'highest', deal: 'google-anthropic' },
      why: 'Anthropic’s of May 2026; of OpenAI the ledger has none after March.',
      facts: [B08, D05],
    },
    {
      id: 'anthropics',
      title: 'Anthropic’s contracts',
      state: { whose: 'anthropic' },
      why: 'One buyer, one revenue, four sellers: only what was promised, for how long, and what they put in differ.',
      facts: of('amazon-anthropic', 'google-anthropic', 'microsoft-anthropic', 'spacex-anthropic'),
    },
    {
      id: 'openais',
      title: 'OpenAI’s contracts',
      state: { whose: 'openai' },
      why: 'Here the order is turned round: the more circular a contract, the better it is covered. One of the three promises is an estimate.',
      facts: of('amazon-openai', 'oracle-openai', 'nvidia-openai'),
    },
    reading(
      'microsoft-anthropic',
      'Microsoft and Anthropic',
      'Five years are assumed. Nvidia puts money into the same deal, and counts apart.',
    ),
    reading(
      'nvidia-openai-announced',
      'Nvidia’s letter to OpenAI',
      'As first announced. It was never signed, and five years are assumed; it is drawn in grey, and does not count.',
    ),
    reading(
      'lucent-winstar',
      'Lucent and Winstar',
      'History: perhaps all of it went in a circle. How it was covered is not known; the ledger has no revenue of Winstar’s.',
    ),
  ],
  challenge: {
    id: 'amazons',
    title: 'Amazon’s contracts alone',
    state: { whose: 'amazon' },
    why: 'Here the essay’s thesis fails: the more circular of the two is also the less covered. They are two, of one seller; and by what is paid so far their order is the other way round.',
    facts: of('amazon-anthropic', 'amazon-openai'),
  },
  embedHeight: 1168,
  section: 'follow-the-money',
  isTall: true,
});
