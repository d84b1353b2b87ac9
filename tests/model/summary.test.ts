import { describe, expect, test } from 'vitest';
import { simulatePipeline } from '#model/pipeline.ts';
import { fc } from './properties.ts';
import { anyWorld, largest, offBy } from './worlds.ts';

const essay = { doublingYears: 7 / 12, leadYears: 2, commitYears: 0 };

describe('the summary', () => {
  test('says what the series says', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { series, summary } = simulatePipeline(world);
        const peak = largest(series.map(({ scarcity }) => scarcity));
        const first = series.find(({ scarcity }) => scarcity >= peak * 0.999);
        const after = series.filter(({ year }) => year > (first?.year ?? 0));
        expect(summary.peakScarcity).toBe(peak);
        expect(summary.peakScarcityYear).toBe(first?.year);
        expect(summary.catchUpYear).toBe(
          after.find(({ supply, demand }) => supply >= demand * (1 - 1e-9))?.year ?? null,
        );
        expect(summary.peakIdleShare).toBeCloseTo(
          largest(series.map(({ idle, supply }) => idle / supply)),
          6,
        );
        const idlest = series.find(({ year }) => year === summary.peakIdleYear);
        expect((idlest?.idle ?? 0) / (idlest?.supply ?? 1)).toBeCloseTo(summary.peakIdleShare, 6);
      }),
    );
  });

  test('in the essay’s world: short by 10.8 once this year’s orders arrive, and never caught up', () => {
    const { summary } = simulatePipeline(essay);
    expect(offBy(summary.peakScarcity, 10.767201541058848)).toBeLessThan(1e-12);
    expect(summary.peakScarcityYear).toBeGreaterThan(2.3);
    expect(summary.peakScarcityYear).toBeLessThanOrEqual(2.5);
    expect(summary).toMatchObject({ catchUpYear: null, peakIdleShare: 0, peakIdleYear: 0 });
  });

  test('when growth stops, supply catches up one lead time later if nothing more was committed', () => {
    const { summary } = simulatePipeline({ ...essay, stopYear: 5 });
    expect(summary.catchUpYear).toBe(7);
    expect(summary.peakIdleShare).toBe(0);
  });

  test('what was committed for growth that did not come stands idle, one lead time after the stop', () => {
    const { summary } = simulatePipeline({ doublingYears: 0.5, leadYears: 2, commitYears: 1, stopYear: 5 });
    expect(summary.catchUpYear).toBe(6);
    expect(summary.peakIdleShare).toBeCloseTo(0.75, 9);
    expect(summary.peakIdleYear).toBe(7);
  });

  test('unmet demand adds up over the years', () => {
    // Demand 2^(2t), supply 2^(t/4) up to the lead time: the integral of the difference in closed form.
    const { summary } = simulatePipeline({
      doublingYears: 0.5,
      leadYears: 3,
      commitYears: 0,
      legacyDoublingYears: 4,
      horizonYears: 3,
      stepYears: 1 / 480,
    });
    const exact = (2 ** 6 - 1) / (2 * Math.LN2) - (2 ** 0.75 - 1) / (0.25 * Math.LN2);
    expect(offBy(summary.unmetYears, exact)).toBeLessThan(1e-5);
  });

  test('a last step shorter than the others counts for less', () => {
    const world = { doublingYears: 1, leadYears: 2, commitYears: 0 };
    const unmet = (horizonYears: number) => simulatePipeline({ ...world, horizonYears }).summary.unmetYears;
    const [before, just, after] = [unmet(2), unmet(2.001), unmet(2 + 1 / 48)];
    expect((just - before) / (after - before)).toBeCloseTo(0.048, 2);
  });

  test('rounding in a balanced world is not idle capacity', () => {
    const { summary } = simulatePipeline({ doublingYears: 3, leadYears: 1.7, commitYears: 1.7 });
    expect(summary).toMatchObject({ peakIdleShare: 0, peakIdleYear: 0, peakScarcityYear: 0 });
    expect(summary.peakScarcity).toBeCloseTo(1, 12);
  });
});
