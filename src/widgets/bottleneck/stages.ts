import * as F03 from 'virtual:figure/F03';
import * as F21 from 'virtual:figure/F21';
import * as F22 from 'virtual:figure/F22';
import * as F32 from 'virtual:figure/F32';
import * as F34 from 'virtual:figure/F34';
import * as J11 from 'virtual:figure/J11';
import { days, months } from '#model/units.ts';
import type { Tone } from '#state/quantity.ts';

/** The four kinds of work that must all be finished, in the essay's order. */
export const WORK = ['chips', 'power', 'buildings', 'cooling'] as const;
export type WorkId = (typeof WORK)[number];
/** The four, and the fifth that their list leaves out. */
export type StageId = WorkId | 'consent';

/** Weeks, in years. */
export const weeks = (count: number) => days(7 * count);

/** How a stage is named and what sources say of how long it takes. */
export interface Stage {
  readonly name: string;
  /** Where there is little room, and within a sentence. */
  readonly short: string;
  readonly isMany: boolean;
  readonly tone: Tone;
  /** What is waited for. */
  readonly what: string;
  /** In years. */
  readonly low: number;
  readonly high: number;
  /** The same as the sources put it, and whose figure it is. */
  readonly range: string;
  readonly by: string;
}

export const STAGES: Readonly<Record<StageId, Stage>> = {
  chips: {
    name: 'Chips',
    short: 'chips',
    isMany: true,
    tone: 'chips',
    what: 'advanced packaging',
    low: weeks(F03.low),
    high: weeks(F03.high),
    range: `${F03.low}–${F03.high} wk`,
    by: 'Silicon Analysts',
  },
  power: {
    name: 'Power',
    short: 'power',
    isMany: false,
    tone: 'power',
    what: 'a 100 MW grid connection',
    low: F21.low,
    high: F21.high,
    range: `${F21.low}–${F21.high} y`,
    by: 'JLL',
  },
  buildings: {
    name: 'Buildings',
    short: 'buildings',
    isMany: true,
    tone: 'buildings',
    what: 'from breaking ground on',
    low: months(F22.low),
    high: months(F22.high),
    range: `${F22.low}–${F22.high} mo`,
    by: 'JLL and others',
  },
  cooling: {
    name: 'Cooling and networking',
    short: 'cooling',
    isMany: false,
    tone: 'cooling',
    what: 'compressors, exchangers',
    low: months(F34.low),
    high: months(F32.high),
    range: `${F34.low}–${F32.high} mo`,
    by: 'DCD, BNEF',
  },
  consent: {
    name: 'Local consent',
    short: 'consent',
    isMany: false,
    tone: 'ink',
    what: 'the fifth, not on the list',
    low: J11.value,
    high: J11.value,
    range: `${J11.value} y`,
    by: 'New York’s moratorium',
  },
};
