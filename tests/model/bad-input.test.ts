import { describe, expect, test } from 'vitest';
import * as model from '#model/v1.ts';
import { fc } from './properties.ts';

/** What an option may be, in the design's words, and numbers just inside and anywhere outside. */
interface Limits {
  words: string;
  ends: number[];
  outside: fc.Arbitrary<number>;
}

const below = (bound: number) =>
  fc.double({ max: bound, maxExcluded: true, noNaN: true }).filter((value) => value < bound); // -0 isn't below 0
const beyond = (bound: number) => fc.double({ min: bound, minExcluded: true, noNaN: true });
const notFinite = fc.constantFrom(Number.NaN, Infinity, -Infinity);

function between(least: number, most: number, words = `a finite number from ${least} to ${most}`): Limits {
  return { words, ends: [least, most], outside: fc.oneof(below(least), beyond(most), notFinite) };
}

function above(bound: number, words = `a finite number above ${bound}`): Limits {
  const least = bound === 0 ? Number.MIN_VALUE : bound * (1 + 1e-9);
  return { words, ends: [least, 1e9], outside: fc.oneof(below(bound), fc.constant(bound), notFinite) };
}

const doubling = between(0.1, 10);
const lead = between(0, 15);
const commit = between(0, 2, 'a finite number from 0 to leadYears (2)');
const horizon = between(0.1, 60);
const elasticity = between(0.05, 20);
const share = between(0, 1);
const growth = between(-0.99, 10);
const positive = above(0);
const anyFinite: Limits = { words: 'a finite number', ends: [-1e9, 1e9], outside: notFinite };
const zeroOrMore: Limits = {
  words: 'a finite number of at least 0',
  ends: [0, 1e9],
  outside: fc.oneof(below(0), notFinite),
};
const ceiling: Limits = {
  words: 'a number above 1, or Infinity',
  ends: [1 + 1e-9, Infinity],
  outside: fc.oneof(below(1), fc.constantFrom(1, Number.NaN, -Infinity)),
};

type Change = Record<string, number>;

/** A function with good arguments, how to spoil one of them, and what each may be. */
interface Case {
  call: (change: Change) => unknown;
  options: Record<string, Limits>;
  /** Where the option stands, when not at the top. */
  path?: string;
}

const clocks = { doublingYears: 0.5, leadYears: 2, commitYears: 0 };
const clockLimits = { doublingYears: doubling, leadYears: lead, commitYears: commit };
const readings = { from: 1, to: 2, years: 3 };
const place = { ...clocks, needYear: 3, yourAdvanceYears: 1, othersAdvanceYears: 1 };
const bet = { cost: 10, resale: 4, worth: 12 };
const tenant = { freed: 4, otherDemand: 1, otherDoublingYears: 1.5, fungibleShare: 0.75 };
const loop = {
  invested: 100,
  committed: 300,
  termYears: 5,
  outsideRevenue: 80,
  outsideGrowth: 0,
  outsideShare: 0.5,
};
const market = { shares: { alpha: 0.5, beta: 0.4 }, overlaps: [], clouds: ['alpha'], lockIn: 0.5 };

const cases: Record<string, Case> = {
  doublingTimeBetween: {
    call: (change) => model.doublingTimeBetween({ ...readings, ...change }),
    options: { from: positive, to: positive, years: positive },
  },
  fitDoubling: {
    call: (change) =>
      model.fitDoubling([
        { year: 0, value: 1 },
        { year: 1, value: 2, ...change },
      ]),
    options: { year: anyFinite, value: positive },
    path: 'points[1].',
  },
  netDoubling: {
    call: (change) => model.netDoubling({ doublingYears: 1, efficiencyDoublingYears: 2, ...change }),
    options: { doublingYears: doubling, efficiencyDoublingYears: doubling },
  },
  simulatePipeline: {
    call: (change) => model.simulatePipeline({ ...clocks, ...change }),
    options: {
      ...clockLimits,
      ceiling,
      legacyDoublingYears: doubling,
      windowYears: positive,
      horizonYears: horizon,
      stopYear: { ...anyFinite, words: 'a finite number or null' },
      drop: {
        words: 'a finite number from 0 to below 1',
        ends: [0, 1 - 1e-9],
        outside: fc.oneof(below(0), beyond(1), fc.constant(1), notFinite),
      },
      elasticity,
      stepYears: between(1 / 1000, 1 / 48, 'a finite number from 1/1000 to 1/48'),
    },
  },
  steadyScarcity: {
    call: (change) => model.steadyScarcity({ ...clocks, ...change }),
    options: clockLimits,
  },
  overbuildIfGrowthStops: {
    call: (change) => model.overbuildIfGrowthStops({ doublingYears: 1, commitYears: 1, ...change }),
    options: { doublingYears: doubling, commitYears: lead },
  },
  coveredYears: {
    call: (change) => model.coveredYears({ doublingYears: 1, leadYears: 1, scarcity: 1, ...change }),
    options: { doublingYears: doubling, leadYears: lead, scarcity: positive },
  },
  impliedScarcity: {
    call: (change) => model.impliedScarcity({ priceRatio: 1, elasticity: 1, ...change }),
    options: { priceRatio: positive, elasticity },
  },
  scheduleStages: {
    call: (change) =>
      model.scheduleStages([
        { id: 'chips', startYear: 0, leadYears: 1 },
        { id: 'power', startYear: 0, leadYears: 1, ...change },
      ]),
    options: { startYear: anyFinite, leadYears: lead },
    path: 'stages[1].',
  },
  throughput: {
    call: (change) =>
      model.throughput([
        { id: 'chips', gwPerYear: 1 },
        { id: 'power', gwPerYear: 1, ...change },
      ]),
    options: { gwPerYear: zeroOrMore },
    path: 'stages[1].',
  },
  queueDelivery: {
    call: (change) => model.queueDelivery({ ...place, ...change }),
    options: {
      ...clockLimits,
      needYear: anyFinite,
      yourAdvanceYears: anyFinite,
      othersAdvanceYears: anyFinite,
      horizonYears: horizon,
    },
  },
  breakEvenBelief: {
    call: (change) => model.breakEvenBelief({ ...bet, ...change }),
    options: {
      cost: { ...above(4, 'a finite number above resale (4)'), ends: [4.1, 11.9] },
      resale: { ...zeroOrMore, ends: [0, 9.9] },
      worth: above(10, 'a finite number above cost (10)'),
    },
  },
  absorbOverhang: {
    call: (change) => model.absorbOverhang({ ...tenant, ...change }),
    options: { freed: zeroOrMore, otherDemand: positive, otherDoublingYears: doubling, fungibleShare: share },
  },
  loopBooks: {
    call: (change) => model.loopBooks({ ...loop, ...change }),
    options: {
      invested: zeroOrMore,
      committed: positive,
      termYears: positive,
      outsideRevenue: zeroOrMore,
      outsideGrowth: growth,
      outsideShare: share,
    },
  },
  reach: { call: (change) => model.reach({ ...market, ...change }), options: { lockIn: share } },
  'reach, the shares': {
    call: (change) => model.reach({ ...market, shares: { ...market.shares, ...change } }),
    options: { alpha: share, beta: share },
    path: 'shares.',
  },
  'reach, the overlaps': {
    call: (change) => {
      const { share: common = 0 } = change;
      return model.reach({ ...market, overlaps: [{ clouds: ['alpha', 'beta'], share: common }] });
    },
    options: {
      share: {
        ...between(0, 0.4, 'a finite number from 0 to 0.4, the share in the smaller sets'),
        outside: fc.oneof(below(0), beyond(0.401), notFinite),
      },
    },
    path: 'overlaps[0].',
  },
};

describe('every published function', () => {
  test('has its arguments tested here', () => {
    const tested = new Set(Object.keys(cases).map((name) => name.split(',')[0]));
    expect([...tested].sort()).toEqual(Object.keys(model).sort());
  });

  for (const [name, { call, options, path = '' }] of Object.entries(cases)) {
    for (const [option, { words, ends, outside }] of Object.entries(options)) {
      test(`${name} refuses a bad ${option}, naming it, the value and the range`, () => {
        fc.assert(
          fc.property(outside, (value) => {
            const refusal = new RangeError(`${path}${option} is ${value}, but must be ${words}.`);
            expect(() => call({ [option]: value })).toThrow(refusal);
          }),
          { numRuns: 60, examples: [[Number.NaN], [-Infinity]] },
        );
      });

      test(`${name} takes a ${option} at either end of its range`, () => {
        for (const end of ends) expect(() => call({ [option]: end })).not.toThrow();
      });
    }
  }
});

function refusalOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return 'not refused';
}

describe('arguments that are not numbers at all', () => {
  test('are refused in the same sentence', () => {
    const words = JSON.parse('{"doublingYears": "0.5", "leadYears": 2, "commitYears": 0}');
    expect(refusalOf(() => model.steadyScarcity(words))).toBe(
      'doublingYears is "0.5", but must be a finite number from 0.1 to 10.',
    );
    const missing = JSON.parse('{"doublingYears": 1, "commitYears": 0}');
    expect(refusalOf(() => model.steadyScarcity(missing))).toBe(
      'leadYears is undefined, but must be a finite number from 0 to 15.',
    );
    const nothing = JSON.parse('{"doublingYears": 1, "leadYears": 2, "commitYears": 0, "ceiling": null}');
    expect(refusalOf(() => model.simulatePipeline(nothing))).toBe(
      'ceiling is null, but must be a number above 1, or Infinity.',
    );
  });
});

describe('lists', () => {
  test('of readings need two different years', () => {
    const words = 'but must be a list of readings of at least two different years.';
    const at = (...years: number[]) => years.map((year) => ({ year, value: year + 1 }));
    expect(refusalOf(() => model.fitDoubling([]))).toBe(`points is [], ${words}`);
    expect(refusalOf(() => model.fitDoubling(at(3)))).toBe(`points is [3], ${words}`);
    expect(refusalOf(() => model.fitDoubling(at(3, 3)))).toBe(`points is [3,3], ${words}`);
  });

  test('of stages need one', () => {
    expect(refusalOf(() => model.scheduleStages([]))).toBe(
      'stages is [], but must be a list of at least one.',
    );
    expect(refusalOf(() => model.throughput([]))).toBe('stages is [], but must be a list of at least one.');
  });

  test('name each stage once', () => {
    const twice = 'stages[1].id is "power", but must be different from every other one in the list.';
    const stage = { id: 'power', startYear: 0, leadYears: 1, gwPerYear: 1 };
    expect(refusalOf(() => model.scheduleStages([stage, stage]))).toBe(twice);
    expect(refusalOf(() => model.throughput([stage, stage]))).toBe(twice);
  });

  test('of clouds need one, each once, each with a share', () => {
    const refused = (clouds: string[]) => refusalOf(() => model.reach({ ...market, clouds }));
    expect(refused([])).toBe('clouds is [], but must be a list of at least one.');
    expect(refused(['alpha', 'alpha'])).toBe(
      'clouds[1] is "alpha", but must be different from every other one in the list.',
    );
    expect(refused(['alpha', 'toString'])).toBe('clouds[1] is "toString", but must be one of alpha, beta.');
  });

  test('of overlaps hold sets of two or more known clouds, each set once', () => {
    const refused = (...sets: string[][]) =>
      refusalOf(() => model.reach({ ...market, overlaps: sets.map((clouds) => ({ clouds, share: 0.1 })) }));
    expect(refused([])).toBe('overlaps[0].clouds is [], but must be a list of at least one.');
    expect(refused(['alpha'])).toBe('overlaps[0].clouds is ["alpha"], but must be a list of at least two.');
    expect(refused(['alpha', 'omega'])).toBe(
      'overlaps[0].clouds[1] is "omega", but must be one of alpha, beta.',
    );
    expect(refused(['alpha', 'alpha'])).toBe(
      'overlaps[0].clouds[1] is "alpha", but must be different from every other one in the list.',
    );
    expect(refused(['alpha', 'beta'], ['beta', 'alpha'])).toBe(
      'overlaps[1].clouds is ["beta","alpha"], but must be different from every other set in overlaps.',
    );
  });

  test('of overlaps cannot hold more companies than the clouds they are in, nor too few for all to fit', () => {
    const shares = { alpha: 0.5, beta: 0.6, gamma: 0.7 };
    const triple = [{ clouds: ['alpha', 'beta', 'gamma'], share: 0.1 }];
    expect(refusalOf(() => model.reach({ ...market, shares, overlaps: triple }))).toBe(
      'overlaps[0].share is 0.1, but must be a finite number from 0 to 0, the share in the smaller sets.',
    );
    expect(refusalOf(() => model.reach({ ...market, shares, clouds: ['alpha', 'gamma'] }))).toBe(
      'the share in any of clouds, by shares and overlaps, is 1.2, but must be a finite number from 0.7 to 1.',
    );
  });
});
