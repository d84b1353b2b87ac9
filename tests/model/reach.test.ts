import { describe, expect, test } from 'vitest';
import { type Overlap, reach } from '#model/reach.ts';
import { fc, from } from './properties.ts';

const names = ['alpha', 'beta', 'gamma', 'delta'];

/** Companies by exactly which clouds they are in: bit n of the index is cloud n. Nobody contradicts anybody. */
const anyMarket = fc
  .array(from(0, 1), { minLength: 16, maxLength: 16 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / all);
  });

const anySale = fc.subarray(names, { minLength: 1 });

function inAllOf(market: readonly number[], clouds: readonly string[]): number {
  return market
    .filter((_, set) => clouds.every((cloud) => set & (1 << names.indexOf(cloud))))
    .reduce((sum, share) => sum + share, 0);
}

function ecosystems(market: readonly number[]): { shares: Record<string, number>; overlaps: Overlap[] } {
  const sets = Array.from({ length: 16 }, (_, set) => names.filter((_, cloud) => set & (1 << cloud)));
  return {
    shares: Object.fromEntries(names.map((cloud) => [cloud, inAllOf(market, [cloud])])),
    overlaps: sets
      .filter((clouds) => clouds.length > 1)
      .map((clouds) => ({ clouds, share: Math.min(1, inAllOf(market, clouds)) })),
  };
}

describe('reach', () => {
  test('counts a company in several clouds once', () => {
    fc.assert(
      fc.property(anyMarket, anySale, from(0, 1), (market, clouds, lockIn) => {
        const inside = market
          .filter((_, set) => clouds.some((cloud) => set & (1 << names.indexOf(cloud))))
          .reduce((sum, share) => sum + share, 0);
        expect(reach({ ...ecosystems(market), clouds, lockIn })).toBeCloseTo(
          inside + (1 - inside) * (1 - lockIn),
          9,
        );
      }),
    );
  });

  test('grows with every cloud a product is sold in', () => {
    fc.assert(
      fc.property(anyMarket, anySale, from(0, 1), (market, clouds, lockIn) => {
        const fewer = reach({ ...ecosystems(market), clouds, lockIn });
        expect(reach({ ...ecosystems(market), clouds: names, lockIn })).toBeGreaterThanOrEqual(fewer - 1e-9);
        expect(fewer >= 0 && fewer <= 1).toBe(true);
      }),
    );
  });

  test('is everyone when nobody is locked in, and the clouds alone when everybody is', () => {
    const market = { shares: { alpha: 0.4, beta: 0.3 }, overlaps: [], clouds: ['alpha'] };
    expect(reach({ ...market, lockIn: 0 })).toBe(1);
    expect(reach({ ...market, lockIn: 1 })).toBe(0.4);
  });

  test('of two clouds without anyone in common is their sum', () => {
    const shares = { alpha: 0.5, beta: 0.25, gamma: 0.1 };
    expect(reach({ shares, overlaps: [], clouds: ['alpha', 'beta'], lockIn: 1 })).toBe(0.75);
  });

  test('of three clouds puts back those who were taken off twice', () => {
    const shares = { alpha: 0.5, beta: 0.5, gamma: 0.5 };
    const overlaps = [
      { clouds: ['gamma', 'beta', 'alpha'], share: 0.125 },
      { clouds: ['alpha', 'beta'], share: 0.25 },
      { clouds: ['gamma', 'alpha'], share: 0.25 },
      { clouds: ['beta', 'gamma'], share: 0.25 },
    ];
    expect(reach({ shares, overlaps, clouds: ['beta', 'gamma', 'alpha'], lockIn: 1 })).toBe(0.875);
    expect(reach({ shares, overlaps, clouds: ['gamma', 'alpha'], lockIn: 1 })).toBe(0.75);
  });

  test('leaves what it was given as it was', () => {
    const overlaps = Object.freeze([Object.freeze({ clouds: ['beta', 'alpha'], share: 0.1 })]);
    reach({ shares: { alpha: 0.4, beta: 0.3 }, overlaps: [...overlaps], clouds: ['beta'], lockIn: 1 });
    expect(overlaps[0]?.clouds).toEqual(['beta', 'alpha']);
  });
});
