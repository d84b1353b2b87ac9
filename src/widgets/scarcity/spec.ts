import { B03, B06, E14, E15, F21, F23, G31, G32, I05 } from 'virtual:facts';
import { doublingTimeBetween } from '#model/growth.ts';
import { coveredYears } from '#model/law.ts';
import { impliedScarcity } from '#model/price.ts';
import { DAYS_PER_YEAR, days } from '#model/units.ts';
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

/** From the end of 2025 to the announcement of 6 April 2026 (B03, B06). */
const DAYS_TO_APRIL = 96;

/** One firm's run-rate, which is not demand for compute; to the day. */
const labDoubling = days(
  Math.round(
    DAYS_PER_YEAR * doublingTimeBetween({ from: B03.value, to: B06.value, years: days(DAYS_TO_APRIL) }),
  ),
);

/** What rental prices say: elasticity 1, and balance at their low; to the hundredth of a year. */
const coveredByPrices =
  Math.round(
    100 *
      coveredYears({
        doublingYears: worldSettings.doubling.default,
        leadYears: worldSettings.lead.default,
        scarcity: impliedScarcity({ priceRatio: G32.value / G31.value, elasticity: 1 }),
      }),
  ) / 100;

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
      id: 'starting-article',
      title: 'The article this essay starts from',
      state: { doubling: labDoubling, lead: F23.value },
      why: `It counts the run-rate's growth as demand, and three to five years to build. ${F23.claim}`,
    },
    {
      id: 'one-lab',
      title: 'One lab’s run-rate',
      state: { doubling: labDoubling },
      why: `${B03.claim} ${B06.claim} A firm's run-rate is not demand for compute.`,
    },
    {
      id: 'prices',
      title: 'What prices say',
      state: { commit: coveredByPrices },
      why: `${G31.claim} ${G32.claim} If the low was balance, and a price rises as fast as scarcity, this much was covered.`,
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
      state: { doubling: doublingTimeBetween({ from: 1, to: E15.value, years: 1 }), lead: FIBRE_LEAD_YEARS },
      why: `${E15.claim} A year and a half to lay it is assumed.`,
    },
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
  embedHeight: 925,
  section: 'when-the-clocks-meet',
});
