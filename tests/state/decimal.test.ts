import { describe, expect, test } from 'vitest';
import { decimalNumber } from '#state/decimal.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { fc, from } from '../model/properties.ts';

const rent = decimalNumber({
  key: 'rent',
  label: 'Rent',
  unit: 'USD per hour',
  suffix: 'usd',
  wanted: 'a price such as 2.35usd',
  tone: 'money',
  stops: [0.5, 1, 2.35, 5],
  snap: (value) => Math.round(value * 100) / 100,
  format: (value) => `$${value}`,
  short: (value) => `$${value}`,
  evidence: { value: 2.35, marks: [] },
});
const { encode, parse } = rent.codec;

describe('a plain number in an address', () => {
  test.each([
    ['2.35usd', 2.35],
    ['2.35', 2.35],
    [' 2USD ', 2],
    ['.5usd', 0.5],
    ['3.', 3],
  ])('%j is %d', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  test.each(['', 'usd', '.', '-2usd', '1e3usd', '2 usd', '2usdusd', '2eur', '1234567890', '1.2345678', '∞'])(
    'anything else is not read: %j',
    (text) => {
      expect(parse(text)).toBeNull();
    },
  );

  test('any text gives a number from 0 up, or null', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d.]{0,9}(usd)?$/)),
        (text) => {
          const value = parse(text);
          expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
        },
      ),
    );
  });

  test('runs from the first of its stops to the last', () => {
    expect([rent.min, rent.max, rent.default]).toEqual([0.5, 5, 2.35]);
  });

  test('whatever a hand or a key can reach reads back as the same value', () => {
    fc.assert(
      fc.property(from(0, 1), fc.integer({ min: -6, max: 6 }), (position, count) => {
        const dragged = valueAt(rent, rent.max, position);
        for (const value of [dragged, stepBy(rent, rent.max, dragged, count)])
          expect(parse(encode(value))).toBe(value);
      }),
    );
  });
});
