import { describe, expect, test } from 'vitest';
import { lawYear, steadyScarcity } from '#model/law.ts';
import { simulatePipeline } from '#model/pipeline.ts';
import { queueDelivery } from '#model/queue.ts';
import { fc, from } from './properties.ts';
import { offBy } from './worlds.ts';

const essay = { doublingYears: 7 / 12, leadYears: 2, commitYears: 0 };
const anyGrowth = fc
  .record({ doublingYears: from(0.25, 4), leadYears: from(0, 6), covered: from(0, 1) })
  .map(({ covered, ...rest }) => ({ ...rest, commitYears: rest.leadYears * covered }));
const anyPlace = fc
  .tuple(anyGrowth, fc.record({ needYear: from(-3, 12), yours: from(0, 5), others: from(0, 5) }))
  .map(([growth, { needYear, yours, others }]) => ({
    ...growth,
    needYear,
    yourAdvanceYears: yours,
    othersAdvanceYears: others,
  }));

describe('the wait', () => {
  test('is the part of the lead time that nobody committed to, for whoever signs when the others do', () => {
    const place = { ...essay, needYear: 5, yourAdvanceYears: 1, othersAdvanceYears: 1 };
    expect(queueDelivery(place).waitYears).toBeCloseTo(2, 9);
    expect(queueDelivery({ ...place, commitYears: 1.5 }).waitYears).toBeCloseTo(0.5, 9);
    expect(queueDelivery({ ...place, commitYears: 2 })).toMatchObject({ servedYear: 5, waitYears: 0 });
  });

  test('is (L − F) + a − b by the law', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const { servedYear, waitYears } = queueDelivery(place);
        fc.pre(servedYear !== null && servedYear > lawYear(place) + 1 / 48 && (waitYears ?? 0) > 1e-6);
        const lag = place.leadYears - place.commitYears;
        expect(waitYears).toBeCloseTo(lag + place.othersAdvanceYears - place.yourAdvanceYears, 8);
      }),
    );
  });

  test('a year earlier than the others is a year sooner', () => {
    const place = { ...essay, leadYears: 3, needYear: 6, othersAdvanceYears: 1 };
    const early = queueDelivery({ ...place, yourAdvanceYears: 2 });
    const late = queueDelivery({ ...place, yourAdvanceYears: 1 });
    expect((late.servedYear ?? 0) - (early.servedYear ?? 0)).toBeCloseTo(1, 9);
  });

  test('if all sign earlier together, no one gains a place', () => {
    fc.assert(
      fc.property(anyPlace, from(0, 5), (place, together) => {
        const apart = place.yourAdvanceYears - place.othersAdvanceYears;
        const moved = { ...place, yourAdvanceYears: together + apart, othersAdvanceYears: together };
        const [before, after] = [queueDelivery(place), queueDelivery(moved)];
        fc.pre(before.servedYear !== null && after.servedYear !== null);
        expect(after.servedYear).toBeCloseTo(before.servedYear ?? 0, 6);
      }),
    );
  });

  test('shortens when builders commit to more', () => {
    fc.assert(
      fc.property(anyPlace, from(0, 1), (place, share) => {
        const bold = queueDelivery(place);
        const timid = queueDelivery({ ...place, commitYears: place.commitYears * share });
        expect(timid.waitYears ?? Infinity).toBeGreaterThanOrEqual((bold.waitYears ?? Infinity) - 1e-6);
      }),
    );
  });

  test('is never negative, and is the first moment at which supply has reached what stands before you', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const { servedYear, waitYears } = queueDelivery(place);
        if (servedYear === null || waitYears === null) return;
        const ahead = place.needYear - place.yourAdvanceYears + place.othersAdvanceYears;
        const wanted = 2 ** (ahead / (ahead <= 0 ? 3 : place.doublingYears));
        expect(waitYears).toBeGreaterThanOrEqual(0);
        expect(waitYears).toBe(servedYear - place.needYear);
        const { series } = simulatePipeline({ ...place, horizonYears: 30 });
        const before = series.filter(({ year }) => year >= place.needYear && year < servedYear);
        const after = series.filter(({ year }) => year > servedYear + 1e-6);
        expect(before.every(({ supply }) => supply < wanted * (1 + 1e-9))).toBe(true);
        expect(after.every(({ supply }) => supply >= wanted * (1 - 1e-6))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('outside the horizon', () => {
  test('there is no date, but a price', () => {
    const place = { ...essay, needYear: 9, yourAdvanceYears: 0, othersAdvanceYears: 0, horizonYears: 10 };
    const { dayPrice, ...never } = queueDelivery(place);
    expect(never).toEqual({ servedYear: null, waitYears: null });
    expect(offBy(dayPrice, steadyScarcity(essay))).toBeLessThan(1e-9);
    expect(queueDelivery({ ...place, horizonYears: 11 }).servedYear).toBeCloseTo(11, 9);
  });

  test('a need past it is not served within it', () => {
    const place = { ...essay, commitYears: 2, needYear: 40, yourAdvanceYears: 0, othersAdvanceYears: 0 };
    expect(queueDelivery(place)).toMatchObject({ servedYear: null, waitYears: null, dayPrice: 1 });
  });

  test('numbers of any size give an answer, not a crash', () => {
    const far = fc.constantFrom(-Number.MAX_VALUE, -1e6, 0, 1e6, Number.MAX_VALUE);
    fc.assert(
      fc.property(anyGrowth, far, far, far, (growth, needYear, yourAdvanceYears, othersAdvanceYears) => {
        const delivery = queueDelivery({ ...growth, needYear, yourAdvanceYears, othersAdvanceYears });
        expect(delivery.dayPrice).toBeGreaterThan(0);
        expect(delivery.waitYears ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('before demand sped up', () => {
  test('whoever needs capacity gets it on the day, at the balanced price', () => {
    const place = { ...essay, needYear: -1, yourAdvanceYears: 1, othersAdvanceYears: 1 };
    expect(queueDelivery(place)).toEqual({ servedYear: -1, waitYears: 0, dayPrice: 1 });
  });

  test('those who sign later than the others wait even then', () => {
    const place = { ...essay, needYear: -4, yourAdvanceYears: 0, othersAdvanceYears: 1.5 };
    expect(queueDelivery(place).servedYear).toBeCloseTo(-2.5, 9);
  });

  test('a need of the calm that lies behind all the new demand waits for it', () => {
    const place = { ...essay, needYear: -0.5, yourAdvanceYears: 0, othersAdvanceYears: 3.5 };
    expect(queueDelivery(place).servedYear).toBeCloseTo(5, 9);
  });
});

test('the day price is the scarcity of the pipeline on the day of need', () => {
  fc.assert(
    fc.property(anyGrowth, fc.integer({ min: 0, max: 12 * 48 }), (growth, steps) => {
      const { series } = simulatePipeline(growth);
      const place = { ...growth, needYear: steps / 48, yourAdvanceYears: 0, othersAdvanceYears: 0 };
      expect(offBy(queueDelivery(place).dayPrice, series[steps]?.scarcity ?? 0)).toBeLessThan(1e-9);
    }),
  );
});
