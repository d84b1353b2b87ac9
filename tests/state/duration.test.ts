import { describe, expect, test } from 'vitest';
import { durationCodec, snapDuration } from '#state/duration.ts';
import { type Quantity, stepBy, valueAt } from '#state/quantity.ts';
import { worldSettings } from '#state/world.ts';
import { fc, from } from '../model/properties.ts';

const { encode, parse } = durationCodec;
const quantities: readonly Quantity[] = Object.values(worldSettings);
const anyQuantity = fc.constantFrom(...quantities);

/** What an address may hold and be understood. */
const written = fc
  .record({
    whole: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 999_999 })),
    decimals: fc.oneof(fc.constant(''), fc.stringMatching(/^\.(000)?\d{0,17}$/)),
    unit: fc.constantFrom('y', 'mo', 'd'),
  })
  .map(({ whole, decimals, unit }) => `${whole}${decimals}${unit}`);

describe('a duration in an address', () => {
  test.each([
    ['7mo', 7 / 12],
    ['2y', 2],
    ['55d', 55 / 365.25],
    ['1.5mo', 0.125],
    ['.5y', 0.5],
    ['2.y', 2],
    ['0y', 0],
    ['0mo', 0],
  ])('%s is exactly %d years', (text, years) => {
    expect(parse(text)).toBe(years);
  });

  test.each(['7MO', ' 7mo', '7Mo ', '\t7mo\n'])('capitals and spaces around it do no harm: %j', (text) => {
    expect(parse(text)).toBe(7 / 12);
  });

  test.each(['', 'y', '7', '7 mo', '-7mo', '+7mo', '7e1mo', '.y', '7mo2d', '0x7y', 'Infinityy', '1000000y'])(
    'anything else is not read as a duration: %j',
    (text) => {
      expect(parse(text)).toBeNull();
    },
  );

  test('whatever is read is a number of years from 0 up, and whatever isn’t is null', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d.]{0,9}(y|mo|d)$/)),
        (text) => {
          const years = parse(text);
          expect(years === null || (Number.isFinite(years) && years >= 0)).toBe(true);
        },
      ),
    );
  });

  test('half a minute or less is nothing, so that no address needs an exponent', () => {
    expect(parse('0.0000001y')).toBe(0);
    expect(parse('0.00000000000000000001d')).toBe(0);
  });
});

describe('what is written reads back as exactly the same value', () => {
  const returns = (years: number) => {
    expect(parse(encode(years))).toBe(years);
  };

  test('when an address was its source', () => {
    fc.assert(fc.property(written, (text) => returns(parse(text) ?? Number.NaN)));
  });

  test('when a hand dragged it there, whatever the limit was just then', () => {
    fc.assert(
      fc.property(anyQuantity, from(0, 1), from(0, 1), (quantity, limit, position) => {
        const max = valueAt(quantity, quantity.max, limit);
        returns(valueAt(quantity, max, position));
      }),
    );
  });

  test('when keys stepped it there', () => {
    for (const quantity of quantities) {
      for (const stop of quantity.stops) returns(stop);
      fc.assert(
        fc.property(from(quantity.min, quantity.max), fc.integer({ min: -20, max: 20 }), (start, count) => {
          returns(stepBy(quantity, quantity.max, snapDuration(start), count));
        }),
      );
    }
  });

  test('when it is any number of years at all, from half a minute up', () => {
    fc.assert(fc.property(fc.oneof(from(1e-6, 1e-4), from(1e-6, 1), from(1, 999_999)), returns));
  });

  test('and what a hand leaves behind is short enough to type: 7mo, 10.3mo, 2.5y', () => {
    fc.assert(
      fc.property(anyQuantity, from(0, 1), (quantity, position) => {
        expect(encode(valueAt(quantity, quantity.max, position))).toMatch(/^[\d.]{1,5}(mo|y)$/);
      }),
    );
  });
});

describe('what is shown is what is held', () => {
  test('a snapped duration is already the nearest one that has words of its own', () => {
    fc.assert(
      fc.property(from(0, 10), (years) => {
        const held = snapDuration(years);
        expect(snapDuration(held)).toBe(held);
        expect(Math.abs(held - years)).toBeLessThanOrEqual(years < 2 ? 0.05 / 12 + 1e-12 : 0.05 + 1e-12);
      }),
    );
  });

  test('two durations that snap apart read apart', () => {
    fc.assert(
      fc.property(anyQuantity, from(0, 7), from(0, 7), (quantity, a, b) => {
        const [one, other] = [snapDuration(a), snapDuration(b)];
        expect(quantity.format(one) === quantity.format(other)).toBe(one === other);
        expect(quantity.short(one) === quantity.short(other)).toBe(one === other);
      }),
    );
  });
});
