import { worldBasis, worldFacts } from '#evidence/default-facts.ts';
import { namedWorlds as worlds } from '#evidence/worlds.ts';
import pipeline from '#model/formulas/pipeline.tex';
import { worldSettings } from '#state/world.ts';
import { defineWidget } from '../define.ts';
import { lawResults } from '../law-results.ts';
import { compute } from './compute.ts';
import { face, scarcitySettings } from './settings.ts';
import { tableOf } from './table.ts';

export const spec = defineWidget({
  ...face,
  claim:
    'Scarcity is two to the number of doublings in a lead time. Commitment splits it, and never shrinks it.',
  settings: scarcitySettings,
  basis: {
    ...worldBasis,
    ceiling: {
      kind: 'assumed',
      why: 'No growth lasts for ever, but nobody knows where this one ends; without a ceiling the law is exact.',
    },
  },
  facts: worldFacts,
  results: {
    ...lawResults,
    peak: {
      means:
        'the largest demand over supply while the simulation runs: what is there was ordered a lead time ago, for growth g as it was then seen',
      formula: pipeline,
      from: ['doubling', 'lead', 'commit', 'ceiling'],
    },
    'at-lead': {
      means:
        'demand over supply one lead time after demand sped up: what is there then was all ordered before',
      formula: pipeline,
      from: ['doubling', 'lead', 'ceiling'],
    },
    'catch-up': {
      means: 'the first year after the worst in which demand is within half a per cent of supply',
      formula: pipeline,
      from: ['doubling', 'lead', 'commit', 'ceiling'],
    },
    'peak-year': {
      means: 'the first year within a thousandth of that worst shortage',
      formula: pipeline,
      from: ['doubling', 'lead', 'commit', 'ceiling'],
    },
  },
  method:
    'D is demand and S supply, both at the old price; X is what is built or on order, and g the growth that builders saw in the half year before. Before demand sped up everything doubled every three years and was ordered for in full. Left out: prices that move, orders cancelled or hoarded, plant retired, some capacity arriving sooner than the rest.',
  table: (state) => tableOf(compute(state)),
  presets: [
    worlds.essay,
    worlds.grid,
    worlds.cloud,
    worlds.article,
    worlds.lab,
    worlds.prices,
    worlds.fibreBelieved,
    worlds.fibreMeasured,
    {
      id: 'half-covered',
      title: 'A year committed ahead',
      state: { commit: 1 },
      why: 'An example, not a measurement: half of the lead time is covered.',
    },
    {
      id: 'covered',
      title: 'Everything committed ahead',
      state: { commit: worldSettings.lead.default },
      why: 'An example, not a measurement: nothing is short, however slow the building. What is left is the risk.',
    },
  ],
  challenge: {
    id: 'ceiling',
    title: 'Growth that ends',
    state: { ceiling: 100 },
    why: 'Nobody knows where growth ends; a hundredfold is an example. With an end to it, supply catches up whatever anybody signed, and the law no longer holds.',
  },
  embedHeight: 983,
  section: 'when-the-clocks-meet',
});
