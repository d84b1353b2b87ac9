import { describe, expect, test } from 'vitest';
import { stepBy, valueAt } from '#state/quantity.ts';
import { growthRate, share, shareCodec } from '#state/share.ts';
import { fc, from } from '../model/properties.ts';

const { encode, parse } = shareCodec;
const evidence = { value: 0.5, basis: { kind: 'assumed', why: 'for these tests' }, marks: [] } as const;
const belief = share({ key: 'belief', label: 'Belief', tone: 'ink', min: 0, max: 1, evidence });
const tenant = share({ key: 'tenant', label: 'Tenant', tone: 'supply', min: 0.05, max: 0.95, evidence });
const growth = growthRate({ key: 'growth', label: 'Growth', tone: 'money', min: -0.5, max: 1, evidence });

describe('a share in an address', () => {
  test.each([
    ['20%', 0.2],
    ['0.2', 0.2],
    ['.2', 0.2],
    ['57%', 0.57],
    ['33.5%', 0.335],
    ['100%', 1],
    ['1', 1],
    ['0', 0],
    [' 20% ', 0.2],
    ['150%', 1.5],
    ['-2.5%', -0.025],
    ['−2.5%', -0.025],
    ['-0.025', -0.025],
    ['-.5', -0.5],
    ['-0%', 0],
  ])('%j is %d', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  test.each([
    '',
    '%',
    '-',
    '20 %',
    '--5%',
    '+1',
    '2e1%',
    '20',
    '1.01',
    '-1.01',
    '0.2%%',
    'half',
    '1000%',
    '0x1',
    '.%',
    'Infinity',
  ])('anything else is not read: %j', (text) => {
    expect(parse(text)).toBeNull();
  });

  test('any text gives a finite number, or null', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-−]?[\d.]{0,9}%?$/));
    fc.assert(
      fc.property(texts, (text) => {
        const value = parse(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test('next to nothing is nothing, so that no address needs an exponent', () => {
    expect(parse('0.00000001%')).toBe(0);
    expect(parse('0.0000001')).toBe(0);
    expect(parse('-0.0000001')).toBe(0);
  });
});

describe('what is written reads back as exactly the same value', () => {
  const returns = (value: number) => {
    expect(parse(encode(value))).toBe(value);
  };

  test('when a hand or a key took it there, as whole per cents', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(belief, tenant, growth),
        from(0, 1),
        fc.integer({ min: -30, max: 30 }),
        (quantity, position, count) => {
          const dragged = valueAt(quantity, quantity.max, position);
          for (const value of [dragged, stepBy(quantity, quantity.max, dragged, count)]) {
            returns(value);
            expect(encode(value)).toMatch(/^(0|1|-?0\.\d{1,2})$/);
          }
        },
      ),
    );
  });

  test('when it is any share at all', () => {
    fc.assert(
      fc.property(fc.oneof(from(1e-6, 1e-4), from(1e-6, 1)), (value) => {
        returns(value);
        returns(-value);
      }),
    );
  });
});

describe('a share on a slider', () => {
  test('steps by a per cent, and ends at its ends', () => {
    expect(belief.stops).toHaveLength(101);
    expect(stepBy(belief, 1, 0.5, 1)).toBe(0.51);
    expect(tenant.stops[0]).toBe(0.05);
    expect(tenant.stops.at(-1)).toBe(0.95);
  });

  test('reads as a per cent, and says of what', () => {
    expect(belief.format(0.5)).toBe('50%');
    expect(belief.format(0)).toBe('0%');
    expect(belief.format(1)).toBe('100%');
    const ofCost = share({
      key: 'resale',
      label: 'Re-lets at',
      tone: 'supply',
      min: 0,
      max: 1,
      evidence,
      of: 'of cost',
    });
    expect(ofCost.format(0.5)).toBe('50% of cost');
    expect(ofCost.short(0.5)).toBe('50%');
    expect(ofCost.short(0)).toBe('0');
  });
});

test('growth is said with its sign, and none without', () => {
  expect([0.1, 0, -0.05, -0.023].map(growth.short)).toEqual(['+10%', '0%', '−5%', '−2.3%']);
  expect(growth.format(0.1)).toBe('+10% a year');
  expect(Object.is(growth.snap(-0.001), 0)).toBe(true);
  expect([growth.stops[0], growth.stops.at(-1)]).toEqual([-0.5, 1]);
  expect(stepBy(growth, 1, 0, -1)).toBe(-0.01);
});
