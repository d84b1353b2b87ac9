import { describe, expect, test } from 'vitest';
import { gigawattsCodec, gigawattsPerYear } from '#state/gigawatts-a-year.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { fc, from } from '../model/properties.ts';

const { encode, parse } = gigawattsCodec;
const MOST = 40;
const rate = gigawattsPerYear({
  key: 'rate',
  label: 'Power carries',
  tone: 'power',
  max: MOST,
  evidence: { value: 6, marks: [] },
});

describe('gigawatts a year in an address', () => {
  test.each([
    ['6gw', 6],
    ['0.5gw', 0.5],
    ['.5gw', 0.5],
    ['6.gw', 6],
    [' 20GW ', 20],
    ['0gw', 0],
    ['0.0000001gw', 0],
  ])('%j is %d', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  test.each(['', 'gw', '.gw', '6', '-6gw', '1e3gw', '6 gw', '6gw/y', '6mw', 'six', '1234567gw', 'NaNgw'])(
    'anything else is not read: %j',
    (text) => {
      expect(parse(text)).toBeNull();
    },
  );

  test('any text gives a number from 0 up, or null; what is read is written and read back the same', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{0,7}\.?\d{0,9}gw$/));
    fc.assert(
      fc.property(texts, (text) => {
        const value = parse(text);
        if (value === null) return;
        expect(Number.isFinite(value) && value >= 0).toBe(true);
        expect(parse(encode(value))).toBe(value);
      }),
    );
  });

  test('whatever a hand or a key can reach reads back as the same value', () => {
    for (const stop of rate.stops) expect(parse(encode(stop))).toBe(stop);
    fc.assert(
      fc.property(from(0, 1), fc.integer({ min: -12, max: 12 }), (position, count) => {
        const dragged = valueAt(rate, MOST, position);
        const stepped = stepBy(rate, MOST, dragged, count);
        expect([dragged, stepped].map((value) => parse(encode(value)))).toEqual([dragged, stepped]);
      }),
    );
  });
});

describe('gigawatts a year', () => {
  test('never stand without their unit', () => {
    expect(rate.format(6)).toBe('6 GW a year');
    expect(rate.format(6.5)).toBe('6.5 GW a year');
    expect(rate.format(0.25)).toBe('0.25 GW a year');
    expect(rate.short(40)).toBe('40 GW');
  });

  test('go from nothing to the most by half a gigawatt', () => {
    expect(rate.stops.slice(0, 3)).toEqual([0, 0.5, 1]);
    expect(rate.stops.at(-1)).toBe(MOST);
    expect(rate.snap(6.3)).toBe(6.5);
  });
});
