import * as B03 from 'virtual:figure/B03';
import * as B06 from 'virtual:figure/B06';
import * as E14 from 'virtual:figure/E14';
import * as E15 from 'virtual:figure/E15';
import * as G31 from 'virtual:figure/G31';
import * as G32 from 'virtual:figure/G32';
import * as I05 from 'virtual:figure/I05';
import { doublingTimeBetween } from '#model/growth.ts';
import { coveredYears } from '#model/law.ts';
import { impliedScarcity } from '#model/price.ts';
import { DAYS_PER_YEAR, days } from '#model/units.ts';
import { doublingEvidence, leadEvidence } from './defaults.ts';

/** Years, by the world's address keys. What is left out is the essay's. */
export type WorldState = Readonly<{ doubling?: number; lead?: number; commit?: number }>;

const MS_PER_DAY = 86_400_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

/** One firm's run-rate between two dated statements, to the day. */
const labDoubling = days(
  Math.round(
    DAYS_PER_YEAR *
      doublingTimeBetween({ from: B03.value, to: B06.value, years: days(daysBetween(B03.asOf, B06.asOf)) }),
  ),
);

/** What rental prices say: elasticity 1, and balance at their low; to the thousandth of a year. */
const coveredByPrices =
  Math.round(
    1000 *
      coveredYears({
        doublingYears: doublingEvidence.value,
        leadYears: leadEvidence.value,
        scarcity: impliedScarcity({ priceRatio: G32.value / G31.value, elasticity: 1 }),
      }),
  ) / 1000;

/** Building a data centre for the cloud of old took about a year; no source in the ledger gives it. */
const CLOUD_LEAD_YEARS = 1;

/** Laying fibre took about a year and a half; no source in the ledger gives it. */
const FIBRE_LEAD_YEARS = 1.5;

// The worlds that are drawn, each by itself: a picture carries their numbers, and no words.
export const essay = {} as const satisfies WorldState;
export const cloud = { doubling: I05.value, lead: CLOUD_LEAD_YEARS } as const satisfies WorldState;
export const lab = { doubling: labDoubling } as const satisfies WorldState;
export const prices = { commit: coveredByPrices } as const satisfies WorldState;
export const fibreBelieved = {
  doubling: days(E14.value),
  lead: FIBRE_LEAD_YEARS,
} as const satisfies WorldState;
export const fibreMeasured = {
  doubling: doublingTimeBetween({ from: 1, to: E15.value, years: 1 }),
  lead: FIBRE_LEAD_YEARS,
} as const satisfies WorldState;
