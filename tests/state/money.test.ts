import { describe, expect, test } from 'vitest';
import { money } from '#state/money.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { fc, from } from '../model/properties.ts';

const revenue = money({
  key: 'revenue',
  label: 'Customers pay',
  min: 1,
  max: 300,
  per: 'a year',
  evidence: { value: 30, marks: [] },
});
const { encode, parse } = revenue.codec;

describe('money in an address', () => {
  test.each([
    ['33bn', 33],
    ['33', 33],
    [' 33BN ', 33],
    ['.5bn', 0.5],
  ])('%j is %d billion', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  test.each(['', 'bn', '-5bn', '1e3bn', '5 bn', '5bnbn', '5b', '1234567890bn', '£5bn', 'NaN'])(
    'anything else is not read: %j',
    (text) => {
      expect(parse(text)).toBeNull();
    },
  );

  test('any text gives a number from 0 up, or null', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d.]{0,12}(bn)?$/));
    fc.assert(
      fc.property(texts, (text) => {
        const value = parse(text);
        expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
      }),
    );
  });

  test('whatever a hand or a key can reach reads back as the same value', () => {
    for (const stop of revenue.stops) expect(parse(encode(stop))).toBe(stop);
    fc.assert(
      fc.property(from(0, 1), fc.integer({ min: -12, max: 12 }), (position, count) => {
        const dragged = valueAt(revenue, 300, position);
        for (const value of [dragged, stepBy(revenue, 300, dragged, count)]) {
          expect(parse(encode(value))).toBe(value);
          expect(encode(value)).toMatch(/^\d{1,3}(\.\d)?bn$/);
        }
      }),
    );
  });
});

test('money is said with its unit', () => {
  expect([30, 0.75, 9.9, 300].map(revenue.format)).toEqual([
    '$30 billion a year',
    '$750 million a year',
    '$9.9 billion a year',
    '$300 billion a year',
  ]);
  expect([22, 0.7, 1200].map(revenue.short)).toEqual(['$22B', '$700M', '$1.2T']);
});

test('an arrow key goes to the next number of two digits', () => {
  expect(stepBy(revenue, 300, 30, 1)).toBe(31);
  expect(stepBy(revenue, 300, 9.9, 1)).toBe(10);
  expect(stepBy(revenue, 300, 290, 1)).toBe(300);
  expect(revenue.stops).toHaveLength(90 + 90 + 21);
  expect(revenue.stops.every((stop, index, all) => index === 0 || stop > (all[index - 1] ?? 0))).toBe(true);
});
