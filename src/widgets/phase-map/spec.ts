import { namedWorlds as worlds } from '#evidence/worlds.ts';
import { months } from '#model/units.ts';
import { worldSettings } from '#state/world.ts';
import { defineWidget } from '../define.ts';

export const phaseMapSettings = worldSettings;

export const spec = defineWidget({
  id: 'phase-map',
  title: 'The phase map: where commodity ends',
  question: 'Where does cloud-as-commodity end?',
  claim: 'The same law holds in calm and boom; only the position moves.',
  settings: phaseMapSettings,
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
  embedHeight: 876,
  section: 'when-the-clocks-meet',
});
