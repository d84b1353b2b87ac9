import { worldBasis, worldFacts } from '#evidence/default-facts.ts';
import { namedWorlds as worlds } from '#evidence/worlds.ts';
import { months } from '#model/units.ts';
import { defineWidget } from '../define.ts';
import { lawResults } from '../law-results.ts';
import { EDGE, levelName } from './compute.ts';
import { face, phaseMapSettings } from './settings.ts';
import { tableOf } from './table.ts';

export const spec = defineWidget({
  ...face,
  claim: 'The same law holds in calm and boom; only the position moves.',
  settings: phaseMapSettings,
  basis: worldBasis,
  facts: worldFacts,
  results: {
    scarcity: {
      ...lawResults.scarcity,
      means: 'how many times as much is wanted as exists, where this much of the lead time is uncovered',
    },
  },
  method: `The map shows L − F, the part of the lead time that nobody has committed to. The edge at ${levelName(EDGE)} is ours: a fifth of what is wanted is not there. The box around AI compute now is what its sources allow; how long cloud and fibre took to build is assumed. Left out: prices that move, orders cancelled or hoarded, some capacity arriving sooner than the rest.`,
  table: tableOf,
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
