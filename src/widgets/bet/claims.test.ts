import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, overlaps } from '#chart/geometry.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { plain } from '../sentence.ts';
import { type BetState, cheaperOf, compute, costsAt, dollars, likeFibre } from './compute.ts';
import { answer, type Changed, caption, chance, chartDescription } from './describe.ts';
import { chipResale, fibreResale, leasePrice, onDemandPrice } from './evidence.ts';
import { frameAt, Projection, squareAt, TOPS } from './layout.ts';
import { marksOf } from './marks.ts';
import { betSettings } from './settings.ts';
import { spec } from './spec.ts';
import { tableOf } from './table.ts';

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 300 });

const { belief, resale, price } = betSettings;
const ESSAY: BetState = { belief: belief.default, resale: resale.default, price: price.default };
const UNCHANGED: Changed = { belief: false, resale: false, price: false };
const bet = (state: Partial<BetState> = {}) => compute({ ...ESSAY, ...state });
const said = (state: Partial<BetState>) => plain(answer(bet(state), UNCHANGED));

/** Evenly from 0 to 1, and now and then an end. */
const share = fc.oneof(
  { weight: 5, arbitrary: fc.noBias(fc.integer({ min: 0, max: 2 ** 20 })).map((part) => part / 2 ** 20) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);
const anyState: fc.Arbitrary<BetState> = fc.record({ a: share, b: share, c: share }).map(({ a, b, c }) => ({
  belief: valueAt(belief, belief.max, a),
  resale: valueAt(resale, resale.max, b),
  price: valueAt(price, price.max, c),
}));

describe('what a reader should be able to conclude', () => {
  test('the easier idle capacity is to re-let, the less sure one has to be', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        fc.pre(state.resale < 1 && state.price > 1);
        const easier = compute({ ...state, resale: stepBy(resale, 1, state.resale, 1) });
        expect(easier.breakEven).toBeLessThan(compute(state).breakEven ?? 0);
      }),
    );
  });

  test('the dearer the day, the less sure one has to be', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        fc.pre(state.resale < 1 && state.price < 5);
        const dearer = compute({ ...state, price: stepBy(price, 5, state.price, 1) });
        expect(dearer.breakEven).toBeLessThan(compute(state).breakEven ?? 0);
      }),
    );
  });

  test('with half to lose and all of the price again, one chance in three is enough; like fibre, it takes 46%', () => {
    expect(bet().breakEven).toBeCloseTo(1 / 3, 12);
    expect(likeFibre(bet()).breakEven).toBeCloseTo(0.46, 2);
  });

  test('by H100 prices of spring 2026 committing took more than an even chance, by what a latecomer paid much less', () => {
    expect(bet({ resale: chipResale, price: onDemandPrice }).breakEven).toBeGreaterThan(0.5);
    expect(bet({ price: leasePrice }).breakEven).toBeLessThan(0.2);
  });

  test('where the day price is no higher, no belief in growth makes committing pay', () => {
    const failed = bet(spec.challenge.state);
    expect(failed.crossing).toBe('always-wait');
    for (let sure = 0; sure <= 1; sure += 0.05) expect(cheaperOf(costsAt(failed, sure))).not.toBe('commit');
  });
});

describe('the sources', () => {
  test('give the marks their places', () => {
    expect([fibreResale, chipResale, onDemandPrice, leasePrice]).toEqual([0.15, 0.57, 1.26, 3.32]);
  });
});

describe('the break-even', () => {
  test('is as exact as the numbers it is given, which an address need not round to cents', () => {
    const exactly = (state: Partial<BetState>) => {
      const { resale: v, price: r } = { ...ESSAY, ...state };
      expect(bet(state).breakEven).toBeCloseTo((1 - v) / (1 - v + (r - 1)), 10);
    };
    exactly({ resale: 0.12345, price: 2.5 });
    exactly({ resale: 0.33333, price: 1.7777 });
    exactly({ resale: 1 / 3, price: 1.00123 });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 1.01, max: 5, noNaN: true }),
        (v, r) => exactly({ resale: v, price: r }),
      ),
    );
  });
});

describe('the costs', () => {
  test('are never below nothing, and the two lines meet at the break-even and nowhere else', () => {
    fc.assert(
      fc.property(anyState, share, (state, at) => {
        const picture = compute(state);
        const { commit, wait } = costsAt(picture, at);
        expect(Math.min(commit, wait, picture.idle, picture.short)).toBeGreaterThanOrEqual(0);
        const { breakEven } = picture;
        if (breakEven === null) {
          expect(commit + wait).toBe(0);
          return;
        }
        const meeting = costsAt(picture, breakEven);
        expect(meeting.commit).toBeCloseTo(meeting.wait, 9);
        if (at > breakEven) expect(commit).toBeLessThanOrEqual(wait);
        if (at < breakEven) expect(commit).toBeGreaterThanOrEqual(wait);
      }),
    );
  });

  test('are what one loses beside the other choice, in each of the two futures', () => {
    const { idle, short } = bet({ resale: 0.3, price: 2.5 });
    expect([idle, short]).toEqual([70, 150]);
  });

  test('are areas: a square of twice the cost is twice as large', () => {
    const projection = new Projection(frameAt(860), 125);
    expect(projection.side(100) ** 2 / projection.side(50) ** 2).toBeCloseTo(2, 9);
  });
});

describe('the words', () => {
  test('give the answer, the reason, and what follows for the reader', () => {
    expect(said({})).toBe(
      'Committing pays if growth has more than one chance in three. Of every $100 of capacity, idling loses $50 and being short $100. At 50%, waiting costs $25 more.',
    );
    expect(said({ belief: 0.2 })).toContain('At 20%, committing costs $20 more.');
    expect(said({ belief: 0.5, resale: 0.5, price: 1.5 })).toContain('At 50% the two cost the same.');
  });

  test('say every extreme', () => {
    expect(said({ resale: 1 })).toMatch(
      /^Committing pays, whatever you believe: idle capacity re-lets at all it cost/,
    );
    expect(said({ price: 1 })).toMatch(/^Waiting pays, whatever you believe: on the day it costs no more/);
    expect(said({ resale: 1, price: 1 })).toMatch(/^It makes no difference/);
  });

  test('call a chance by its plain name where it has one', () => {
    expect([1 / 3, 0.5, 0.25, 0.667, 0.1, 0.9].map(chance)).toEqual([
      'one chance in three',
      'an even chance',
      'one chance in four',
      'two chances in three',
      'one chance in ten',
      'nine chances in ten',
    ]);
    expect([0.46, 0.18, 0.11, 0.083].map(chance)).toEqual([
      'a 46% chance',
      'an 18% chance',
      'an 11% chance',
      'an 8.3% chance',
    ]);
  });

  test('are whole sentences for every state, with the model’s full number in the answer', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        const parts = answer(picture, UNCHANGED);
        const values = parts.flatMap((part) =>
          typeof part !== 'string' && part.result === 'break-even' ? [part.value] : [],
        );
        expect(values).toEqual(picture.breakEven === null ? [] : [picture.breakEven]);
        for (const text of [
          plain(parts),
          caption(picture, bet(), false),
          caption(picture, bet(), true),
          chartDescription(picture),
        ]) {
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/NaN|undefined|Infinity|null|−| {2}/);
        }
      }),
    );
  });

  test('count cents only where there are some', () => {
    expect([50, 47.5, 0.25, 400].map(dollars)).toEqual(['$50', '$47.50', '$0.25', '$400']);
  });
});

describe('the picture', () => {
  const widths = fc.integer({ min: 250, max: 1100 });

  test('lets no two words touch, nor any leave it, at any width and any state', () => {
    fc.assert(
      fc.property(anyState, widths, fc.boolean(), (state, width, showsFibre) => {
        const picture = compute(state);
        const top = TOPS.find((each) => each >= Math.max(picture.idle, picture.short)) ?? 500;
        const frame = frameAt(width);
        const marks = marksOf(picture, new Projection(frame, top), showsFibre);
        const placed = [
          marks.difference?.label,
          marks.fibre?.label,
          marks.names?.commit,
          marks.names?.wait,
          ...marks.stretches.map(({ word }) => word),
        ].flatMap((label) => label ?? []);
        const all = { x: 0, y: 0, width: frame.width, height: frame.height };
        placed.forEach((label, index) => {
          expect(contains(all, label.box), label.text).toBe(true);
          for (const other of placed.slice(index + 1))
            expect(overlaps(label.box, other.box), `${label.text}, ${other.text}`).toBe(false);
        });
        for (const [index, word] of marks.ends.entries())
          for (const other of [marks.breakEven, marks.you, ...marks.ends.slice(index + 1)])
            if (other) expect(Math.abs(word.x - other.x)).toBeGreaterThan(24);
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps its squares inside it, and the lines inside their axis', () => {
    fc.assert(
      fc.property(anyState, widths, (state, width) => {
        const { idle, short } = compute(state);
        const top = TOPS.find((each) => each >= Math.max(idle, short)) ?? 500;
        const projection = new Projection(frameAt(width), top);
        const { frame } = projection;
        for (const [amount, row, end] of [
          [idle, frame.rows.commit, 0],
          [short, frame.rows.wait, 1],
        ] as const) {
          const box = squareAt({ frame, x: projection.x(end), y: row.middle }, projection.side(amount));
          expect(contains({ x: 0, y: row.top, width: frame.width, height: row.bottom - row.top }, box)).toBe(
            true,
          );
          expect(projection.y(amount)).toBeGreaterThanOrEqual(frame.plot.y - 1e-9);
        }
      }),
    );
  });

  test('reads back what it puts down', () => {
    const projection = new Projection(frameAt(860), 250);
    fc.assert(
      fc.property(share, share, (at, amount) => {
        expect(projection.belief(projection.x(at))).toBeCloseTo(at, 9);
        expect(projection.dollars(projection.y(amount * 250))).toBeCloseTo(amount * 250, 9);
      }),
    );
  });
});

test('the table holds both lines and says which is lower', () => {
  const { rows } = tableOf(bet());
  expect(rows).toHaveLength(11);
  expect(rows[5]).toEqual({ belief: 0.5, commit: 25, wait: 50, cheaper: 'commit' });
  expect(tableOf(bet({ resale: 1, price: 1 })).rows.every(({ cheaper }) => cheaper === 'neither')).toBe(true);
});
