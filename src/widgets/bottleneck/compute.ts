import { scheduleStages, throughput } from '#model/stages.ts';
import type { StateOf } from '#state/quantity.ts';
import { bottleneckSettings, rateKey, startKey } from './settings.ts';
import { type StageId, WORK, type WorkId } from './stages.ts';

export type BottleneckState = StateOf<typeof bottleneckSettings>;

/** A stage on the time axis, in years since signing. */
export interface Bar {
  readonly id: StageId;
  readonly start: number;
  readonly lead: number;
  readonly end: number;
  /** By how much it could finish later at no cost. */
  readonly slack: number;
  readonly binds: boolean;
  /** How long it would take if it were done a year sooner, or at once where it takes less. */
  readonly soonerLead: number;
  /** By how much that would bring the online date forward. */
  readonly soonerMoves: number;
}

/** A stage as a pipe, in GW a year. */
export interface Pipe {
  readonly id: WorkId;
  readonly gw: number;
  readonly binds: boolean;
  /** With a gigawatt a year more, or as much more as can be set. */
  readonly widerGw: number;
  readonly widerMoves: number;
}

export interface Picture {
  readonly state: BottleneckState;
  /** The four in the essay's order, then consent, which is there even while it takes no time. */
  readonly bars: readonly Bar[];
  readonly online: number;
  readonly binding: readonly StageId[];
  readonly pipes: readonly Pipe[];
  readonly gwPerYear: number;
  readonly narrowest: readonly WorkId[];
  /** What would be narrowest if the narrowest were as wide as one likes; null where all are. */
  readonly next: { readonly ids: readonly WorkId[]; readonly gwPerYear: number } | null;
}

const STEP_YEARS = 1;
const STEP_GW = 1;
/** Sums and differences of years leave dust behind. */
export const DUST = 1e-9;
const undusted = (value: number) => (Math.abs(value) < DUST ? 0 : value);

/** Nobody breaks ground before consent is given; the other work doesn't wait for it. */
function workOf(state: BottleneckState) {
  return WORK.map((id) => ({
    id,
    startYear: Math.max(state[startKey(id)], id === 'buildings' ? state.consent : 0),
    leadYears: state[id],
  }));
}

const onlineOf = (state: BottleneckState) => scheduleStages(workOf(state)).onlineYear;

/** A year less, or none; on the month where the year began on one. */
function soonerLead(id: StageId, lead: number): number {
  const left = Math.max(0, lead - STEP_YEARS);
  const month = bottleneckSettings[id].snap(left);
  return Math.abs(month - left) < DUST ? month : left;
}

function barsOf(state: BottleneckState): { bars: Bar[]; online: number } {
  const work = workOf(state);
  const { onlineYear: online, slackYears } = scheduleStages(work);
  const bar = (id: StageId, start: number, slack: number): Bar => {
    const lead = state[id];
    const sooner = soonerLead(id, lead);
    const soonerMoves = undusted(online - onlineOf({ ...state, [id]: sooner }));
    return { id, start, lead, end: start + lead, slack, binds: slack === 0, soonerLead: sooner, soonerMoves };
  };
  const bars = work.map(({ id, startYear }) => bar(id, startYear, slackYears[id] ?? 0));
  // Consent may be late by what the building can still give, and by what passes before the building starts.
  const building = bars.find(({ id }) => id === 'buildings');
  const room = building === undefined ? online : building.slack + building.start;
  const consent = bar('consent', 0, undusted(room - state.consent));
  return { bars: [...bars, { ...consent, binds: consent.binds && consent.lead > 0 }], online };
}

export function compute(state: BottleneckState): Picture {
  const { bars, online } = barsOf(state);
  const rates = WORK.map((id) => ({ id, gwPerYear: state[rateKey(id)] }));
  const { gwPerYear, binding } = throughput(rates);
  const narrowest = WORK.filter((id) => binding.includes(id));
  const wider = rates.filter(({ id }) => !narrowest.includes(id));
  const after = wider.length === 0 ? null : throughput(wider);
  const pipes = rates.map(({ id, gwPerYear: gw }): Pipe => {
    const widerGw = Math.min(gw + STEP_GW, bottleneckSettings[rateKey(id)].max);
    const widened = rates.map((rate) => (rate.id === id ? { id, gwPerYear: widerGw } : rate));
    const widerMoves = undusted(throughput(widened).gwPerYear - gwPerYear);
    return { id, gw, binds: narrowest.includes(id), widerGw, widerMoves };
  });
  return {
    state,
    bars,
    online,
    binding: bars.filter(({ binds }) => binds).map(({ id }) => id),
    pipes,
    gwPerYear,
    narrowest,
    next: after && { ids: WORK.filter((id) => after.binding.includes(id)), gwPerYear: after.gwPerYear },
  };
}
