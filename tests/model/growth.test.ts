import { describe, expect, test } from 'vitest';
import { fitDoubling } from '#model/fit.ts';
import { doublingTimeBetween, netDoubling } from '#model/growth.ts';
import { fc, from } from './properties.ts';
import { offBy } from './worlds.ts';

describe('two readings', () => {
  test('eight times as much after three years is a doubling every year', () => {
    expect(doublingTimeBetween({ from: 1, to: 8, years: 3 })).toBe(1);
    expect(doublingTimeBetween({ from: 5, to: 15, years: 1 })).toBeCloseTo(0.6309, 4);
  });

  test('the doubling time reproduces the later reading from the earlier', () => {
    fc.assert(
      fc.property(from(0.001, 1000), from(0.001, 1000), from(0.01, 50), (one, other, years) => {
        fc.pre(one !== other);
        const doublingYears = doublingTimeBetween({ from: one, to: other, years });
        expect(offBy(one * 2 ** (years / doublingYears), other)).toBeLessThan(1e-12);
        expect(doublingYears > 0).toBe(other > one);
      }),
    );
  });

  test('a fall reads as a halving time, as long as the rise that would undo it', () => {
    fc.assert(
      fc.property(from(0.001, 1000), from(0.001, 1000), from(0.01, 50), (one, other, years) => {
        fc.pre(one !== other);
        const there = doublingTimeBetween({ from: one, to: other, years });
        const back = doublingTimeBetween({ from: other, to: one, years });
        expect(offBy(-back, there)).toBeLessThan(1e-12);
      }),
    );
  });

  test('no change never doubles', () => {
    expect(doublingTimeBetween({ from: 3, to: 3, years: 2 })).toBe(Infinity);
  });

  test('the unit does not matter, nor readings too far apart or too close for their ratio', () => {
    expect(doublingTimeBetween({ from: 2 ** -1000, to: 2 ** 1000, years: 2000 })).toBe(1);
    expect(doublingTimeBetween({ from: 2 ** 1000, to: 2 ** -1000, years: 2000 })).toBe(-1);
    expect(offBy(doublingTimeBetween({ from: 1e9, to: 1e9 + 1, years: 1 }), 1e9 * Math.LN2)).toBeLessThan(
      1e-8,
    );
  });
});

describe('a series of readings', () => {
  test('on an exponential gives it back', () => {
    fc.assert(
      fc.property(
        from(0.1, 10),
        fc.boolean(),
        from(0.01, 100),
        from(-20, 20),
        (time, falls, valueAtZero, start) => {
          const doublingYears = falls ? -time : time;
          const points = [0, 0.5, 1.25, 2, 4].map((later) => ({
            year: start + later,
            value: valueAtZero * 2 ** ((start + later) / doublingYears),
          }));
          const fit = fitDoubling(points);
          expect(offBy(fit.doublingYears, doublingYears)).toBeLessThan(1e-9);
          expect(offBy(fit.valueAtZero, valueAtZero)).toBeLessThan(1e-9);
          expect(fit.rSquared).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test('with noise gives the textbook line through the logarithms', () => {
    // Slope 0.7, intercept 1/15 and R² of 49/51 by hand, in doublings.
    const doublings = [0, 1, 1.1, 2.4, 2.7];
    const points = doublings.map((doubling, year) => ({ year, value: 2 ** doubling }));
    const fit = fitDoubling(points);
    const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const slope = meanOf(doublings.map((doubling, year) => doubling * (year - 2))) / 2;
    const residuals = doublings.map((doubling, year) => doubling - (meanOf(doublings) + slope * (year - 2)));
    const scatter = doublings.map((doubling) => doubling - meanOf(doublings));
    const explained = 1 - meanOf(residuals.map((one) => one ** 2)) / meanOf(scatter.map((one) => one ** 2));
    expect(fit.doublingYears).toBeCloseTo(1 / slope, 12);
    expect(fit.valueAtZero).toBeCloseTo(2 ** (meanOf(doublings) - 2 * slope), 12);
    expect(fit.rSquared).toBeCloseTo(explained, 12);
  });

  const readings = fc.array(fc.record({ year: from(0, 20), value: from(0.01, 100) }), {
    minLength: 2,
    maxLength: 12,
  });

  test('in another order, unit or count of years has the same doubling time', () => {
    fc.assert(
      fc.property(readings, from(0.01, 100), from(-100, 100), (points, unit, later) => {
        fc.pre(new Set(points.map(({ year }) => Math.round(year))).size > 1);
        const fit = fitDoubling(points);
        const again = fitDoubling(
          points.map(({ year, value }) => ({ year: year + later, value: value * unit })).reverse(),
        );
        expect(1 / again.doublingYears).toBeCloseTo(1 / fit.doublingYears, 8);
        expect(again.rSquared).toBeCloseTo(fit.rSquared, 8);
        expect(fit.rSquared >= 0 && fit.rSquared <= 1).toBe(true);
      }),
    );
  });

  test('that stands still never doubles, and is explained in full', () => {
    const points = [2021.1, 2022.2, 2023.7].map((year) => ({ year, value: 0.3 }));
    expect(fitDoubling(points)).toEqual({ doublingYears: Infinity, valueAtZero: 0.3, rSquared: 1 });
  });

  test('counted in calendar years keeps its digits', () => {
    const points = [2022, 2023.5, 2026].map((year) => ({ year, value: 2 ** ((year - 2022) / 0.6) }));
    expect(offBy(fitDoubling(points).doublingYears, 0.6)).toBeLessThan(1e-12);
  });
});

describe('efficiency', () => {
  test('as fast as the work needs no more capacity, ever', () => {
    fc.assert(
      fc.property(from(0.1, 10), (years) => {
        expect(netDoubling({ doublingYears: years, efficiencyDoublingYears: years })).toBe(Infinity);
      }),
    );
  });

  test('takes its rate off the rate of the work', () => {
    fc.assert(
      fc.property(from(0.1, 10), from(0.1, 10), (doublingYears, efficiencyDoublingYears) => {
        fc.pre(doublingYears !== efficiencyDoublingYears);
        const net = netDoubling({ doublingYears, efficiencyDoublingYears });
        expect(1 / net).toBeCloseTo(1 / doublingYears - 1 / efficiencyDoublingYears, 9);
        expect(net > 0).toBe(doublingYears < efficiencyDoublingYears);
      }),
    );
  });

  test('slower than the work makes demand for capacity double later than the work does', () => {
    expect(netDoubling({ doublingYears: 7 / 12, efficiencyDoublingYears: 14 / 12 })).toBeCloseTo(14 / 12, 12);
  });
});
