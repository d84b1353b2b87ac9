import { describe, expect, test } from 'vitest';
import { fitDoubling } from '#model/fit.ts';
import { growthInterval, studentsT } from '#model/interval.ts';
import { fc, from } from './properties.ts';

/** The 97.5th percentiles as printed in any table. */
const PRINTED = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

describe('Student’s t', () => {
  test.each(PRINTED.map((value, index) => [index + 1, value]))(
    'with %d degrees of freedom reaches %f for 95%%',
    (freedom, value) => {
      expect(studentsT(freedom, 0.95)).toBeCloseTo(value, 3);
    },
  );

  test('comes to the normal distribution in the end', () => {
    expect(studentsT(100_000, 0.95)).toBeCloseTo(1.96, 2);
  });
});

const reading = fc.record({ year: from(0, 5), value: from(0.1, 50) });
const series = fc
  .uniqueArray(reading, { minLength: 3, maxLength: 12, selector: ({ year }) => Math.round(year * 20) })
  .map((points) => points.toSorted((a, b) => a.year - b.year));

describe('the interval of a growth rate', () => {
  test('is nothing for two readings, and a point for three in a straight line', () => {
    expect(
      growthInterval([
        { year: 0, value: 1 },
        { year: 1, value: 5 },
      ]),
    ).toBeNull();
    const exact = growthInterval([0, 1, 3].map((year) => ({ year, value: 7 * 2 ** year })));
    expect(exact?.slowest).toBeCloseTo(1, 9);
    expect(exact?.fastest).toBeCloseTo(1, 9);
    expect(exact?.factorAt(10)).toBeCloseTo(1, 9);
  });

  test('agrees with a worked example: slope 0.6, standard error 0.2828, three degrees of freedom', () => {
    const points = [2, 4, 5, 4, 5].map((doublings, index) => ({ year: index + 1, value: 2 ** doublings }));
    const interval = growthInterval(points);
    expect(interval?.slowest).toBeCloseTo(0.6 - 3.18245 * 0.282843, 4);
    expect(interval?.fastest).toBeCloseTo(0.6 + 3.18245 * 0.282843, 4);
  });

  test('holds the fitted rate, is wider the surer it is to be, and does not hang on the unit', () => {
    fc.assert(
      fc.property(series, from(0.001, 1000), (points, unit) => {
        const rate = 1 / fitDoubling(points).doublingYears;
        const interval = growthInterval(points);
        const surer = growthInterval(points, 0.99);
        const scaled = growthInterval(points.map(({ year, value }) => ({ year, value: value * unit })));
        if (interval === null || surer === null || scaled === null)
          throw new Error('three readings are enough');
        expect(interval.slowest).toBeLessThanOrEqual(rate);
        expect(interval.fastest).toBeGreaterThanOrEqual(rate);
        expect(surer.slowest).toBeLessThanOrEqual(interval.slowest);
        expect(scaled.slowest).toBeCloseTo(interval.slowest, 5);
      }),
    );
  });

  test('lets the line wander least at the mean of the years, and more the farther from it', () => {
    fc.assert(
      fc.property(series, from(0, 5), (points, aside) => {
        const mean = points.reduce((sum, { year }) => sum + year, 0) / points.length;
        const factorAt = growthInterval(points)?.factorAt ?? (() => 0);
        expect(factorAt(mean)).toBeGreaterThanOrEqual(1);
        expect(factorAt(mean + aside)).toBeGreaterThanOrEqual(factorAt(mean) * (1 - 1e-12));
        expect(Math.log2(factorAt(mean + aside))).toBeCloseTo(Math.log2(factorAt(mean - aside)), 6);
      }),
    );
  });
});
