import { worldBasis, worldFacts } from '#evidence/default-facts.ts';
import { namedWorlds as worlds } from '#evidence/worlds.ts';
import { worldSettings } from '#state/world.ts';
import { defineWidget } from '../define.ts';
import { lawResults, productResult } from '../law-results.ts';
import { face, splitSettings } from './settings.ts';
import { tableOf } from './table.ts';

export const spec = defineWidget({
  ...face,
  claim:
    'Shortage times overbuild is two to the number of doublings in a lead time. Commitment only splits it: the cover that ends the shortage is the glut if growth stops.',
  settings: splitSettings,
  basis: worldBasis,
  facts: worldFacts,
  results: { ...lawResults, product: productResult },
  method:
    'D is demand and S supply, both at the old price, in growth that has been steady for a lead time; what is too much is counted once everything on order has arrived. Left out: growth that only slows, prices that move, orders cancelled, some capacity arriving sooner than the rest.',
  table: tableOf,
  presets: [
    worlds.essay,
    worlds.prices,
    worlds.fibreBelieved,
    worlds.fibreMeasured,
    worlds.grid,
    worlds.lab,
    {
      id: 'covered',
      title: 'Everything signed ahead',
      state: { commit: worldSettings.lead.default },
      why: 'An example, not a measurement: nothing is short, and all that was is what would be too much.',
    },
  ],
  challenge: {
    ...worlds.cloud,
    why: `${worlds.cloud.why} The product is as fixed, and too small to hurt: a fifth short or a fifth too much, at the very worst. Who signed what hardly mattered.`,
  },
  embedHeight: 790,
  section: 'the-product-that-never-changes',
});
