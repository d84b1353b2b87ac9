import * as F23 from 'virtual:figure/F23';
import { duration as inWords } from '#model/format.ts';
import { calendarDate } from '#state/calendar.ts';
import { duration } from '#state/duration.ts';
import type { Face } from '../define.ts';
import { BUILD, DUE, SIGNED, TERM_END } from './deal.ts';

const after = (years: number) => `after ${inWords(years)}`;

export const fiveSettings = {
  date: calendarDate({
    key: 'date',
    label: 'Date',
    tone: 'ink',
    min: 2025.75,
    max: TERM_END,
    moments: [SIGNED],
    evidence: {
      value: SIGNED,
      marks: [
        { value: SIGNED, label: 'signed', fact: 'A08' },
        { value: DUE, label: '1 GW due', fact: 'A09' },
      ],
    },
  }),
  last: {
    ...duration({
      key: 'last',
      label: 'The last of it runs',
      symbol: 'N',
      tone: 'supply',
      min: 3,
      max: 10,
      scale: 'linear',
      evidence: {
        value: 5,
        marks: [{ value: F23.value, low: F23.low, high: F23.high, label: 'a new site', fact: 'F23' }],
      },
    }),
    format: after,
  },
  build: duration({
    key: 'build',
    label: 'Building takes',
    symbol: 'b',
    tone: 'buildings',
    min: BUILD.low,
    max: BUILD.high,
    scale: 'linear',
    evidence: { value: BUILD.value, marks: [{ ...BUILD, label: 'shell', fact: 'F22' }] },
  }),
} as const;

export const face: Face = {
  id: 'five-gigawatts',
  title: 'Five gigawatts: paper, building site, running',
  question: 'How much of what was bought exists?',
};
