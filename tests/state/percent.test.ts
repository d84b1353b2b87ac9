import { describe, expect, test } from 'vitest';
import { growthRate, percentCodec, share } from '#state/percent.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { fc, from } from '../model/properties.ts';

const { encode, parse } = percentCodec;
const spec = {
  key: 'a',
  label: 'A',
  tone: 'money',
  evidence: { value: 0, basis: { kind: 'assumed', why: 'for these tests' }, marks: [] },
} as const;
const part = share({ ...spec, min: 0, max: 1 });
const growth = growthRate({ ...spec, min: -0.5, max: 1 });

describe('a percentage in an address', () => {
  test.each([
    ['20%', 0.2],
    ['0.2', 0.2],
    ['.2', 0.2],
    ['-2.5%', -0.025],
    ['−2.5%', -0.025],
    [' 100% ', 1],
    ['-0%', 0],
  ])('%j is %d', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  test.each(['', '%', '-', '20 %', '1e2%', '+5%', '20%%', '--5%', 'half', '12345678%', 'Infinity'])(
    'anything else is not read: %j',
    (text) => {
      expect(parse(text)).toBeNull();
    },
  );

  test('any text gives a finite number or null', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-−]?[\d.]{0,9}%?$/));
    fc.assert(
      fc.property(texts, (text) => {
        const value = parse(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test('whatever a hand or a key can reach reads back as the same value', () => {
    for (const quantity of [part, growth]) {
      for (const stop of quantity.stops) expect(parse(encode(stop))).toBe(stop);
      fc.assert(
        fc.property(from(0, 1), fc.integer({ min: -12, max: 12 }), (position, count) => {
          const dragged = valueAt(quantity, quantity.max, position);
          for (const value of [dragged, stepBy(quantity, quantity.max, dragged, count)]) {
            expect(parse(encode(value))).toBe(value);
            expect(encode(value)).toMatch(/^-?[01](\.\d{1,2})?$/);
          }
        }),
      );
    }
  });

  test('any share of a millionth or more reads back as the same value', () => {
    fc.assert(
      fc.property(from(1e-6, 1), (value) => {
        expect(parse(encode(Number(value.toFixed(12))))).toBe(Number(value.toFixed(12)));
      }),
    );
  });
});

test('growth is said with its sign, and none without', () => {
  expect([0.1, 0, -0.05, -0.023].map(growth.short)).toEqual(['+10%', '0%', '−5%', '−2.3%']);
  expect(growth.format(0.1)).toBe('+10% a year');
  expect(part.format(0.25)).toBe('25%');
  expect(Object.is(growth.snap(-0.001), 0)).toBe(true);
});

test('an arrow key goes a hundredth on, and both ends are reached', () => {
  expect(stepBy(growth, 1, 0, 1)).toBe(0.01);
  expect(stepBy(growth, 1, -0.49, -1)).toBe(-0.5);
  expect([growth.stops[0], growth.stops.at(-1)]).toEqual([-0.5, 1]);
});
