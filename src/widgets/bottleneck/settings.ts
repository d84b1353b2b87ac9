import * as F01 from 'virtual:figure/F01';
import * as F03 from 'virtual:figure/F03';
import * as F14 from 'virtual:figure/F14';
import * as F21 from 'virtual:figure/F21';
import * as F22 from 'virtual:figure/F22';
import * as F32 from 'virtual:figure/F32';
import * as F34 from 'virtual:figure/F34';
import * as G02 from 'virtual:figure/G02';
import * as G24 from 'virtual:figure/G24';
import * as G25 from 'virtual:figure/G25';
import * as G27 from 'virtual:figure/G27';
import * as J11 from 'virtual:figure/J11';
import type { Mark } from '#evidence/basis.ts';
import { MONTHS_PER_YEAR, months } from '#model/units.ts';
import { duration } from '#state/duration.ts';
import { gigawattsPerYear } from '#state/gigawatts-a-year.ts';
import type { Choice, Quantity } from '#state/quantity.ts';
import type { Face } from '../define.ts';
import { STAGES, type StageId, type WorkId, weeks } from './stages.ts';
import { capital, shortSpan, span } from './words.ts';

/** The keys of a stage's other quantities. */
export const startKey = <Id extends WorkId>(id: Id) => `${id}-start` as const;
export const rateKey = <Id extends WorkId>(id: Id) => `${id}-gw` as const;

const toMonths = (years: number) => months(Math.round(years * MONTHS_PER_YEAR));

/** A place on a scale of years, of a figure that counts months or weeks. */
const range = (
  label: string,
  fact: Mark['fact'],
  inYears: (count: number) => number,
  value: number,
  low: number,
  high: number,
): Mark => ({
  label,
  fact,
  value: inYears(value),
  low: inYears(low),
  high: inYears(high),
});

/** "Chips take", "Power takes". */
const says = (id: StageId, verb: string) =>
  `${capital(STAGES[id].short)} ${verb}${STAGES[id].isMany ? '' : 's'}`;

/** A quantity of time. Plans are made in months, all the way up. */
function time(
  id: StageId,
  {
    key,
    label,
    max,
    value = 0,
    marks = [],
  }: { key: string; label: string; max: number; value?: number; marks?: readonly Mark[] },
  format: Quantity['format'],
): Quantity {
  return {
    ...duration({
      key,
      label,
      tone: STAGES[id].tone,
      min: 0,
      max,
      scale: 'linear',
      evidence: { value, marks },
    }),
    snap: toMonths,
    stops: Array.from({ length: max * MONTHS_PER_YEAR + 1 }, (_, month) => months(month)),
    format,
    short: (years) => (years === 0 ? '0' : shortSpan(years)),
  };
}

/** How long it takes. */
const lead = (id: WorkId, value: number, marks: readonly Mark[]) =>
  time(id, { key: id, label: says(id, 'take'), max: 7, value, marks }, span);

/** When it starts, after signing. */
const start = (id: WorkId) =>
  time(id, { key: startKey(id), label: says(id, 'start'), max: 5 }, (years) =>
    years === 0 ? 'at signing' : `${span(years)} later`,
  );

/** What it can deliver. */
function rate(id: WorkId, value: number, marks: readonly Mark[]): Quantity {
  const { tone, isMany, short } = STAGES[id];
  const label = `${capital(short)} ${isMany ? 'carry' : 'carries'}`;
  return gigawattsPerYear({ key: rateKey(id), label, tone, max: 40, evidence: { value, marks } });
}

const view: Choice<'time' | 'flow'> = {
  kind: 'choice',
  key: 'view',
  label: 'View',
  options: [
    { value: 'time', label: 'time' },
    { value: 'flow', label: 'flow' },
  ],
  default: 'time',
};

/** What G04 says in words: the stock drew over 10 GW. At G02's growth, all but one part in 3.3 of it is from the last year. */
const newChipsGw = Math.round(10 * (1 - 1 / G02.value));
const builtGw = G27.value / months(F22.value);

export const bottleneckSettings = {
  view,
  chips: lead('chips', toMonths(weeks(F03.value)), [
    { ...range('sourced', 'F03', weeks, F03.value, F03.low, F03.high), value: toMonths(weeks(F03.value)) },
    { label: 'a new fab', fact: 'F01', value: F01.value, low: F01.low, high: F01.high },
  ]),
  power: lead('power', F21.value, [
    { label: 'US average', fact: 'F21', value: F21.value, low: F21.low, high: F21.high },
    range('engines', 'F14', months, F14.value, F14.low, F14.high),
  ]),
  buildings: lead('buildings', months(F22.value), [
    range('sourced', 'F22', months, F22.value, F22.low, F22.high),
  ]),
  cooling: lead('cooling', months(F34.value), [
    range('sourced', 'F34', months, F34.value, F34.low, F34.high),
    range('exchangers', 'F32', months, F32.value, F32.low, F32.high),
  ]),
  consent: time(
    'consent',
    {
      key: 'consent',
      label: says('consent', 'take'),
      max: 5,
      marks: [{ label: 'New York', fact: 'J11', value: J11.value }],
    },
    (years) => (years === 0 ? 'not counted' : span(years)),
  ),
  'chips-start': start('chips'),
  'power-start': start('power'),
  'buildings-start': start('buildings'),
  'cooling-start': start('cooling'),
  'chips-gw': rate('chips', newChipsGw, [{ label: 'Epoch', fact: 'G04', value: newChipsGw }]),
  'power-gw': rate('power', G25.value, [{ label: 'in 2025', fact: 'G25', value: G25.value }]),
  'buildings-gw': rate('buildings', builtGw, [
    { label: 'JLL', fact: 'G27', value: builtGw },
    { label: 'Sightline', fact: 'G24', value: G24.value },
  ]),
  'cooling-gw': rate('cooling', 10, []),
} as const;

export const face: Face = {
  id: 'bottleneck',
  title: 'The bottleneck: which of the four is slow',
  question: 'Which of the four is the slow one?',
};
