import { commitEvidence, doublingEvidence, leadEvidence } from '#evidence/defaults.ts';
import { decimal, duration as inWords, multiple } from '#model/format.ts';
import { overbuildIfGrowthStops, steadyScarcity } from '#model/law.ts';
import { months } from '#model/units.ts';
import { duration } from './duration.ts';
import type { Quantity, StateOf } from './quantity.ts';

/** What every figure and all prose of a page share. */
export const worldSettings = {
  doubling: duration({
    key: 'doubling',
    label: 'Demand doubles every',
    symbol: 'T',
    tone: 'demand',
    min: months(1.5),
    max: 5,
    scale: 'log',
    evidence: doublingEvidence,
  }),
  lead: duration({
    key: 'lead',
    label: 'Capacity takes',
    symbol: 'L',
    tone: 'supply',
    min: months(3),
    max: 7,
    scale: 'linear',
    evidence: leadEvidence,
  }),
  commit: duration({
    key: 'commit',
    label: 'Committed ahead',
    symbol: 'F',
    tone: 'supply',
    min: 0,
    max: 7,
    scale: 'linear',
    within: 'lead',
    evidence: commitEvidence,
    zero: 'nothing',
  }),
} as const satisfies Record<string, Quantity>;

export type World = StateOf<typeof worldSettings>;
export type WorldKey = keyof typeof worldSettings;

export function isWorldKey(key: string): key is WorldKey {
  return Object.hasOwn(worldSettings, key);
}

/** The essay's own world. */
export const essayWorld: World = {
  doubling: worldSettings.doubling.default,
  lead: worldSettings.lead.default,
  commit: worldSettings.commit.default,
};

/** A number the model computes from the world, as prose shows it. */
export interface Result {
  readonly of: (world: World) => number;
  readonly format: (value: number) => string;
  readonly tone: 'demand' | 'supply' | 'gap' | 'none';
}

const law = ({ doubling, lead, commit }: World) => ({
  doublingYears: doubling,
  leadYears: lead,
  commitYears: commit,
});

/** What prose may show with `<Value of="…" />`. */
export const worldResults = {
  scarcity: { of: (world) => steadyScarcity(law(world)), format: multiple, tone: 'gap' },
  overbuild: { of: (world) => overbuildIfGrowthStops(law(world)), format: multiple, tone: 'supply' },
  /** Short now, times too much if growth stops: what commitment can only split. */
  product: {
    of: (world) => steadyScarcity(law({ ...world, commit: 0 })),
    format: multiple,
    tone: 'gap',
  },
  doublings: {
    of: ({ doubling, lead }) => lead / doubling,
    format: (value) => decimal(value, 1),
    tone: 'none',
  },
  covered: { of: ({ commit }) => commit, format: worldSettings.commit.format, tone: 'supply' },
  uncovered: { of: ({ lead, commit }) => lead - commit, format: inWords, tone: 'gap' },
} as const satisfies Record<string, Result>;

export type ResultId = keyof typeof worldResults;
