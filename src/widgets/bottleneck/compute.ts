import { scheduleStages } from '#model/stages.ts';
import type { StateOf } from '#state/quantity.ts';
import { bottleneckSettings, startKey } from './settings.ts';
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

export interface Picture {
  readonly state: BottleneckState;
  /** The four in the essay's order, then consent, which is there even while it takes no time. */
  readonly bars: readonly Bar[];
  readonly online: number;
  readonly binding: readonly StageId[];
}

const STEP_YEARS = 1;
/** Sums and differences of years leave dust behind. */
export const DUST = 1e-9;
export const undusted = (value: number) => (Math.abs(value) < DUST ? 0 : value);

/** Nobody breaks ground before consent is given; the other work doesn't wait for it. */
const startOf = (state: BottleneckState, id: WorkId) =>
  Math.max(state[startKey(id)], id === 'buildings' ? state.consent : 0);

const scheduleOf = (state: BottleneckState) =>
  scheduleStages(WORK.map((id) => ({ id, startYear: startOf(state, id), leadYears: state[id] })));

/** A year less, or none; on the month where the year began on one. */
function soonerLead(id: StageId, lead: number): number {
  const left = Math.max(0, lead - STEP_YEARS);
  const month = bottleneckSettings[id].snap(left);
  return Math.abs(month - left) < DUST ? month : left;
}

export function compute(state: BottleneckState): Picture {
  const { onlineYear: online, slackYears } = scheduleOf(state);
  const barOf = (id: StageId, start: number, slack: number): Bar => {
    const lead = state[id];
    const sooner = soonerLead(id, lead);
    return {
      id,
      start,
      lead,
      end: start + lead,
      slack,
      // While it takes no time, consent keeps nobody waiting.
      binds: slack === 0 && (id !== 'consent' || lead > 0),
      soonerLead: sooner,
      soonerMoves: undusted(online - scheduleOf({ ...state, [id]: sooner }).onlineYear),
    };
  };
  const work = WORK.map((id) => barOf(id, startOf(state, id), slackYears[id] ?? 0));
  // Consent may be late by what the building can still give, and by what passes before the building starts.
  const room = startOf(state, 'buildings') + (slackYears.buildings ?? 0);
  const bars = [...work, barOf('consent', 0, undusted(room - state.consent))];
  return { state, bars, online, binding: bars.filter(({ binds }) => binds).map(({ id }) => id) };
}
