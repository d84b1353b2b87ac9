import { F07, G28, G31, G32, G33, G34 } from 'virtual:facts';
import { worldBasis, worldFacts } from '#evidence/default-facts.ts';
import { namedWorlds as worlds } from '#evidence/worlds.ts';
import covered from '#model/formulas/covered.tex';
import dayPrice from '#model/formulas/day-price.tex';
import implied from '#model/formulas/implied.tex';
import overbuild from '#model/formulas/overbuild.tex';
import shortage from '#model/formulas/shortage.tex';
import turn from '#model/formulas/turn.tex';
import wait from '#model/formulas/wait.tex';
import { worldSettings } from '#state/world.ts';
import { defineWidget } from '../define.ts';
import { compute } from './compute.ts';
import { computePrices } from './prices.ts';
import { face, queueSettings } from './settings.ts';
import { pricesTable, tableOf } from './table.ts';

const advance = {
  kind: 'assumed',
  why: 'Signing on the day, to begin with: what earlier signing is worth shows against it.',
} as const;

export const spec = defineWidget({
  ...face,
  claim:
    'A year earlier than the others is a year sooner; if everyone moves, no place is gained, but builders start sooner.',
  settings: queueSettings,
  basis: {
    ...worldBasis,
    you: advance,
    others: advance,
    after: { kind: 'assumed', why: 'The day on which you need it, and on which the unsigned must buy.' },
    elasticity: {
      kind: 'assumed',
      why: 'No source in the ledger measures it. At 1 the price rises exactly as fast as scarcity; the lower it is, the less shortage a price reveals.',
    },
    rent: {
      kind: 'sourced',
      facts: ['G31', 'G32'],
      how: 'A one-year contract in March 2026, against its low of October 2025. That the low was balance is assumed.',
    },
  },
  facts: [...worldFacts, F07, G31, G32, G34, G33],
  results: {
    wait: {
      means: 'how long after the need, w, the line has come to you, by the simulation',
      formula: turn,
      from: ['doubling', 'lead', 'commit', 'you', 'others'],
    },
    'closed-form': {
      means: 'the wait by the closed form; below nothing, the time to spare',
      formula: wait,
      from: ['lead', 'commit', 'you', 'others'],
    },
    price: {
      means: 'what capacity costs, over its price in balance, whoever has not signed by the day of need',
      formula: dayPrice,
      from: ['doubling', 'lead', 'commit', 'elasticity'],
    },
    'price-ratio': { means: 'the rent over its low', formula: implied, from: ['rent'] },
    implied: {
      means: 'how many times as much is wanted as exists, if the price, p times its low, says so',
      formula: implied,
      from: ['rent', 'elasticity'],
    },
    covered: {
      means: 'how much of the lead time must then have been committed to',
      formula: covered,
      from: ['doubling', 'lead', 'rent', 'elasticity'],
    },
    uncommitted: {
      means: 'how many times as much would be wanted as exists, had nobody committed to anything',
      formula: shortage,
      from: ['doubling', 'lead'],
    },
    risk: {
      means: 'how many times what is wanted there would be, if growth stopped',
      formula: overbuild,
      from: ['doubling', 'lead', 'rent', 'elasticity'],
    },
  },
  method:
    'D is demand and S supply, as the pipeline gives them; the need, w, is in year 4, which is assumed, and the picture ends in year 12. First signed is first served; the closed form holds once what is served was ordered in steady growth. R is demand over supply on the day of need. Whoever signed is taken to pay the price of a market in balance. For prices, R is what p, the rent over its low, says. Left out: orders cancelled, hoarded or resold, buyers who matter more than others, chips that grow better while they are rented.',
  table: (state) => (state.view === 'prices' ? pricesTable(computePrices(state)) : tableOf(compute(state))),
  presets: [
    worlds.essay,
    {
      id: 'earlier',
      title: 'A year before everyone else',
      state: { you: 1 },
      why: 'An example, not a measurement: you sign a year early, and nobody follows.',
    },
    {
      id: 'everyone',
      title: 'Everyone a year earlier',
      state: { you: 1, others: 1 },
      why: 'As buyers of memory already do. Nobody gains a place.',
      facts: [F07],
    },
    {
      id: 'builders',
      title: 'Everyone earlier, and builders too',
      state: { you: 1, others: 1, commit: 1 },
      why: 'Orders that come a year sooner let builders start a year sooner; a year for each is an example. What is being built is mostly let already.',
      facts: [G28],
    },
    { ...worlds.prices, state: { ...worlds.prices.state, view: 'prices' } },
    {
      id: 'spot',
      title: 'If spot prices are right',
      state: { rent: G34.value, view: 'prices' },
      why: 'A single loose source, and another kind of price than a year’s contract: it would say that nothing is short.',
      facts: [G34],
    },
    worlds.grid,
    worlds.cloud,
  ],
  challenge: {
    id: 'covered',
    title: 'Builders order for everyone in time',
    state: { commit: worldSettings.lead.default },
    why: 'An example, not a measurement. With the whole lead time committed ahead, whoever signs on the day is served on the day, at the price of balance: signing early buys nothing.',
  },
  embedHeight: 1027,
  section: 'a-place-in-the-queue',
});
