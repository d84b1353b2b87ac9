import fc from 'fast-check';
import { valueAt } from '#state/quantity.ts';
import { type PhaseState, RANGES } from './compute.ts';
import { phaseMapSettings } from './settings.ts';

// For tests only. One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 100 });

const { doubling, lead, commit } = phaseMapSettings;

/** Evenly from 0 to 1, and now and then an end. */
export const share = fc.oneof(
  { weight: 6, arbitrary: fc.noBias(fc.integer({ min: 0, max: 2 ** 20 })).map((part) => part / 2 ** 20) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

/** Any state that a hand can leave behind, evenly over the map or with a commitment. */
export const anyState: fc.Arbitrary<PhaseState> = fc
  .record({ x: share, y: share, commitAt: share })
  .map((at) => {
    const leadYears = lead.snap(RANGES.uncovered.min * (RANGES.uncovered.max / RANGES.uncovered.min) ** at.y);
    const isCommitted = at.commitAt > 0.7;
    return {
      doubling: valueAt(doubling, doubling.max, at.x),
      lead: leadYears,
      commit: isCommitted ? valueAt(commit, leadYears, (at.commitAt - 0.7) / 0.3) : 0,
    };
  });
