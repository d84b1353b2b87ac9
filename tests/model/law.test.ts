import { describe, expect, test } from 'vitest';
import { coveredYears, lawYear, overbuildIfGrowthStops, steadyScarcity } from '#model/law.ts';
import { simulatePipeline } from '#model/pipeline.ts';
import { impliedScarcity } from '#model/price.ts';
import { fc, from } from './properties.ts';
import { largest, lastOf, offBy, sideBySide, simulatedGrowth, steadyGrowth } from './worlds.ts';

const essay = { doublingYears: 7 / 12, leadYears: 2, commitYears: 0 };

describe('the law', () => {
  test('with compute doubling every 7 months and two years to build, nothing committed means 10.8 times short', () => {
    expect(steadyScarcity(essay)).toBe(10.767201541058848);
  });

  test('doubling the lead time squares the shortage', () => {
    fc.assert(
      fc.property(from(0.1, 10), from(0, 7.5), (doublingYears, leadYears) => {
        const once = steadyScarcity({ doublingYears, leadYears, commitYears: 0 });
        const twice = steadyScarcity({ doublingYears, leadYears: 2 * leadYears, commitYears: 0 });
        expect(offBy(twice, once ** 2)).toBeLessThan(1e-12);
      }),
    );
  });

  test('every year of commitment divides the shortage by as much as it multiplies the glut', () => {
    fc.assert(
      fc.property(from(0.1, 10), from(1, 15), from(0, 1), (doublingYears, leadYears, share) => {
        const commitYears = share * (leadYears - 1);
        const more = { doublingYears, leadYears, commitYears: commitYears + 1 };
        const less = { doublingYears, leadYears, commitYears };
        const aYear = 2 ** (1 / doublingYears);
        expect(offBy(steadyScarcity(less) / steadyScarcity(more), aYear)).toBeLessThan(1e-12);
        expect(offBy(overbuildIfGrowthStops(more) / overbuildIfGrowthStops(less), aYear)).toBeLessThan(1e-12);
      }),
    );
  });

  test('shortage times overbuild is fixed by the two clocks, whatever is committed', () => {
    fc.assert(
      fc.property(steadyGrowth, (growth) => {
        const product = steadyScarcity(growth) * overbuildIfGrowthStops(growth);
        expect(offBy(product, 2 ** (growth.leadYears / growth.doublingYears))).toBeLessThan(1e-12);
      }),
    );
  });

  test('the shortage rises with the lead time and falls with commitment and with the doubling time', () => {
    fc.assert(
      fc.property(steadyGrowth, from(0, 1), ({ doublingYears, leadYears, commitYears }, share) => {
        const scarcity = steadyScarcity({ doublingYears, leadYears, commitYears });
        const longer = leadYears + share * (15 - leadYears);
        const bolder = Math.min(leadYears, commitYears + share * (leadYears - commitYears));
        const slower = doublingYears + share * (10 - doublingYears);
        expect(steadyScarcity({ doublingYears, leadYears: longer, commitYears })).toBeGreaterThanOrEqual(
          scarcity,
        );
        expect(steadyScarcity({ doublingYears, leadYears, commitYears: bolder })).toBeLessThanOrEqual(
          scarcity,
        );
        expect(steadyScarcity({ doublingYears: slower, leadYears, commitYears })).toBeLessThanOrEqual(
          scarcity,
        );
      }),
    );
  });

  test('lead time alone makes no shortage when all of it is committed for', () => {
    fc.assert(
      fc.property(steadyGrowth, ({ doublingYears, leadYears }) => {
        expect(steadyScarcity({ doublingYears, leadYears, commitYears: leadYears })).toBe(1);
      }),
    );
  });
});

describe('the law read backwards', () => {
  test('the shortage tells how many years were covered', () => {
    fc.assert(
      fc.property(steadyGrowth, ({ doublingYears, leadYears, commitYears }) => {
        const scarcity = steadyScarcity({ doublingYears, leadYears, commitYears });
        expect(coveredYears({ doublingYears, leadYears, scarcity })).toBeCloseTo(commitYears, 10);
      }),
    );
  });

  test('prices 38 % above their low mean that 1.7 of the two years are covered', () => {
    const scarcity = impliedScarcity({ priceRatio: 1.38, elasticity: 1 });
    const covered = coveredYears({ doublingYears: 7 / 12, leadYears: 2, scarcity });
    expect(covered).toBeCloseTo(1.729, 3);
    expect(overbuildIfGrowthStops({ doublingYears: 7 / 12, commitYears: covered })).toBeCloseTo(7.8, 1);
    expect(overbuildIfGrowthStops({ doublingYears: 7 / 12, commitYears: 1.7 })).toBeCloseTo(7.54, 2);
  });

  test('a shortage worse than no commitment at all covers a negative number of years', () => {
    expect(coveredYears({ doublingYears: 1, leadYears: 1, scarcity: 8 })).toBe(-2);
    expect(coveredYears({ doublingYears: 1, leadYears: 1, scarcity: 0.5 })).toBe(2);
  });

  test('the more demand answers to price, the larger the shortage that a rise in price reveals', () => {
    expect(impliedScarcity({ priceRatio: 2, elasticity: 0.5 })).toBeCloseTo(Math.SQRT2, 12);
    expect(impliedScarcity({ priceRatio: 2, elasticity: 3 })).toBe(8);
    expect(impliedScarcity({ priceRatio: 0.5, elasticity: 1 })).toBe(0.5);
    fc.assert(
      fc.property(from(0.05, 20), (elasticity) => {
        expect(impliedScarcity({ priceRatio: 1, elasticity })).toBe(1);
      }),
    );
  });
});

describe('the simulation meets the law', () => {
  test('the essay’s world is short by the law from year 2.5 on', () => {
    expect(lawYear(essay)).toBe(2.5);
    const { series } = simulatePipeline(essay);
    const after = series.filter(({ year }) => year >= 2.5);
    expect(largest(after.map(({ scarcity }) => offBy(scarcity, 10.767201541058848)))).toBeLessThan(1e-12);
    expect(series.find(({ year }) => year === 2)?.scarcity).toBeCloseTo(6.783, 3);
  });

  test('from one step after its time on, to far better than 0.1 %, in every world', () => {
    fc.assert(
      fc.property(simulatedGrowth, from(0.1, 5), (world, more) => {
        const settled = lawYear(world) + world.stepYears;
        const { series } = simulatePipeline({ ...world, horizonYears: settled + more });
        const after = series.filter(({ year }) => year >= settled);
        expect(after.length).toBeGreaterThan(0);
        const law = steadyScarcity(world);
        expect(largest(after.map(({ scarcity }) => offBy(scarcity, law)))).toBeLessThan(1e-9);
      }),
    );
  });

  test('just before its time it does not hold yet', () => {
    const { series } = simulatePipeline(essay);
    const before = series.filter(({ year }) => year > 2 && year < 2.35);
    expect(Math.min(...before.map(({ scarcity }) => offBy(scarcity, 10.767201541058848)))).toBeGreaterThan(
      0.01,
    );
  });

  test('a stop ends at the overbuild of the law one lead time later, on the grid or between its points', () => {
    fc.assert(
      fc.property(simulatedGrowth, fc.integer({ min: 0, max: 48 }), from(0, 1), (world, steps, between) => {
        const { leadYears, stepYears } = world;
        const settled = lawYear(world) - leadYears;
        for (const stop of [Math.ceil(settled / stepYears) + steps, settled / stepYears + steps + between]) {
          const stopYear = stop * stepYears;
          const horizonYears = Math.max(0.1, stopYear + leadYears + stepYears);
          const { supply, demand } = lastOf(simulatePipeline({ ...world, stopYear, horizonYears }));
          expect(offBy(supply / demand, overbuildIfGrowthStops(world))).toBeLessThan(1e-9);
        }
      }),
    );
  });
});

describe('at every instant', () => {
  test('faster doubling makes capacity scarcer', () => {
    fc.assert(
      fc.property(simulatedGrowth, from(0.1, 4), from(0.1, 20), (world, doublingYears, horizonYears) => {
        const [fast, slow] = [world.doublingYears, doublingYears].sort((a, b) => a - b);
        const one = simulatePipeline({ ...world, doublingYears: fast ?? 1, horizonYears });
        const other = simulatePipeline({ ...world, doublingYears: slow ?? 1, horizonYears });
        const excess = sideBySide(one, other).map(({ point, twin }) => twin.scarcity / point.scarcity);
        expect(largest(excess)).toBeLessThan(1 + 1e-9);
      }),
    );
  });

  test('less commitment makes capacity scarcer', () => {
    fc.assert(
      fc.property(simulatedGrowth, from(0, 1), from(0.1, 20), (world, share, horizonYears) => {
        const timid = simulatePipeline({ ...world, commitYears: world.commitYears * share, horizonYears });
        const bold = simulatePipeline({ ...world, horizonYears });
        const excess = sideBySide(timid, bold).map(({ point, twin }) => twin.scarcity / point.scarcity);
        expect(largest(excess)).toBeLessThan(1 + 1e-9);
      }),
    );
  });

  test('but a longer lead time does not: its older orders last longer', () => {
    const two = simulatePipeline(essay);
    const three = simulatePipeline({ ...essay, leadYears: 3 });
    const gaps = sideBySide(two, three).map(({ point, twin }) => twin.scarcity / point.scarcity);
    expect(Math.min(...gaps)).toBeLessThan(1);
    expect(largest(gaps)).toBeGreaterThan(1);
  });
});
