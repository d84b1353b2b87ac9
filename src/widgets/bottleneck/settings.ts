import { MONTHS_PER_YEAR, months } from '#model/units.ts';
import { duration } from '#state/duration.ts';
import { gigawattsPerYear } from '#state/gigawatts-a-year.ts';
import type { Choice, Quantity } from '#state/quantity.ts';
import type { Face } from '../define.ts';
import { leadEvidence, rateEvidence, startEvidence } from './evidence.ts';
import { STAGES, type StageId, type WorkId } from './stages.ts';
import { capital, shortSpan, span } from './words.ts';

const MOST_YEARS = { lead: 7, start: 5, consent: 5 } as const;
const MOST_GW = 40;

/** The keys of a stage's other quantities. */
export const startKey = <Id extends WorkId>(id: Id) => `${id}-start` as const;
export const rateKey = <Id extends WorkId>(id: Id) => `${id}-gw` as const;

/** Plans are made in months, all the way up. */
function inMonths(quantity: Quantity, format: Quantity['format']): Quantity {
  const count = Math.round(quantity.max * MONTHS_PER_YEAR);
  return {
    ...quantity,
    snap: (value) => months(Math.round(value * MONTHS_PER_YEAR)),
    stops: Array.from({ length: count + 1 }, (_, month) => months(month)),
    format,
    short: (value) => (value === 0 ? '0' : shortSpan(value)),
  };
}

/** "Chips take", "Power takes". */
function says(id: StageId, verb: string): string {
  const { short, isMany } = STAGES[id];
  return `${capital(short)} ${verb}${isMany ? '' : 's'}`;
}

function lead(id: StageId, max: number, zero?: string): Quantity {
  const spec = { key: id, label: says(id, 'take'), tone: STAGES[id].tone, evidence: leadEvidence[id] };
  return inMonths(duration({ ...spec, min: 0, max, scale: 'linear' }), (value) =>
    value === 0 && zero !== undefined ? zero : span(value),
  );
}

function start(id: WorkId): Quantity {
  const spec = {
    key: startKey(id),
    label: says(id, 'start'),
    tone: STAGES[id].tone,
    evidence: startEvidence,
  };
  return inMonths(duration({ ...spec, min: 0, max: MOST_YEARS.start, scale: 'linear' }), (value) =>
    value === 0 ? 'at signing' : `${span(value)} later`,
  );
}

function rate(id: WorkId): Quantity {
  const { tone, isMany, short } = STAGES[id];
  const label = `${capital(short)} ${isMany ? 'carry' : 'carries'}`;
  return gigawattsPerYear({ key: rateKey(id), label, tone, max: MOST_GW, evidence: rateEvidence[id] });
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

export const bottleneckSettings = {
  view,
  chips: lead('chips', MOST_YEARS.lead),
  power: lead('power', MOST_YEARS.lead),
  buildings: lead('buildings', MOST_YEARS.lead),
  cooling: lead('cooling', MOST_YEARS.lead),
  consent: lead('consent', MOST_YEARS.consent, 'not counted'),
  'chips-start': start('chips'),
  'power-start': start('power'),
  'buildings-start': start('buildings'),
  'cooling-start': start('cooling'),
  'chips-gw': rate('chips'),
  'power-gw': rate('power'),
  'buildings-gw': rate('buildings'),
  'cooling-gw': rate('cooling'),
} as const;

export const face: Face = {
  id: 'bottleneck',
  title: 'The bottleneck: which of the four is slow',
  question: 'Which of the four is the slow one?',
};
