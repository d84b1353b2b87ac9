import { A07, A18, C08, C14, C16, E38, G15, H04, H12, I02, I05 } from 'virtual:facts';
import { named } from '#evidence/basis.ts';
import absorbed from '#model/formulas/absorbed.tex';
import idleYears from '#model/formulas/idle-years.tex';
import { months } from '#model/units.ts';
import { defineWidget, type Preset } from '../define.ts';
import { compute } from './compute.ts';
import { amazon, google, microsoft, type Owner, oracle } from './owners.ts';
import { face, overhangSettings } from './settings.ts';
import { tableOf } from './table.ts';

const facts = [H12, A18, A07, C08, G15, E38, H04, I02, I05];

const pair = (left: Owner, right: Owner, why: string): Preset<typeof overhangSettings> => ({
  id: `${left.id}-${right.id}`,
  title: `${left.name} and ${right.name}`,
  state: { share: left.share, beside: right.share },
  why,
  facts: named([...new Set([...left.facts, ...right.facts])], facts),
});

const waits = (side: string) => ({
  means: `how many years go by until the other customers of the owner on the ${side} have grown into all that suits them`,
  formula: absorbed,
  from: [side === 'left' ? 'share' : 'beside', 'others', 'suits', 'shared'],
});
const idles = (side: string) => ({
  means: `the capacity that stands idle at the owner on the ${side}, summed over the five years after the stop`,
  formula: idleYears,
  from: [side === 'left' ? 'share' : 'beside', 'others', 'suits', 'shared'],
});

export const spec = defineWidget({
  ...face,
  claim:
    'The larger the leaver’s share of the owner’s contracts, the longer it stands idle: by one measure for all about a year against two and a half, and not every cloud is on the same side.',
  settings: overhangSettings,
  basis: {
    share: {
      kind: 'sourced',
      facts: amazon.facts,
      how: 'OpenAI’s contracts over Amazon’s backlog with Anthropic’s added, which it did not include yet.',
    },
    beside: {
      kind: 'sourced',
      facts: oracle.facts,
      how: 'As reported, of the backlog before its rise in May 2026.',
    },
    others: {
      kind: 'sourced',
      facts: ['H04'],
      how: 'The whole cloud market, in dollars, over the six years. It is taken to go on after the stop, and to be growth in capacity; both are assumed.',
    },
    suits: {
      kind: 'assumed',
      why: 'No source says how much of a site built for one laboratory others could use. Buildings and power serve anybody; chips and networks made for one tenant’s work may not.',
    },
    shared: {
      kind: 'assumed',
      why: 'Both laboratories stop: at Amazon, Anthropic has signed for 100 of the 326 billion dollars that are not OpenAI’s. The same is taken for all owners, rounded.',
    },
  },
  facts,
  results: {
    absorbed: waits('left'),
    'absorbed-beside': waits('right'),
    idle: idles('left'),
    'idle-beside': idles('right'),
  },
  method:
    'A is the tenant’s 5 GW, the ceiling of the Amazon–Anthropic deal, at either owner; M is what the others rent, in the same proportion to it as their contracts; m counts only when the market stops. Left out: capacity that still arrives, so that all of this is the short end; prices, at which the owner may let it sooner; contracts that bind a tenant who would leave; what the owner could use itself.',
  table: (state) => tableOf(compute(state)),
  presets: [
    pair(
      amazon,
      oracle,
      'The least and the most dependent on one tenant, of the four whose contracts the ledger holds.',
    ),
    pair(
      microsoft,
      oracle,
      'A diversified cloud beside a builder for one tenant, by reputation; by this measure they are neighbours.',
    ),
    pair(
      amazon,
      google,
      'Two who carry the same laboratory. Whether Google’s backlog holds all of it is not confirmed.',
    ),
    {
      id: 'market-wide',
      title: 'The whole market stops',
      state: { stop: 'market' },
      why: 'The largest tenant leaves, and of all other demand as much stops as the second laboratory is at Amazon.',
      facts: [A07, A18, H12],
    },
    {
      id: 'one-tenant',
      title: 'A site with nearly one tenant',
      state: { beside: overhangSettings.beside.max },
      why: 'An example. One site has been let whole, after standing mostly idle by report; it found a tenant at once because somebody else was short.',
      facts: [C14, C16],
    },
    {
      id: 'fast-others',
      title: 'Others who double every nine months, and can use all of it',
      state: { others: months(9), suits: 1 },
      why: 'An example: if all other demand grew nearly as fast as compute has lately, either owner would let all of it again within a year.',
    },
  ],
  challenge: {
    id: 'all-at-once',
    title: 'Nine tenths of everybody stop at once',
    state: { stop: 'market', shared: overhangSettings.shared.max },
    why: 'An example, not a forecast: many customers shelter an owner from one that leaves, not from all that leave together. Then a decade goes by at either, and the one with more customers has more standing idle.',
  },
  embedHeight: 967,
  section: 'the-product-that-never-changes',
});
