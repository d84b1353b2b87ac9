import { namedWorlds as worlds } from '#evidence/worlds.ts';
import shortage from '#model/formulas/shortage.tex';
import { months } from '#model/units.ts';
import { defineWidget } from '../define.ts';
import { face, phaseMapSettings } from './settings.ts';

export const spec = defineWidget({
  ...face,
  claim: 'The same law holds in calm and boom; only the position moves.',
  settings: phaseMapSettings,
  results: {
    scarcity: {
      means: 'how many times as much is wanted as exists, where this much of the lead time is uncovered',
      formula: shortage,
      from: ['doubling', 'lead', 'commit'],
    },
  },
  presets: [
    worlds.essay,
    worlds.cloud,
    worlds.lab,
    worlds.fibreBelieved,
    worlds.fibreMeasured,
    worlds.prices,
    worlds.grid,
    worlds.article,
  ],
  challenge: {
    id: 'nearly-covered',
    title: 'All but two months committed ahead',
    state: { commit: months(22) },
    why: 'An example, not a measurement. Growth as fast and building as slow as now, and still inside the edge: what counts is the part of the lead time that nobody commits to, and prices say that it is already small.',
  },
  embedHeight: 905,
  section: 'when-the-clocks-meet',
});
