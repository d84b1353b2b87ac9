import { describe, expect, test } from 'vitest';
import { breakEvenBelief } from '#model/bet.ts';
import { loopBooks } from '#model/loop.ts';
import { absorbOverhang } from '#model/overhang.ts';
import { fc, from } from './properties.ts';
import { offBy } from './worlds.ts';

describe('the bet', () => {
  const anyBet = fc
    .tuple(from(0, 100), from(0.01, 100), from(0.01, 100))
    .map(([resale, loss, gain]) => ({ resale, cost: resale + loss, worth: resale + loss + gain }));

  test('pays exactly nothing at the break-even belief, and something above it', () => {
    fc.assert(
      fc.property(anyBet, from(0, 1), (bet, belief) => {
        const expected = (chance: number) => chance * bet.worth + (1 - chance) * bet.resale - bet.cost;
        const even = breakEvenBelief(bet);
        expect(expected(even)).toBeCloseTo(0, 9);
        if (belief > even + 1e-9) expect(expected(belief)).toBeGreaterThan(0);
        if (belief < even - 1e-9) expect(expected(belief)).toBeLessThan(0);
      }),
    );
  });

  test('is an even one when there is as much to lose as to win', () => {
    expect(breakEvenBelief({ cost: 2, resale: 1, worth: 3 })).toBe(0.5);
  });

  test('needs little belief when the capacity can be let again for nearly what it cost', () => {
    expect(breakEvenBelief({ cost: 10, resale: 9, worth: 19 })).toBe(0.1);
    expect(breakEvenBelief({ cost: 10, resale: 0, worth: 12.5 })).toBe(0.8);
  });

  test('needs more belief the more it costs, less the more it is worth either way', () => {
    fc.assert(
      fc.property(anyBet, from(0.01, 0.99), (bet, share) => {
        const even = breakEvenBelief(bet);
        expect(breakEvenBelief({ ...bet, worth: bet.worth * 2 })).toBeLessThan(even);
        expect(breakEvenBelief({ ...bet, cost: bet.cost + (bet.worth - bet.cost) * share })).toBeGreaterThan(
          even,
        );
        expect(
          breakEvenBelief({ ...bet, resale: bet.resale + (bet.cost - bet.resale) * share }),
        ).toBeLessThan(even);
      }),
    );
  });
});

describe('the overhang', () => {
  const tenant = fc.record({
    freed: from(0, 20),
    otherDemand: from(0.1, 20),
    otherDoublingYears: from(0.1, 10),
    fungibleShare: from(0, 1),
  });

  test('is absorbed when the other demand has grown by what suits it', () => {
    fc.assert(
      fc.property(tenant, (owner) => {
        const { years, neverAbsorbed } = absorbOverhang(owner);
        const grown = owner.otherDemand * 2 ** (years / owner.otherDoublingYears);
        expect(grown).toBeCloseTo(owner.otherDemand + owner.freed - neverAbsorbed, 8);
        expect(years).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('lasts longer the larger the leaver is beside the others', () => {
    const owner = { freed: 4.5, otherDemand: 30, otherDoublingYears: 1, fungibleShare: 1 };
    const builder = { ...owner, otherDemand: 1.5 };
    expect(absorbOverhang(owner).years).toBeCloseTo(Math.log2(1.15), 12);
    expect(absorbOverhang(builder).years).toBe(2);
  });

  test('that suits nobody is never absorbed', () => {
    const useless = { freed: 3, otherDemand: 1, otherDoublingYears: 1, fungibleShare: 0 };
    expect(absorbOverhang(useless)).toEqual({ years: 0, neverAbsorbed: 3 });
    expect(absorbOverhang({ ...useless, freed: 0 })).toEqual({ years: 0, neverAbsorbed: 0 });
  });
});

describe('the loop', () => {
  const anyLoop = fc.record({
    invested: from(0, 150),
    committed: from(0.1, 300),
    termYears: from(0.1, 15),
    outsideRevenue: from(0, 100),
    outsideGrowth: from(-0.99, 5),
    outsideShare: from(0, 1),
  });

  test('covers with outside money what the investment does not pay', () => {
    fc.assert(
      fc.property(anyLoop, (loop) => {
        fc.pre(loop.invested < loop.committed * 0.99 && loop.outsideRevenue * loop.outsideShare > 1e-9);
        const { circularShare, coverage } = loopBooks(loop);
        const steps = 20_000;
        const stream = Array.from({ length: steps }, (_, step) => {
          const year = ((step + 0.5) / steps) * loop.termYears;
          return loop.outsideRevenue * loop.outsideShare * (1 + loop.outsideGrowth) ** year;
        });
        const outside = (stream.reduce((sum, rate) => sum + rate, 0) * loop.termYears) / steps;
        expect(offBy(coverage * (loop.committed - loop.invested), outside)).toBeLessThan(1e-5);
        expect(circularShare).toBe(loop.invested / loop.committed);
      }),
      { numRuns: 50 },
    );
  });

  test('at its break-even growth covers exactly', () => {
    fc.assert(
      fc.property(anyLoop, (loop) => {
        const { breakEvenGrowth } = loopBooks(loop);
        fc.pre(breakEvenGrowth !== null);
        const even = { ...loop, outsideGrowth: Math.min(10, Math.max(-0.99, breakEvenGrowth ?? 0)) };
        expect(loopBooks(even).coverage).toBeCloseTo(1, 6);
      }),
    );
  });

  test('has a break-even growth wherever the ends of the range lie on either side of 1, and none elsewhere', () => {
    fc.assert(
      fc.property(anyLoop, (loop) => {
        const { breakEvenGrowth, coverage } = loopBooks(loop);
        const slowest = loopBooks({ ...loop, outsideGrowth: -0.99 }).coverage;
        const fastest = loopBooks({ ...loop, outsideGrowth: 10 }).coverage;
        expect(breakEvenGrowth !== null).toBe(slowest <= 1 && fastest >= 1);
        if (breakEvenGrowth !== null && Math.abs(coverage - 1) > 1e-6) {
          expect(loop.outsideGrowth > breakEvenGrowth).toBe(coverage > 1);
        }
      }),
    );
  });

  test('like Lucent’s, which lends a fifth of what is bought from it, is a fifth circular', () => {
    const lucent = {
      invested: 8,
      committed: 40,
      termYears: 4,
      outsideRevenue: 16,
      outsideGrowth: 0,
      outsideShare: 0.5,
    };
    expect(loopBooks(lucent)).toMatchObject({ circularShare: 0.2, coverage: 1 });
    expect(loopBooks(lucent).breakEvenGrowth).toBeCloseTo(0, 12);
    expect(loopBooks({ ...lucent, outsideRevenue: 0 })).toEqual({
      circularShare: 0.2,
      coverage: 0,
      breakEvenGrowth: null,
    });
  });

  test('is all circle when the vendor pays for everything, and then asks nothing of outside money', () => {
    const circle = {
      invested: 100,
      committed: 100,
      termYears: 5,
      outsideRevenue: 0,
      outsideGrowth: 0,
      outsideShare: 0,
    };
    const books = { circularShare: 1, coverage: Infinity, breakEvenGrowth: null };
    expect(loopBooks(circle)).toEqual(books);
    expect(loopBooks({ ...circle, invested: 250, outsideRevenue: 5 })).toEqual(books);
  });

  test('growing by nearly nothing is the limit of growing by nothing', () => {
    const loop = {
      invested: 0,
      committed: 60,
      termYears: 6,
      outsideRevenue: 10,
      outsideGrowth: 0,
      outsideShare: 1,
    };
    expect(loopBooks(loop).coverage).toBe(1);
    expect(loopBooks({ ...loop, outsideGrowth: 1e-13 }).coverage).toBeCloseTo(1, 11);
    expect(loopBooks({ ...loop, outsideGrowth: -1e-13 }).coverage).toBeCloseTo(1, 11);
    expect(loopBooks({ ...loop, outsideGrowth: Number.MIN_VALUE }).coverage).toBe(1);
    expect(loopBooks({ ...loop, outsideGrowth: 1e-9 }).coverage).toBeCloseTo(1 + 3e-9, 12);
  });
});
