import { describe, expect, test } from 'vitest';
import { overbuildIfGrowthStops } from '#model/law.ts';
import { simulatePipeline } from '#model/pipeline.ts';
import type { PipelineOptions } from '#model/world.ts';
import { fc, from } from './properties.ts';
import { anyWorld, largest, lastOf, offBy, pairs, sideBySide, steadyWorld } from './worlds.ts';

const essay = { doublingYears: 7 / 12, leadYears: 2, commitYears: 0 };

describe('the series', () => {
  test('runs from year 0 to the horizon, both included, in steps no longer than asked for', () => {
    fc.assert(
      fc.property(anyWorld, from(1 / 1000, 1 / 48), from(0.1, 3), (world, stepYears, horizonYears) => {
        const pipeline = simulatePipeline({ ...world, stepYears, horizonYears });
        expect(pipeline.series[0]?.year).toBe(0);
        expect(lastOf(pipeline).year).toBe(horizonYears);
        const steps = pairs(pipeline).map(({ earlier, later }) => later.year - earlier.year);
        expect(Math.min(...steps)).toBeGreaterThan(0);
        expect(largest(steps)).toBeLessThan(stepYears * (1 + 1e-6));
      }),
    );
  });

  test('has 577 points by default, on the very numbers a caller would write', () => {
    const { series } = simulatePipeline(essay);
    expect(series.map(({ year }) => year)).toEqual(Array.from({ length: 577 }, (_, index) => index / 48));
  });

  test('begins in balance', () => {
    fc.assert(
      fc.property(steadyWorld, (world) => {
        const [start] = simulatePipeline(world).series;
        expect(start).toMatchObject({
          demand: 1,
          supply: 1,
          scarcity: 1,
          served: 1,
          unmet: 0,
          idle: 0,
          price: 1,
        });
        expect(start?.committed).toBeCloseTo(2 ** (world.leadYears / world.legacyDoublingYears), 10);
      }),
    );
  });

  test('splits demand into served and unmet, supply into served and idle', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const wrong = simulatePipeline(world).series.filter(
          ({ demand, supply, scarcity, served, unmet, idle, price }) =>
            served !== Math.min(demand, supply) ||
            unmet !== demand - served ||
            idle !== supply - served ||
            scarcity !== demand / supply ||
            offBy(price, scarcity ** (1 / world.elasticity)) > 1e-12,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('is the same series for the same question, and leaves the question alone', () => {
    const world = Object.freeze({ ...essay, ceiling: 40, stopYear: 3.3, drop: 0.2 });
    expect(simulatePipeline(world)).toEqual(simulatePipeline(world));
  });

  test('takes an option that is undefined as left out', () => {
    const loose: PipelineOptions = JSON.parse('{"doublingYears":1,"leadYears":2,"commitYears":1}');
    Object.assign(loose, { ceiling: undefined, stopYear: undefined, stepYears: undefined, drop: undefined });
    expect(simulatePipeline(loose)).toEqual(
      simulatePipeline({ doublingYears: 1, leadYears: 2, commitYears: 1 }),
    );
  });
});

describe('demand', () => {
  test('doubles every doubling time', () => {
    fc.assert(
      fc.property(steadyWorld, (world) => {
        const worst = simulatePipeline(world).series.map(({ year, demand }) =>
          offBy(demand, 2 ** (year / world.doublingYears)),
        );
        expect(largest(worst)).toBeLessThan(1e-12);
      }),
    );
  });

  test('follows the logistic curve under a ceiling and never passes it', () => {
    fc.assert(
      fc.property(steadyWorld, from(1.000001, 1e6), (world, ceiling) => {
        const { series } = simulatePipeline({ ...world, ceiling });
        const worst = series.map(({ year, demand }) =>
          offBy(demand, ceiling / (1 + (ceiling - 1) * 2 ** (-year / world.doublingYears))),
        );
        expect(largest(worst)).toBeLessThan(1e-9);
        expect(largest(series.map(({ demand }) => demand))).toBeLessThanOrEqual(ceiling * (1 + 1e-12));
      }),
      { numRuns: 40 },
    );
  });

  test('stays where it was when growth stops, less what drops away', () => {
    fc.assert(
      fc.property(steadyWorld, from(0, 12), from(0, 0.99), (world, stopYear, drop) => {
        const worst = simulatePipeline({ ...world, stopYear, drop }).series.map(({ year, demand }) => {
          const grown = 2 ** (Math.min(year, stopYear) / world.doublingYears);
          return offBy(demand, year > stopYear ? grown * (1 - drop) : grown);
        });
        expect(largest(worst)).toBeLessThan(1e-12);
      }),
      { numRuns: 40 },
    );
  });

  test('may have stopped before it sped up', () => {
    const stopped = simulatePipeline({ ...essay, stopYear: -3, drop: 0.5 });
    expect(new Set(stopped.series.map(({ demand }) => demand))).toEqual(new Set([0.25]));
    expect(lastOf(stopped).supply).toBeCloseTo(2 ** (2 / 3), 12);
  });
});

describe('supply', () => {
  test('is what was committed one lead time ago', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 0, max: 288 }), from(0, 1), (world, steps, covered) => {
        const leadYears = steps / 48;
        const pipeline = simulatePipeline({
          ...world,
          leadYears,
          commitYears: leadYears * covered,
          horizonYears: 12,
        });
        const worst = pairs(pipeline, steps).map(({ earlier, later }) =>
          offBy(later.supply, earlier.committed),
        );
        expect(largest(worst)).toBeLessThan(1e-9);
      }),
    );
  });

  test('was decided in calm times for the first lead time, and nothing signed since changes it', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { leadYears, legacyDoublingYears } = world;
        const early = simulatePipeline(world).series.filter(({ year }) => year <= leadYears);
        const worst = early.map(({ year, supply }) => offBy(supply, 2 ** (year / legacyDoublingYears)));
        expect(largest(worst)).toBeLessThan(1e-12);
      }),
    );
  });

  test('never falls, nor does what is committed', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const falls = pairs(simulatePipeline(world)).filter(
          ({ earlier, later }) => later.supply < earlier.supply || later.committed < earlier.committed,
        );
        expect(falls).toEqual([]);
      }),
    );
  });

  test('stands still while the orders of calm times exceed what builders now want', () => {
    const { series } = simulatePipeline({ ...essay, windowYears: 0.1 });
    const flat = series.filter(({ year }) => year >= 2 && year <= 2.36);
    expect(new Set(flat.map(({ supply }) => supply.toPrecision(12)))).toEqual(new Set(['1.58740105197']));
    expect(series.find(({ year }) => year > 2.42)?.supply).toBeGreaterThan(1.6);
  });

  test('is what the equations say, worked out the slow way', () => {
    fc.assert(
      fc.property(anyWorld, from(0, 1), (world, when) => {
        const { series } = simulatePipeline(world);
        const point = series[Math.floor(when * (series.length - 1))];
        if (point === undefined) throw new Error('no such point');
        const lag = 1 / 48;
        const rounding = roundedOff(world, lag);
        const signed = point.year - world.leadYears;
        expect(point.supply).toBeGreaterThanOrEqual(slowlyCommitted(world, signed - lag) * (1 - rounding));
        expect(point.supply).toBeLessThanOrEqual(slowlyCommitted(world, signed + lag) * (1 + rounding));
        expect(offBy(point.committed, slowlyCommitted(world, point.year))).toBeLessThan(rounding);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the step', () => {
  test('halved, moves no order by more than a step', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const whole = simulatePipeline({ ...world, stepYears: 1 / 48 }).series;
        const half = simulatePipeline({ ...world, stepYears: 1 / 96 }).series;
        const rounding = roundedOff(world, 1 / 48);
        const moved = whole.slice(0, -2).filter(({ supply, committed, demand }, index) => {
          const same = half[2 * index];
          const before = half[Math.max(0, 2 * index - 2)];
          const after = half[2 * index + 2];
          if (same === undefined || before === undefined || after === undefined) return true;
          return (
            demand !== same.demand ||
            offBy(committed, same.committed) > rounding ||
            supply < before.supply * (1 - rounding) ||
            supply > after.supply * (1 + rounding)
          );
        });
        expect(moved).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('does not hide an order that was largest when the window had just filled', () => {
    const world = { doublingYears: 0.25, leadYears: 2, commitYears: 2, ceiling: 9.3, windowYears: 1.49 };
    const coarse = lastOf(simulatePipeline(world)).committed;
    const fine = lastOf(simulatePipeline({ ...world, stepYears: 1 / 1000 })).committed;
    expect(offBy(coarse, fine)).toBeLessThan(1e-9);
  });

  test('does not make the overbuild jump while a stop is dragged between its points', () => {
    const world = { doublingYears: 7 / 12, leadYears: 2, commitYears: 1.5, horizonYears: 8 };
    for (let stopYear = 4; stopYear < 4.1; stopYear += 0.0037) {
      const { supply, demand } = lastOf(simulatePipeline({ ...world, stopYear }));
      expect(offBy(supply / demand, overbuildIfGrowthStops(world))).toBeLessThan(1e-9);
    }
  });
});

describe('limits', () => {
  test('a ceiling out of sight is no ceiling', () => {
    fc.assert(
      fc.property(steadyWorld, (world) => {
        const ceiling = 1e12 * 2 ** (world.horizonYears / world.doublingYears);
        const worst = sideBySide(simulatePipeline({ ...world, ceiling }), simulatePipeline(world)).map(
          ({ point, twin }) => Math.max(offBy(point.demand, twin.demand), offBy(point.supply, twin.supply)),
        );
        expect(largest(worst)).toBeLessThan(1e-6);
      }),
    );
  });

  test('a stop at the horizon or beyond is no stop', () => {
    fc.assert(
      fc.property(steadyWorld, from(0, 50), from(0, 0.99), (world, beyond, drop) => {
        const stopYear = world.horizonYears + beyond;
        expect(simulatePipeline({ ...world, stopYear, drop })).toEqual(simulatePipeline(world));
      }),
      { numRuns: 40 },
    );
  });

  test('a drop close to nothing changes close to nothing', () => {
    const world = { ...essay, commitYears: 1, stopYear: 4 };
    const worst = sideBySide(simulatePipeline({ ...world, drop: 1e-9 }), simulatePipeline(world)).map(
      ({ point, twin }) => offBy(point.scarcity, twin.scarcity),
    );
    expect(largest(worst)).toBeLessThan(1e-8);
    expect(simulatePipeline({ ...world, drop: 0 })).toEqual(simulatePipeline(world));
  });

  test('no world within the ranges, however extreme, gives anything but numbers', () => {
    const extreme = fc.record({
      doublingYears: fc.constantFrom(0.1, 10),
      leadYears: fc.constantFrom(0, 1e-12, 15),
      ceiling: fc.constantFrom(1 + Number.EPSILON, 1e308, Infinity),
      legacyDoublingYears: fc.constantFrom(0.1, 10),
      windowYears: fc.constantFrom(Number.MIN_VALUE, 1e-9, 0.5, 1e9, Number.MAX_VALUE),
      horizonYears: fc.constantFrom(0.1, 60),
      stopYear: fc.constantFrom(null, -Number.MAX_VALUE, -1, 0, 1e-300, 7.77, 60, Number.MAX_VALUE),
      drop: fc.constantFrom(0, 1 - Number.EPSILON / 2),
      elasticity: fc.constantFrom(0.05, 20),
      covered: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(extreme, ({ covered, ...world }) => {
        const { series, summary } = simulatePipeline({ ...world, commitYears: world.leadYears * covered });
        const broken = series.filter(
          ({ price, ...others }) => !(price >= 0) || !Object.values(others).every(Number.isFinite),
        );
        expect(broken).toEqual([]);
        const { catchUpYear, ...numbers } = summary;
        expect(Object.values(numbers).every(Number.isFinite)).toBe(true);
        expect(catchUpYear === null || Number.isFinite(catchUpYear)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('a vanishing window measures the growth of the moment, without rounding noise', () => {
    const world = { ...essay, commitYears: 2 };
    const tiny = simulatePipeline({ ...world, windowYears: Number.MIN_VALUE });
    const small = simulatePipeline({ ...world, windowYears: 1e-4 });
    const worst = sideBySide(tiny, small).map(({ point, twin }) => offBy(point.committed, twin.committed));
    expect(largest(worst)).toBeLessThan(1e-6);
  });
});

/** How much of a smooth peak of the target a grid may miss, as a share: its curvature times step² / 8. */
function roundedOff(
  { doublingYears, commitYears, windowYears }: PipelineOptions & { windowYears: number },
  step: number,
) {
  const curvature = ((Math.LN2 / doublingYears) ** 2 / 4) * (1 + (2 * commitYears) / windowYears);
  return (curvature * step ** 2) / 8 + 1e-6;
}

/** §3 of the design, sample by sample: no logarithms kept, no running maximum, no interpolation. */
function slowlyCommitted(world: Required<Omit<PipelineOptions, 'stepYears'>>, year: number): number {
  const { doublingYears, leadYears, commitYears, ceiling, legacyDoublingYears, windowYears, stopYear, drop } =
    world;
  if (year <= 0) return 2 ** ((year + leadYears) / legacyDoublingYears);
  const growing = (at: number) => {
    if (at <= 0) return 2 ** (at / legacyDoublingYears);
    if (ceiling === Infinity) return 2 ** (at / doublingYears);
    return ceiling / (1 + (ceiling - 1) * 2 ** (-at / doublingYears));
  };
  const demand = (at: number) =>
    stopYear !== null && at > stopYear ? growing(stopYear) * (1 - drop) : growing(at);
  const target = (at: number) => {
    const growth = Math.max(0, Math.log(demand(at) / demand(at - windowYears)) / windowYears);
    return demand(at) * Math.exp(growth * commitYears);
  };
  const moments = Array.from({ length: 3001 }, (_, index) => (year * index) / 3000);
  for (const turn of [windowYears, stopYear ?? -1]) if (turn >= 0 && turn <= year) moments.push(turn);
  return Math.max(2 ** (leadYears / legacyDoublingYears), largest(moments.map(target)));
}
