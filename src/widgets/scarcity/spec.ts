import { E14, E15, F21, I05 } from 'virtual:facts';
import { days } from '#model/units.ts';
import { multipleOrNone } from '#state/multiple.ts';
import type { Choice } from '#state/quantity.ts';
import { worldSettings } from '#state/world.ts';
import { defineWidget } from '../define.ts';

/** Stands for no ceiling: more than anything the default picture shows. */
export const NO_CEILING = 1e6;

const scale: Choice<'log' | 'linear'> = {
  kind: 'choice',
  key: 'scale',
  label: 'Scale',
  options: [
    { value: 'log', label: 'log' },
    { value: 'linear', label: 'linear' },
  ],
  default: 'log',
};

export const scarcitySettings = {
  ...worldSettings,
  ceiling: multipleOrNone({
    key: 'ceiling',
    label: 'Demand levels off at',
    tone: 'demand',
    min: 2,
    max: NO_CEILING,
    evidence: {
      value: NO_CEILING,
      basis: {
        kind: 'assumed',
        why: 'No growth lasts for ever, but nobody knows where this one ends; without a ceiling the law is exact.',
      },
      marks: [],
    },
  }),
  scale,
} as const;

/** Laying fibre took about a year and a half; no source in the ledger gives it. */
const FIBRE_LEAD_YEARS = 1.5;

export const spec = defineWidget({
  id: 'scarcity',
  title: 'Scarcity: a fast clock meets a slow one',
  question: 'What happens when a fast clock meets a slow one?',
  claim:
    'Scarcity is two to the number of doublings in a lead time. Commitment splits it, and never shrinks it.',
  settings: scarcitySettings,
  presets: [
    {
      id: 'essay',
      title: 'The essay’s world',
      state: {},
      why: 'AI compute as measured, large sites as built.',
    },
    {
      id: 'grid',
      title: 'Waiting for the grid',
      state: { lead: F21.value },
      why: `${F21.claim}`,
    },
    {
      id: 'cloud',
      title: 'Cloud before AI',
      state: { doubling: I05.value, lead: 1 },
      why: `${I05.claim} A year to build is assumed.`,
    },
    {
      id: 'fibre-believed',
      title: 'Fibre, as believed in 1998',
      state: { doubling: days(E14.value), lead: FIBRE_LEAD_YEARS },
      why: `${E14.claim} A year and a half to lay it is assumed.`,
    },
    {
      id: 'fibre-measured',
      title: 'Fibre, as measured',
      state: { doubling: 1, lead: FIBRE_LEAD_YEARS },
      why: `${E15.claim} A year and a half to lay it is assumed.`,
    },
    {
      id: 'half-covered',
      title: 'A year committed ahead',
      state: { commit: 1 },
      why: 'An example, not a measurement: half of the lead time is covered.',
    },
  ],
  challenge: {
    id: 'covered',
    title: 'Everything committed ahead',
    state: { commit: worldSettings.lead.default },
    why: 'Cover the whole lead time and nothing is short, however slow the building. What is left is the risk.',
  },
  embedHeight: 900,
  section: 'when-the-clocks-meet',
});
