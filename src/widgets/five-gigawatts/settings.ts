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
      basis: {
        kind: 'sourced',
        facts: ['A08', 'A09'],
        how: 'The day of signing. The last published date is the end of 2026; how the first gigawatt gets there, and everything later, is assumed.',
      },
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
        basis: {
          kind: 'assumed',
          why: 'Nobody has published a date for the other four gigawatts. Five years is the long end of what one weak source gives a site from nothing; ten are the term of the spending. The rest is taken to start evenly.',
        },
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
    evidence: {
      value: BUILD.value,
      basis: {
        kind: 'sourced',
        facts: ['F22'],
        how: 'The shell only, from breaking ground; for every cell alike, which is assumed.',
      },
      marks: [{ ...BUILD, label: 'shell', fact: 'F22' }],
    },
  }),
} as const;

export const face: Face = {
  id: 'five-gigawatts',
  title: 'Five gigawatts: paper, building site, running',
  question: 'How much of what was bought exists?',
};
