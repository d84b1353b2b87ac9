import { G28 } from 'virtual:facts';
import { namedWorlds as worlds } from '#evidence/worlds.ts';
import covered from '#model/formulas/covered.tex';
import dayPrice from '#model/formulas/day-price.tex';
import implied from '#model/formulas/implied.tex';
import overbuild from '#model/formulas/overbuild.tex';
import shortage from '#model/formulas/shortage.tex';
import turn from '#model/formulas/turn.tex';
import { worldSettings } from '#state/world.ts';
import { defineWidget } from '../define.ts';
import { face, queueSettings } from './settings.ts';

export const spec = defineWidget({
  ...face,
  claim:
    'A year earlier than the others is a year sooner; if everyone moves, no place is gained, but builders start sooner.',
  settings: queueSettings,
  results: {
    wait: {
      means: 'how long after your need, w, the line has come to you',
      formula: turn,
      from: ['doubling', 'lead', 'commit', 'you', 'others'],
    },
    price: {
      means: 'what capacity costs on the day of need whoever has not signed, over its price in balance',
      formula: dayPrice,
      from: ['doubling', 'lead', 'commit', 'elasticity'],
    },
    'price-ratio': { means: 'the rent over its low', formula: implied, from: ['rent'] },
    implied: {
      means: 'how many times as much is wanted as exists, if the price says so',
      formula: implied,
      from: ['rent', 'elasticity'],
    },
    covered: {
      means: 'how much of the lead time must then be committed to',
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
  presets: [
    worlds.essay,
    {
      id: 'earlier',
      title: 'A year before everyone else',
      state: { you: 1 },
      why: 'An example: you sign a year early and nobody follows.',
    },
    {
      id: 'everyone',
      title: 'Everyone a year earlier',
      state: { you: 1, others: 1 },
      why: 'An example: no place is gained.',
    },
    {
      id: 'builders',
      title: 'Everyone earlier, and builders too',
      state: { you: 1, others: 1, commit: 1 },
      why: 'An example: orders that come a year sooner let builders start a year sooner.',
      facts: [G28],
    },
    { ...worlds.prices, state: { ...worlds.prices.state, view: 'prices' } },
    worlds.grid,
    worlds.cloud,
  ],
  challenge: {
    id: 'covered',
    title: 'Builders order for everyone in time',
    state: { commit: worldSettings.lead.default },
    why: 'An example: with the whole lead time committed ahead, whoever signs on the day is served on the day, at the price of balance. Signing early buys nothing.',
  },
  embedHeight: 900,
  section: 'a-place-in-the-queue',
});
