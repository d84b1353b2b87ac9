import { describe, expect, test } from 'vitest';
import { linearTicks, logTicks, rung, type Tick, yearTicks } from '#chart/axes.ts';
import { fc, from } from '../model/properties.ts';

const counts = fc.integer({ min: 3, max: 8 });

function expectAxis(ticks: readonly Tick[], from: number, to: number, most: number): void {
  const values = ticks.map(({ value }) => value);
  expect(values[0]).toBe(from);
  expect(values.at(-1)).toBeLessThanOrEqual(to * (1 + 1e-12));
  expect(values.every((value, index) => index === 0 || value > (values[index - 1] ?? value))).toBe(true);
  const labels = ticks.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.join()).not.toMatch(/NaN|Infinity|undefined|e\+/);
  expect(ticks.length).toBeGreaterThanOrEqual(2);
  expect(ticks.length).toBeLessThanOrEqual(most);
}

describe('ticks lie on their axis, ascend, read apart and are not too many', () => {
  test('on a log axis of any length from one doubling to two hundred', () => {
    fc.assert(
      fc.property(from(1, 200), counts, (doublings, count) => {
        expectAxis(logTicks(doublings, count), 1, 2 ** doublings, count + 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('on a linear axis up to any multiple', () => {
    fc.assert(
      fc.property(from(0, 60), counts, (doublings, count) => {
        const top = 2 * 2 ** doublings;
        expectAxis(linearTicks(top, count), 0, top, 1.6 * count + 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('on a time axis of any number of years', () => {
    fc.assert(
      fc.property(from(1, 60), counts, (end, count) => {
        expectAxis(yearTicks(end, count), 0, end, 1.6 * count + 1);
      }),
    );
  });
});

describe('labels', () => {
  const labelsOf = (ticks: readonly Tick[]) => ticks.map(({ label }) => label);

  test('are powers of two while those can be read, then powers of ten', () => {
    expect(labelsOf(logTicks(4, 5))).toEqual(['1×', '2×', '4×', '8×', '16×']);
    expect(labelsOf(logTicks(6, 5))).toEqual(['1×', '4×', '16×', '64×']);
    expect(labelsOf(logTicks(24, 5))).toEqual(['1×', '100×', '10k×', '1M×']);
  });

  test('of years are in halves where years are few', () => {
    expect(labelsOf(yearTicks(2, 5))).toEqual(['0', '0.5', '1', '1.5', '2']);
  });
});

describe('a rung', () => {
  const ladder = fc
    .uniqueArray(from(1, 1000), { minLength: 1, maxLength: 12 })
    .map((steps) => steps.sort((a, b) => a - b));

  test('is the lowest that holds the value, or the top of the ladder', () => {
    fc.assert(
      fc.property(ladder, from(0, 1200), (steps, value) => {
        const step = rung(steps, value);
        expect(steps).toContain(step);
        if (step < value) expect(step).toBe(steps.at(-1));
        else expect(steps.filter((other) => other >= value && other < step)).toEqual([]);
      }),
    );
  });
});
