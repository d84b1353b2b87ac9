import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAround, contains, overlaps } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { steadyScarcity } from '#model/law.ts';
import { simulatePipeline } from '#model/pipeline.ts';
import { type Quantity, valueAt } from '#state/quantity.ts';
import { defaultsOf } from '#state/view.svelte.ts';
import { plain } from '../sentence.ts';
import { advanceAt, alongOf, compute, type QueueState } from './compute.ts';
import { answer, chartDescription, closedForm, dotMeans, lateness, ordinal } from './describe.ts';
import { pricesAnswer, pricesDescription } from './describe-prices.ts';
import { labelsOf } from './labels.ts';
import { acrossAt, alongIn, curveOf, fontOf, frameAt, put } from './layout.ts';
import { computePrices } from './prices.ts';
import { HORIZON_YEARS, NEED_YEAR, queueSettings } from './settings.ts';
import { spec } from './spec.ts';
import { pricesTable, tableOf } from './table.ts';

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 100 });

const essay = defaultsOf(queueSettings);
const line = (state: Partial<QueueState> = {}) => compute({ ...essay, ...state });
const prices = (state: Partial<QueueState> = {}) => computePrices({ ...essay, ...state });
const MOVED = () => true;
const said = (state: Partial<QueueState> = {}) => plain(answer(line(state), MOVED));

/** Evenly from 0 to 1, and now and then an end. */
const share = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 2 ** 16 }).map((part) => part / 2 ** 16) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1) },
);

/** Any state that a hand can leave behind. */
const anyState: fc.Arbitrary<QueueState> = fc
  .record({
    doubling: share,
    lead: share,
    commit: share,
    you: share,
    others: share,
    after: share,
    elasticity: share,
    rent: share,
    view: fc.constantFrom('line', 'prices'),
  })
  .map((at) => {
    const set = (quantity: Quantity, position: number, max = quantity.max) =>
      valueAt(quantity, max, position);
    const lead = set(queueSettings.lead, at.lead);
    return {
      doubling: set(queueSettings.doubling, at.doubling),
      lead,
      commit: set(queueSettings.commit, at.commit, lead),
      you: set(queueSettings.you, at.you),
      others: set(queueSettings.others, at.others),
      after: set(queueSettings.after, at.after),
      elasticity: set(queueSettings.elasticity, at.elasticity),
      rent: set(queueSettings.rent, at.rent),
      view: at.view,
    };
  });
const anyWidth = fc.integer({ min: 246, max: 1150 });

describe('what a reader should be able to conclude', () => {
  test('a year earlier than the others is a year sooner', () => {
    expect(line().wait).toBeCloseTo(2, 9);
    expect(line({ you: 1 }).wait).toBeCloseTo(1, 9);
    expect(line({ you: 2 }).wait).toBeCloseTo(0, 9);
    fc.assert(
      fc.property(anyState, (state) => {
        const [late, later] = [compute(state), compute({ ...state, you: Math.max(0, state.you - 0.5) })];
        expect(later.wait ?? Infinity).toBeGreaterThanOrEqual(late.wait ?? Infinity);
        if (late.lawHolds && later.lawHolds && (late.wait ?? 0) > 0)
          expect(later.wait ?? 0).toBeCloseTo((late.wait ?? 0) + Math.min(0.5, state.you), 6);
      }),
    );
  });

  test('if everyone moves no place is gained, and nobody is served sooner', () => {
    expect(line({ you: 1, others: 1 })).toMatchObject({ place: line().place, wait: line().wait });
    fc.assert(
      fc.property(anyState, share, (state, advance) => {
        const years = valueAt(queueSettings.you, NEED_YEAR, advance);
        const moved = compute({ ...state, you: years, others: years });
        const unmoved = compute({ ...state, you: 0, others: 0 });
        expect(moved.place / unmoved.place).toBeCloseTo(1, 9);
        expect(moved.wait).toBe(unmoved.wait);
      }),
    );
  });

  test('but if builders start as much sooner, everyone is served that much sooner', () => {
    expect(line({ you: 1, others: 1, commit: 1 }).wait).toBeCloseTo(1, 9);
    expect(line({ you: 2, others: 2, commit: 2 }).wait).toBe(0);
  });

  test('if everyone else moves, whoever stays falls behind by as much', () => {
    expect(line({ others: 1 }).wait).toBeCloseTo(3, 9);
    expect(line({ others: 1 }).place).toBeCloseTo(2 ** (5 / essay.doubling), 6);
  });

  test('each doubling time of hesitation doubles the place', () => {
    const { doubling } = essay;
    expect(line({ you: 1 }).place / line({ you: 1 + doubling }).place).toBeCloseTo(2, 9);
    expect(alongOf(1, doubling) / alongOf(1 + doubling, doubling)).toBeCloseTo(2, 9);
  });

  test('the unsigned pay what is scarce on the day, whenever the others signed', () => {
    const { price } = line();
    expect(price).toBeCloseTo(steadyScarcity({ doublingYears: 7 / 12, leadYears: 2, commitYears: 0 }), 9);
    expect(line({ you: 3, others: 2 }).price).toBe(price);
    expect(line({ commit: 1 }).price).toBeLessThan(price);
  });

  test('prices rise the more, the less demand gives way to them', () => {
    expect(line({ elasticity: 0.5 }).price).toBeCloseTo(line().price ** 2, 6);
  });

  test('prices say 1.4× where nothing committed would mean 10.8×: that the deals bought, and 7.8× they risk', () => {
    const { implied, uncommitted, covered, risk } = prices();
    expect(implied).toBeCloseTo(1.38, 2);
    expect(uncommitted).toBeCloseTo(10.77, 2);
    expect(covered).toBeCloseTo(1.73, 2);
    expect(risk).toBeCloseTo(7.8, 1);
    // Nothing is gained: what commitment takes from the shortage it adds to the risk.
    expect(implied * risk).toBeCloseTo(uncommitted, 9);
  });

  test('where the argument fails, whoever signs on the day is served on the day, at the price of balance', () => {
    const { wait, price } = line(spec.challenge.state);
    expect(wait).toBe(0);
    expect(price).toBeCloseTo(1, 9);
    expect(said(spec.challenge.state)).toContain('no more than you');
  });
});

describe('the line', () => {
  test('is served from the front: nobody behind is served before somebody ahead', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { slots } = compute(state);
        const built = slots.map((slot) => slot.built ?? -1);
        expect(built).toEqual(built.toSorted((a, b) => b - a));
        expect(slots.map(({ at }) => at)).toEqual(slots.map(({ at }) => at).toSorted((a, b) => a - b));
        for (const slot of slots) expect(slot.who === 'served').toBe(slot.built === 1);
      }),
    );
  });

  test('has at most 41 dots and more than twenty, each worth a power of two', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { slots, dot } = compute(state);
        expect(slots.length).toBeLessThanOrEqual(41);
        expect(slots.length).toBeGreaterThanOrEqual(20);
        expect(Number.isInteger(Math.log2(dot))).toBe(true);
        for (const { at } of slots) expect(at > 0 && at <= 1.03).toBe(true);
      }),
    );
  });

  test('is served as far as capacity has come by then, in the simulation of the pipeline', () => {
    for (const after of [0, 1, 1.5]) {
      const { slots, placeOnDay, dot } = line({ after });
      const { series } = simulatePipeline({
        doublingYears: essay.doubling,
        leadYears: essay.lead,
        commitYears: essay.commit,
        horizonYears: HORIZON_YEARS,
      });
      const supply = series.find(({ year }) => Math.abs(year - NEED_YEAR - after) < 1e-6)?.supply ?? 0;
      const served = slots.filter(({ who }) => who === 'served').length;
      expect(Math.abs(served * dot - Math.min(supply, placeOnDay))).toBeLessThanOrEqual(dot);
    }
  });

  test('never serves anybody sooner when less time has passed', () => {
    fc.assert(
      fc.property(anyState, share, (state, later) => {
        const passed = valueAt(queueSettings.after, queueSettings.after.max, later);
        const count = (after: number) =>
          compute({ ...state, after }).slots.filter(({ who }) => who === 'served').length;
        expect(count(Math.max(passed, state.after))).toBeGreaterThanOrEqual(
          count(Math.min(passed, state.after)),
        );
      }),
    );
  });

  test('keeps the closed form wherever it says that it holds', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { wait, byLaw, lawHolds } = compute(state);
        if (lawHolds && (wait ?? 0) > 1e-6) expect(wait).toBeCloseTo(byLaw, 6);
        if (lawHolds && wait === 0) expect(byLaw).toBeLessThan(1e-6);
      }),
    );
  });

  test('has a curve that says at your place what the simulation says of you', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { wait, lateAt, slots } = compute(state);
        const late = lateAt(state.you);
        expect(slots.length).toBeGreaterThan(0);
        // Turns are computed for every eighth of a year, and straight between.
        if (wait !== null && late !== null) expect(Math.abs(late - wait)).toBeLessThan(0.13);
      }),
    );
    for (const you of [0, 1, 1.5]) expect(line().lateAt(you)).toBeCloseTo(line({ you }).wait ?? -1, 9);
  });

  test('says who is not served within the horizon, and makes up no date for them', () => {
    const late = { lead: 7, others: 4 };
    expect(line(late).wait).toBeNull();
    expect(said(late)).toContain('does not come within 12 years');
    expect(plain(closedForm(line(late)))).toContain('beyond the picture');
    expect(answer(line(late), MOVED).some((part) => typeof part !== 'string' && part.result === 'wait')).toBe(
      false,
    );
  });
});

describe('the picture', () => {
  test('reads back the date at which it puts a hand', () => {
    fc.assert(
      fc.property(anyState, anyWidth, ({ doubling, you }, width) => {
        const frame = frameAt(width);
        const at = put(frame, alongOf(you, doubling), frame.line);
        expect(advanceAt(alongIn(frame, at), doubling)).toBeCloseTo(you, 6);
      }),
    );
  });

  test('has the front of the line first: earlier dates nearer to it, and closer together', () => {
    const along = [4, 3, 2, 1, 0].map((advance) => alongOf(advance, essay.doubling));
    const gaps = along.slice(1).map((at, index) => at - (along[index] ?? 0));
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(along.at(-1)).toBe(1);
  });

  test('draws numbers only, inside its frame, whatever the state and the width', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const [frame, picture] = [frameAt(width), compute(state)];
        for (const { x, y } of curveOf(frame, picture)) {
          expect(x >= -1 && x <= frame.width + 1).toBe(true);
          expect(y >= 0 && y <= frame.foot).toBe(true);
        }
        expect(Number.isFinite(acrossAt(frame, picture, picture.wait))).toBe(true);
      }),
    );
  });

  test('never lets words touch, nor leave it, and always says where you stand and when you are served', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const [frame, picture] = [frameAt(width), compute(state)];
        const yours = put(frame, alongOf(state.you, state.doubling), frame.line);
        const theirs = put(frame, alongOf(state.others, state.doubling), frame.sign);
        const halos = [boxAround(yours, 16), ...(frame.compact ? [] : [boxAround(theirs, 16)])];
        const labels = labelsOf(frame, picture, halos);
        const px = fontOf(frame);
        const boxes = labels.map(({ text, anchor, x, y }) => {
          const wide = textWidth(text, px);
          const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
          return { text, x: left, y: y - px * 0.8, width: wide, height: px };
        });
        const room = { x: -1, y: 0, width: frame.width + 2, height: frame.foot };
        boxes.forEach((box, index) => {
          expect(contains(room, box), `${box.text} at ${width}`).toBe(true);
          for (const other of [...boxes.slice(index + 1), ...halos])
            expect(overlaps(box, other), box.text).toBe(false);
        });
        const words = labels.map(({ text }) => text);
        expect(words.some((text) => text.startsWith('You'))).toBe(true);
        expect(words.some((text) => /^(year|not within)/.test(text))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the words', () => {
  test('say what a place is, what it costs in time, and what the unsigned pay', () => {
    expect(said()).toBe(
      'Sign on the day you need it, as everyone else does, and you are 116th in line. Capacity comes 2 years late. On the day the unsigned pay 10.8× the price in balance.',
    );
    expect(said({ you: 1 })).toBe(
      'Signing 1 year before you need it makes you 36th in line, not 116th. Capacity comes 1 year late, not 2 years. On the day the unsigned pay 10.8× the price in balance.',
    );
    expect(said({ you: 2 })).toContain('Capacity comes on time, not 2 years late.');
    expect(said({ you: 1, others: 1 })).toContain('you are 116th in line as if nobody had.');
    expect(said({ you: 1, others: 1, commit: 1 })).toContain(
      'With 1 year committed ahead, it comes 1 year late.',
    );
  });

  test('have whole sentences, with full numbers in them, for every state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const [queue, price] = [compute(state), computePrices(state)];
        const sentence = answer(queue, MOVED);
        for (const text of [
          plain(sentence),
          plain(closedForm(queue)),
          dotMeans(queue),
          chartDescription(queue),
          plain(pricesAnswer(price, true)),
          pricesDescription(price),
        ]) {
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/NaN|undefined|Infinity|null|\b0 days| {2}/);
        }
        const values = new Map(
          sentence.flatMap((part) =>
            typeof part === 'string' || part.result === undefined ? [] : [[part.result, part.value] as const],
          ),
        );
        expect(values.get('wait') ?? null).toBe(queue.wait);
        expect(values.get('price')).toBe(queue.price);
      }),
    );
  });

  test('are short enough for the room that is kept for them', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(plain(answer(compute(state), MOVED)).length).toBeLessThan(255);
        expect(plain(pricesAnswer(computePrices(state), true)).length).toBeLessThan(255);
      }),
    );
  });

  test.each([
    [1, '1st'],
    [1.001, '2nd'],
    [2.5, '3rd'],
    [11, '11th'],
    [12.5, '13th'],
    [21, '21st'],
    [111, '111th'],
    [115.9, '116th'],
    [13_412, '13,400th'],
    [3e6, 'past the millionth'],
  ])('call place %d the %s', (place, text) => {
    expect(ordinal(place)).toBe(text);
  });

  test('call what rounds to nothing on time', () => {
    expect(lateness(1e-9)).toBe('on time');
    expect(lateness(0.5)).toBe('6 months late');
    expect(lateness(null)).toBe('not within 12 years');
  });
});

describe('what prices say', () => {
  test('keeps the law read backwards: with what is covered the shortage is the one that prices show', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { covered, coveredShown, implied, uncommitted, risk } = computePrices(state);
        if (covered > 0 && covered < state.lead) {
          const law = { doublingYears: state.doubling, leadYears: state.lead, commitYears: covered };
          expect(steadyScarcity(law) / implied).toBeCloseTo(1, 6);
          expect((implied * risk) / uncommitted).toBeCloseTo(1, 6);
        }
        expect(coveredShown >= 0 && coveredShown <= state.lead).toBe(true);
      }),
    );
  });

  test('turns over: spot prices would say that nothing is short, very elastic demand that nobody committed', () => {
    expect(plain(pricesAnswer(prices({ rent: 1.35 }), true))).toContain('nothing is short');
    expect(plain(pricesAnswer(prices({ rent: 8, elasticity: 5 }), true))).toContain(
      'nobody committed to anything',
    );
  });

  test('stands beside the other known prices in the table, and the reader’s own once it is another', () => {
    const known = pricesTable(prices()).rows;
    expect(known.map(({ rent }) => rent)).toContain(essay.rent);
    expect(pricesTable(prices({ rent: 3 })).rows).toHaveLength(known.length + 1);
  });

  test('is the preset’s world: what prices say is covered is what the preset commits', () => {
    const preset = spec.presets.find(({ id }) => id === 'prices');
    expect(preset?.state.commit).toBeCloseTo(prices().covered, 2);
    expect(preset?.state.view).toBe('prices');
  });
});

test('the table has what the curve has, by date of signing', () => {
  const { rows } = tableOf(line());
  expect(rows.map(({ advance }) => advance)).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]);
  expect(rows[2]).toMatchObject({ place: line({ you: 1 }).place, late: expect.closeTo(1, 9) });
});
