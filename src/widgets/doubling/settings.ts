import { anthropicRunRates as dates } from '#evidence/readings.ts';
import type { Choice } from '#state/quantity.ts';
import { readingDate } from '#state/reading-date.ts';
import type { Face } from '../define.ts';
import type { SeriesId } from './series.ts';

const of: Choice<SeriesId> = {
  kind: 'choice',
  key: 'of',
  label: 'Growth of',
  options: [
    { value: 'anthropic', label: 'Anthropic' },
    { value: 'openai', label: 'OpenAI' },
    { value: 'compute', label: 'AI compute' },
  ],
  default: 'anthropic',
};

const scale: Choice<'linear' | 'log'> = {
  kind: 'choice',
  key: 'scale',
  label: 'Scale',
  options: [
    { value: 'log', label: 'log' },
    { value: 'linear', label: 'linear' },
  ],
  default: 'linear',
};

const against: Choice<'nothing' | 'booked' | 'net'> = {
  kind: 'choice',
  key: 'against',
  label: 'Set against Anthropic’s run-rate',
  options: [
    { value: 'nothing', label: 'nothing' },
    { value: 'booked', label: 'revenue booked' },
    { value: 'net', label: 'OpenAI’s net figure' },
  ],
  default: 'nothing',
};

export const doublingSettings = {
  of,
  to: readingDate({
    key: 'to',
    label: 'Fit to',
    tone: 'demand',
    dates: dates.slice(1),
    evidence: { value: dates.at(-1)?.year ?? 0, marks: [] },
  }),
  from: readingDate({
    key: 'from',
    label: 'Fit from',
    tone: 'demand',
    within: 'to',
    dates: dates.slice(0, -1),
    evidence: { value: dates[0]?.year ?? 0, marks: [] },
  }),
  scale,
  against,
} as const;

export const face: Face = {
  id: 'doubling',
  title: 'Doubling: how fast is “vertical”?',
  question: 'How fast is “vertical”?',
};
