import { E19, G29, G31, G32, G33, G34, J19 } from 'virtual:facts';
import breakEven from '#model/formulas/break-even-belief.tex';
import { defineWidget } from '../define.ts';
import { compute } from './compute.ts';
import { chipResale, fibreResale, leasePrice, onDemandPrice } from './evidence.ts';
import { betSettings, face } from './settings.ts';
import { tableOf } from './table.ts';

export const spec = defineWidget({
  ...face,
  claim: 'The easier idle capacity is to re-let, the less sure one has to be before committing pays.',
  settings: betSettings,
  basis: {
    belief: {
      kind: 'assumed',
      why: 'An even chance, so that the picture leans to neither side. It is yours to set.',
    },
    resale: {
      kind: 'assumed',
      why: 'Half, between what fibre was worth after its boom and what chips fetched unreserved in 2026. Nobody knows what compute would fetch after a stop.',
    },
    price: {
      kind: 'assumed',
      why: 'Double: what a shortage of two to one does to a price that rises as fast as scarcity.',
    },
  },
  facts: [E19, G34, G33, J19],
  results: {
    'break-even': {
      means:
        'how likely growth has to be for committing to cost no more than waiting, on average: the loss if it stops over both losses',
      formula: breakEven,
      from: ['resale', 'price'],
    },
  },
  method:
    'The cost c is 100, and v and r are shares and multiples of it. Losses are regrets: what the other choice would have saved. The marks divide prices of one H100 hour, unreserved, on demand or leased with a whole site, by what a year of it was signed for in spring 2026. Left out: prices below the one signed for, everything between a stop and growth as before, betting with a part, what a buyer does to the price, what time and interest cost.',
  table: (state) => tableOf(compute(state)),
  presets: [
    {
      id: 'essay',
      title: 'The essay’s bet',
      state: {},
      why: 'Assumed throughout: half comes back if growth stops, and the day price is double if it goes on.',
    },
    {
      id: 'fibre',
      title: 'If it re-let like fibre',
      state: { resale: fibreResale },
      why: 'Bandwidth across the Atlantic lost most of its price in two years. Chips may fall otherwise: they age faster, and nothing has to be dug up to use them elsewhere.',
      facts: [E19],
    },
    {
      id: 'h100-2026',
      title: 'What H100 prices said in spring 2026',
      state: { resale: chipResale, price: onDemandPrice },
      why: 'An unreserved hour and an hour on demand, each over what a year was signed for. Growth had not stopped, so what would come back after a stop is likely less.',
      facts: [G32, G33, G34],
    },
    {
      id: 'whole-site',
      title: 'What a latecomer paid',
      state: { price: leasePrice },
      why: 'One lease of a whole site at short notice, over what a year of an H100 was signed for. It buys newer chips too, and perhaps more than one site, so it is a high end.',
      facts: [J19, G32],
    },
  ],
  challenge: {
    id: 'price-falls',
    title: 'A day price no higher than the signed one',
    state: { price: 1 },
    why: 'It has happened: an H100 hour that rented for about $8 in 2023 was signed for at $1.70 in October 2025. Whoever waited gained, and no belief in growth made committing pay.',
    facts: [G29, G31],
  },
  embedHeight: 1044,
  section: 'the-product-that-never-changes',
});
