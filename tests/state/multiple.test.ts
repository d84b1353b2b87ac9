import { describe, expect, test } from 'vitest';
import { multipleBetween, multipleOrNone } from '#state/multiple.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { fc, from } from '../model/properties.ts';

const MOST = 1e6;
const ceiling = multipleOrNone({
  key: 'ceiling',
  label: 'Levels off at',
  tone: 'demand',
  min: 2,
  max: MOST,
  evidence: { value: MOST, marks: [] },
});
const { encode, parse } = ceiling.codec;

describe('a multiple, or none, in an address', () => {
  test.each([
    ['100x', 100],
    ['100', 100],
    ['2.5x', 2.5],
    [' 100X ', 100],
    ['none', MOST],
    ['NONE', MOST],
  ])('%j is %d', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  test.each(['', 'x', '-5x', '1e3x', '5 x', '5xx', 'nothing', '1234567890x', '1.2345678x', '∞'])(
    'anything else is not read: %j',
    (text) => {
      expect(parse(text)).toBeNull();
    },
  );

  test('any text gives a number from 0 up, or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d.]{0,9}x?$/)), (text) => {
        const value = parse(text);
        expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
      }),
    );
  });

  test('the top end is “none”, in the address and in words', () => {
    expect(encode(MOST)).toBe('none');
    expect(ceiling.format(MOST)).toBe('none');
    expect(encode(MOST / 10)).toBe('100000x');
  });

  test('whatever a hand or a key can reach reads back as the same value', () => {
    const returns = (value: number) => {
      expect(parse(encode(value))).toBe(value);
    };
    for (const stop of ceiling.stops) returns(stop);
    fc.assert(
      fc.property(from(0, 1), fc.integer({ min: -12, max: 12 }), (position, count) => {
        const dragged = valueAt(ceiling, MOST, position);
        returns(dragged);
        returns(stepBy(ceiling, MOST, dragged, count));
      }),
    );
  });

  test('keys go 2, 5, 10, 20, 50 … up to none', () => {
    expect(ceiling.stops.slice(0, 5)).toEqual([2, 5, 10, 20, 50]);
    expect(ceiling.stops.at(-1)).toBe(MOST);
  });
});

describe('a multiple between two ends', () => {
  const price = multipleBetween({
    key: 'price',
    label: 'On the day',
    tone: 'gap',
    min: 1,
    max: 5,
    evidence: { value: 2, marks: [] },
  });

  test('is read and written with its sign, and nothing else is read', () => {
    expect(price.codec.parse('2x')).toBe(2);
    expect(price.codec.parse('3.3')).toBe(3.3);
    for (const text of ['', 'x', 'none', '-2x', '2e0x']) expect(price.codec.parse(text)).toBeNull();
  });

  test('moves by tenths, and what a hand or a key can reach reads back as the same value', () => {
    expect(stepBy(price, 5, 2, 1)).toBe(2.1);
    expect(price.stops).toHaveLength(41);
    fc.assert(
      fc.property(from(0, 1), fc.integer({ min: -12, max: 12 }), (position, count) => {
        const dragged = valueAt(price, 5, position);
        for (const value of [dragged, stepBy(price, 5, dragged, count)]) {
          expect(price.codec.parse(price.codec.encode(value))).toBe(value);
          expect(price.format(value)).toMatch(/^[1-5](\.\d)?×$/);
        }
      }),
    );
  });
});
