import { G02, G04 } from 'virtual:figures';
import { anthropicRunRates, openaiRunRates, type RunRate } from '#evidence/readings.ts';
import { calendarYear } from '#model/calendar.ts';
import { decimal } from '#model/format.ts';

export type SeriesId = 'anthropic' | 'openai' | 'compute';

/** What a picture of a series is drawn on. */
export interface Axes {
  readonly from: number;
  readonly to: number;
  /** The linear axis runs from nought to `top`, the logarithmic one from `least` to `most`. */
  readonly top: number;
  readonly least: number;
  readonly most: number;
  readonly linearTicks: readonly number[];
  readonly logTicks: readonly number[];
}

/** Somebody's own estimate of growth where the ledger has no readings to fit: through one of them, with a range. */
export interface Estimate {
  readonly through: RunRate;
  /** Times a year. */
  readonly factor: number;
  readonly low: number;
  readonly high: number;
  readonly since: number;
}

export interface Series {
  readonly id: SeriesId;
  /** What grew, as a sentence begins or goes on with it. */
  readonly what: string;
  readonly title: string;
  /** What its colour means: revenue is demand that was served, what was built is supply. */
  readonly tone: 'demand' | 'supply';
  readonly readings: readonly RunRate[];
  readonly estimate: Estimate | null;
  readonly axes: Axes;
  /** A value with its unit, short: "$47 B". */
  readonly format: (value: number) => string;
}

/** Billions of dollars: $0.09 B, $3.8 B, $47 B. */
export function billions(value: number): string {
  return `$${decimal(value, value < 1 ? 2 : 1)} B`;
}

const labAxes: Axes = {
  from: 2023.9,
  to: 2026.45,
  top: 60,
  least: 0.05,
  most: 100,
  linearTicks: [0, 20, 40, 60],
  logTicks: [0.1, 1, 10, 100],
};

/** Epoch AI counts chips sold by late 2025; drawn at the year's end. */
const counted: RunRate = {
  id: G04.id,
  year: calendarYear(`${G04.asOf}-31`) ?? labAxes.to,
  when: 'late 2025',
  value: G04.value,
  isOwn: true,
  confidence: G04.confidence,
};

export const series: Readonly<Record<SeriesId, Series>> = {
  anthropic: {
    id: 'anthropic',
    what: 'Anthropic’s run-rate revenue',
    title: 'run-rate revenue, dollars a year',
    tone: 'demand',
    readings: anthropicRunRates,
    estimate: null,
    axes: labAxes,
    format: billions,
  },
  openai: {
    id: 'openai',
    what: 'OpenAI’s run-rate revenue',
    title: 'run-rate revenue, dollars a year',
    tone: 'demand',
    readings: openaiRunRates,
    estimate: null,
    axes: labAxes,
    format: billions,
  },
  compute: {
    id: 'compute',
    what: 'the world’s AI compute',
    title: 'AI chips sold, in millions of H100s’ worth',
    tone: 'supply',
    readings: [counted],
    estimate: { through: counted, factor: G02.value, low: G02.low, high: G02.high, since: 2022 },
    axes: {
      from: 2021.9,
      to: 2026.45,
      top: 20,
      least: 0.05,
      most: 100,
      linearTicks: [0, 5, 10, 15, 20],
      logTicks: [0.1, 1, 10, 100],
    },
    format: (value) => `${decimal(value, value < 1 ? 2 : 1)} M`,
  },
};
