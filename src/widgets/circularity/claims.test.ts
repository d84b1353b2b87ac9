import { deals } from 'virtual:deals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAround, contains, overlaps } from '#chart/geometry.ts';
import { isEnough, loopBooks } from '#model/loop.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { defaultsOf, wholeOf } from '#state/view.svelte.ts';
import { plain } from '../sentence.ts';
import { type CircularityState, type Contract, compute, isKnown, type Known } from './compute.ts';
import { answer, chartDescription, labelOf } from './describe.ts';
import { endsOf, frameAt, groundOf, marksOf, Projection, spotsOf } from './frame.ts';
import { labelsOf } from './labels.ts';
import { finderOf } from './nearest.ts';
import { readoutOf } from './readout.ts';
import { circularitySettings, companies } from './settings.ts';
import { spec } from './spec.ts';
import { tableOf } from './tables.ts';

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 300 });

const { share, growth, whose, deal, revenue } = circularitySettings;
const at = (state: Partial<CircularityState> = {}) => compute(wholeOf(circularitySettings, state));
const UNCHANGED = () => false;
const said = (state: Partial<CircularityState> = {}) => plain(answer(at(state), UNCHANGED));

function of(id: string, state: Partial<CircularityState> = {}): Known {
  const found = at(state).contracts.find((contract) => contract.id === id);
  if (found === undefined || !isKnown(found)) throw new Error(`${id} has no cover`);
  return found;
}

/** Everything that is read out of a contract, as text. */
function readOf(id: string, state: Partial<CircularityState> = {}): string {
  const picture = at({ ...state, deal: id });
  const { status, rows, said: more } = readoutOf(picture.picked, picture.state);
  return [status, ...rows.map(([label, value]) => `${label}: ${plain(value)}`), ...more.map(plain)].join(
    '\n',
  );
}

/** Evenly from 0 to 1, and now and then an end. */
const part = fc.oneof(
  { weight: 6, arbitrary: fc.noBias(fc.integer({ min: 0, max: 2 ** 20 })).map((value) => value / 2 ** 20) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);
const one = (values: readonly { value: string }[]) => fc.constantFrom(...values.map(({ value }) => value));

/** Any state that a hand can leave behind. */
const anyState: fc.Arbitrary<CircularityState> = fc
  .record({
    a: part,
    b: part,
    whose: one(whose.options),
    deal: one(deal.options),
    revenue: fc.constantFrom('lowest' as const, 'spring' as const, 'highest' as const),
  })
  .map(({ a, b, ...rest }) => ({
    ...rest,
    share: valueAt(share, share.max, a),
    growth: valueAt(growth, growth.max, b),
  }));

const anyKnown = (state: CircularityState) => compute(state).contracts.filter(isKnown);

describe('what a reader should be able to conclude', () => {
  test('the contract with the least cover is not circular at all', () => {
    const { counted } = at();
    expect(counted[0]?.id).toBe('oracle-openai');
    expect(counted[0]?.ceilingShare).toBe(0);
    expect(counted[0]?.covered.ceiling.coverage).toBeCloseTo(0.4, 12);
    expect(said()).toBe(
      'No. The least covered, Oracle–OpenAI, has no seller’s money that we know of: all of OpenAI’s sales would pay 40% of it. Of 20 pairs, the larger circle has less cover in 7. With 25% of revenue, frozen, 2 of 7 are covered.',
    );
  });

  test('in only 7 of 20 pairs is the more circular contract the less covered', () => {
    const { pairs, agreeing, counted } = at();
    expect([pairs, agreeing, counted.length]).toEqual([20, 7, 7]);
  });

  test('nor is it the measure that says so: were own money not deducted, it would be 8 of 20', () => {
    const plainly = at().counted.map(({ deal: { committed }, covered, multiple, ceilingShare, id }) => ({
      id,
      ceilingShare,
      coverage: (covered.revenue * multiple) / committed,
    }));
    const pairs = plainly
      .flatMap((a) => plainly.map((b) => [a, b] as const))
      .filter(([a, b]) => a.ceilingShare > b.ceilingShare);
    expect(pairs).toHaveLength(20);
    expect(pairs.filter(([a, b]) => a.coverage < b.coverage)).toHaveLength(8);
    expect(plainly.toSorted((a, b) => a.coverage - b.coverage)[0]?.id).toBe('oracle-openai');
    expect(spec.method).toContain('8 pairs of 20 instead of 7');
  });

  test('at a quarter of revenue Amazon’s contract with Anthropic is covered 1.12 times, and bears a fall of 2.3 % a year', () => {
    const { covered, paidShare, ceilingShare } = of('amazon-anthropic');
    expect([paidShare, ceilingShare]).toEqual([0.13, 0.33]);
    expect(covered.ceiling.coverage * 0.25).toBeCloseTo(1.12, 2);
    expect(covered.breakEven).toBeCloseTo(-0.023, 3);
  });

  test('but not without what Amazon may yet put in: the line runs between its dot and its ring', () => {
    const { covered } = of('amazon-anthropic');
    const { state } = at();
    expect([isEnough(covered.paid, state.share), isEnough(covered.ceiling, state.share)]).toEqual([
      false,
      true,
    ]);
    expect(readOf('amazon-anthropic')).toContain(
      'With 25% of revenue it is covered once Amazon has put in $25 billion; it would bear a fall of 2.3% a year.',
    );
  });

  test('by a competitor’s count of revenue it is not covered, and would have to grow 3.9 % a year', () => {
    const { covered } = of('amazon-anthropic', { revenue: 'lowest' });
    expect(covered.revenue).toBe(22);
    expect(covered.ceiling.coverage * 0.25).toBeCloseTo(0.82, 2);
    expect(covered.breakEven).toBeCloseTo(0.039, 3);
  });

  test('Google’s is a modest circle with less cover than Amazon’s, even if all of the revenue went to it', () => {
    const { paidShare, ceilingShare, covered } = of('google-anthropic');
    expect([paidShare, ceilingShare]).toEqual([0.05, 0.2]);
    expect(covered.paid.coverage).toBeCloseTo(0.79, 2);
    expect(covered.ceiling.coverage).toBeCloseTo(0.94, 2);
  });

  test('with Nvidia’s money Microsoft’s contract would be circular to a half', () => {
    expect(readOf('microsoft-anthropic')).toContain('at most 50% would be circular');
    expect(readOf('microsoft-anthropic')).toContain('5 years (assumed)');
  });

  test('a letter that was never signed and a case from history do not count, and say so', () => {
    expect(at().counted.map(({ id }) => id)).not.toContain('nvidia-openai-announced');
    expect(readOf('nvidia-openai-announced')).toMatch(/never signed[\s\S]*it does not count/);
    const lucent = at().contracts.at(-1);
    expect([lucent?.id, lucent?.counts, lucent?.covered]).toEqual(['lucent-winstar', false, null]);
    expect(readOf('lucent-winstar')).toContain('not in the ledger');
    expect(readOf('lucent-winstar')).toContain('History');
  });

  test('the thesis fails where one looks at Amazon’s two alone: the more circular is the less covered', () => {
    const picture = at(spec.challenge.state);
    expect(picture.counted.map(({ id }) => id)).toEqual(['amazon-openai', 'amazon-anthropic']);
    expect([picture.pairs, picture.agreeing]).toEqual([1, 1]);
    expect(said(spec.challenge.state)).toMatch(
      /^Here it does\. The least covered of these, Amazon–OpenAI, is 36% circular at most/,
    );
    const [paid, other] = picture.counted.map(({ paidShare }) => paidShare);
    expect(paid).toBeLessThan(other ?? 0);
  });

  test('and is turned round where one looks at OpenAI’s', () => {
    const { pairs, agreeing } = at({ whose: 'openai' });
    expect([pairs, agreeing]).toEqual([3, 0]);
    expect(said({ whose: 'openai' })).toContain('No, it is the other way round.');
  });

  test('whatever revenue does and is, the circle never ranks all seven', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { pairs, agreeing, counted } = compute({ ...state, whose: 'all' });
        expect(pairs).toBe(20);
        expect(agreeing).toBeLessThanOrEqual(11);
        expect(counted[0]?.id).toBe('oracle-openai');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the measure', () => {
  test('has nothing below zero, and no share above the whole', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const { paidShare, ceilingShare, covered, multiple } of compute(state).contracts) {
          for (const value of [paidShare, ceilingShare]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
          expect(multiple).toBeGreaterThan(0);
          for (const value of covered === null
            ? []
            : [covered.low, covered.high, ...covered.curve.map((place) => place.coverage)])
            expect(value).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('is the loop’s own: coverage times the share is what the loop says of the same deal', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const {
          covered,
          deal: { placed, contingent, committed, years },
        } of anyKnown(state)) {
          const books = loopBooks({
            invested: placed + contingent,
            committed,
            termYears: years,
            outsideRevenue: covered.revenue,
            outsideGrowth: state.growth,
            outsideShare: state.share,
          });
          expect(books.coverage / (covered.ceiling.coverage * state.share)).toBeCloseTo(1, 9);
          expect(books.breakEvenGrowth).toBe(covered.breakEven);
        }
      }),
    );
  });

  test('never has a ring left of its dot or below it, and the curve rises from the one to the other', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const {
          covered: { curve, paid, ceiling },
        } of anyKnown(state)) {
          expect(curve[0]).toMatchObject(paid);
          expect(curve.at(-1)?.circularShare).toBeCloseTo(ceiling.circularShare, 12);
          expect(curve.at(-1)?.coverage).toBeCloseTo(ceiling.coverage, 9);
          curve.slice(1).forEach((place, index) => {
            expect(place.circularShare).toBeGreaterThanOrEqual(curve[index]?.circularShare ?? 1);
            expect(place.coverage).toBeGreaterThanOrEqual(curve[index]?.coverage ?? Infinity);
          });
        }
      }),
    );
  });

  test('lies on the model’s hyperbola: cover times what is not circular is the same all along a curve', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const {
          covered: { curve, paid },
        } of anyKnown(state)) {
          const constant = paid.coverage * (1 - paid.circularShare);
          for (const place of curve)
            expect((place.coverage * (1 - place.circularShare)) / constant).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  test('rises with revenue and with its growth; circular shares do not move', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        fc.pre(state.growth < growth.max);
        const faster = compute({ ...state, growth: stepBy(growth, growth.max, state.growth, 1) });
        const lower = compute({ ...state, revenue: 'lowest' });
        const higher = compute({ ...state, revenue: 'highest' });
        for (const { id, covered, ceilingShare } of anyKnown(state)) {
          const then = (picture: typeof faster) =>
            picture.contracts.filter(isKnown).find((each) => each.id === id);
          expect(then(faster)?.covered.paid.coverage).toBeGreaterThan(covered.paid.coverage);
          expect(then(faster)?.ceilingShare).toBe(ceilingShare);
          expect(then(lower)?.covered.paid.coverage).toBeLessThanOrEqual(covered.paid.coverage);
          expect(then(higher)?.covered.paid.coverage).toBeGreaterThanOrEqual(covered.paid.coverage);
          expect(covered.low).toBeLessThanOrEqual(covered.high);
        }
      }),
    );
  });

  test('puts a contract above the line exactly where the share of revenue pays it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        const projection = new Projection(frameAt(860), endsOf(picture));
        for (const { covered } of picture.contracts.filter(isKnown))
          for (const place of [covered.paid, covered.ceiling]) {
            expect(isEnough(place, state.share)).toBe(place.coverage * state.share >= 1);
            if (Math.abs(place.coverage * state.share - 1) > 1e-9)
              expect(isEnough(place, state.share)).toBe(
                projection.y(place.coverage) < projection.y(picture.line),
              );
          }
      }),
    );
  });

  test('breaks even where the line runs through the ring', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const {
          id,
          covered: { breakEven },
        } of anyKnown(state)) {
          if (breakEven === null) continue;
          const then = anyKnown({ ...state, growth: breakEven }).find((each) => each.id === id);
          expect((then?.covered.ceiling.coverage ?? 0) * state.share).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  test('counts pairs and contracts that add up', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { counted, pairs, agreeing, enough, contracts, picked } = compute(state);
        expect(agreeing).toBeLessThanOrEqual(pairs);
        expect(pairs).toBeLessThanOrEqual((counted.length * (counted.length - 1)) / 2);
        expect(enough).toBe(
          counted.filter(({ covered }) => covered.ceiling.coverage * state.share >= 1).length,
        );
        expect(counted.every(({ counts, isAsked }) => counts && isAsked)).toBe(true);
        expect(contracts).toHaveLength(deals.length);
        expect(picked.isAsked).toBe(true);
        const covers = contracts.map(({ covered }) => covered?.ceiling.coverage ?? Infinity);
        expect(covers).toEqual(covers.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the settings', () => {
  test('offer by name every company with more than one contract that counts, by one rule', () => {
    expect(companies).toEqual(['Anthropic', 'OpenAI', 'Amazon']);
  });

  test('have a preset with facts for whatever is not the essay’s', () => {
    for (const { facts, why } of [...spec.presets, spec.challenge]) {
      expect(facts?.length).toBeGreaterThan(0);
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
    expect(revenue.default).toBe('spring');
  });
});

describe('the words', () => {
  test('are whole sentences for every state, without a number that is none', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        for (const text of [plain(answer(picture, UNCHANGED)), chartDescription(picture)]) {
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/NaN|undefined|Infinity|∞|null| {2}/);
          expect(text.length).toBeLessThan(310);
        }
        for (const contract of picture.contracts) {
          const { rows, said: more } = readoutOf(contract, state);
          const text = [
            labelOf(contract),
            ...rows.flatMap(([label, value]) => [label, plain(value)]),
            ...more.map(plain),
          ];
          expect(text.join('\n')).not.toMatch(/NaN|undefined|Infinity|∞|null| {2}|nothing of|\$−/);
          expect(text.every((words) => words !== '')).toBe(true);
          for (const paragraph of more) expect(plain(paragraph)).toMatch(/^[A-Z].*\.$/);
        }
      }),
    );
  });

  test('hold the full numbers of the contract that is read out', () => {
    const { contracts, state } = at();
    const results = (contract: Contract) => {
      const { rows, said: more } = readoutOf(contract, state);
      const parts = [...rows.flatMap(([, value]) => value), ...more.flat()];
      return Object.fromEntries(
        parts.flatMap((each) =>
          typeof each === 'object' && each.result !== undefined ? [[each.result, each.value]] : [],
        ),
      );
    };
    for (const contract of contracts) {
      const found = results(contract);
      expect(found['circular-share']).toBe(contract.ceilingShare);
      expect(found.coverage).toBe(contract.covered?.ceiling.coverage);
      for (const name of Object.keys(found)) expect(Object.keys(spec.results)).toContain(name);
    }
  });

  test('mark as the reader’s what the reader has changed', () => {
    const yours = answer(at({ share: 0.5 }), (key) => key === 'share').flatMap((each) =>
      typeof each === 'object' && each.tone === 'yours' ? [each.text] : [],
    );
    expect(yours).toEqual(['50%']);
  });

  test('give in the table every deal of the ledger, known or not', () => {
    const { rows } = tableOf(at());
    expect(rows).toHaveLength(deals.length);
    expect(rows[0]).toMatchObject({ contract: 'Oracle–OpenAI', ceilingShare: 0, ceiling: 0.4 });
    expect(rows.at(-1)).toMatchObject({ contract: 'Lucent–Winstar', ceiling: 'not known' });
  });
});

describe('the picture', () => {
  const WIDTHS = [246, 262, 288, 343, 420, 520, 559, 560, 628, 720, 860, 948, 1140];
  const anyScene = fc.record({
    state: anyState,
    width: fc.oneof(fc.constantFrom(...WIDTHS), fc.integer({ min: 232, max: 1140 })),
    pointed: fc.nat(),
  });
  function scene(state: CircularityState, width: number, pointed?: number) {
    const picture = compute(state);
    const projection = new Projection(frameAt(width), endsOf(picture));
    const marks = picture.contracts
      .filter(({ isAsked }) => isAsked)
      .map((contract) => marksOf(contract, projection));
    const shown =
      pointed === undefined ? picture.picked.id : (marks[pointed % marks.length]?.contract.id ?? '');
    return {
      picture,
      projection,
      frame: projection.frame,
      marks,
      shown,
      labels: labelsOf(picture, shown, marks, projection),
    };
  }
  const textOf = ({ lines }: { lines: readonly { text: string }[] }) =>
    lines.map(({ text }) => text).join(' ');

  test('lets no words touch words, a mark or the handle, nor leave it', () => {
    fc.assert(
      fc.property(anyScene, ({ state, width, pointed }) => {
        const { labels, marks, frame, projection, picture } = scene(state, width, pointed);
        const room = { x: 0, y: 0, width: frame.width, height: frame.height };
        const dots = marks.flatMap(({ dot, ring }) => [dot, ring].flatMap((each) => each ?? []));
        labels.forEach((label, index) => {
          expect(contains(room, label.box), `${textOf(label)} inside`).toBe(true);
          for (const other of labels.slice(index + 1))
            expect(overlaps(label.box, other.box), `${textOf(label)}, ${textOf(other)}`).toBe(false);
          for (const dot of dots)
            expect(overlaps(label.box, boxAround(dot, 6)), `${textOf(label)} on a mark`).toBe(false);
          const handle = { x: frame.plot.x + frame.plot.width, y: projection.y(picture.line) };
          expect(overlaps(label.box, boxAround(handle, 12)), `${textOf(label)} on the handle`).toBe(false);
        });
      }),
      { numRuns: 1500 },
    );
  });

  test('lets no words touch those of its axes', () => {
    fc.assert(
      fc.property(anyScene, ({ state, width, pointed }) => {
        const { labels, projection } = scene(state, width, pointed);
        for (const { x, y, px, align, text } of groundOf(projection).texts) {
          const wide = text.length * px * 0.55;
          const left = { start: x, middle: x - wide / 2, end: x - wide }[align];
          const box = { x: left, y: y - 0.75 * px, width: wide, height: 0.8 * px };
          for (const label of labels)
            expect(overlaps(label.box, box), `${textOf(label)}, ${text}`).toBe(false);
        }
      }),
    );
  });

  test('always names what is read out, and says on which side it is enough', () => {
    fc.assert(
      fc.property(anyScene, ({ state, width, pointed }) => {
        const { labels, shown, picture } = scene(state, width, pointed);
        const written = labels.map(textOf).join(' | ').replaceAll('– ', '–');
        const name = picture.contracts.find(({ id }) => id === shown)?.name ?? '?';
        expect(written).toContain(name);
        expect(written).toContain('enough');
        expect(written).toContain('not enough');
      }),
      { numRuns: 1500 },
    );
  });

  test('names every contract in the essay’s state, however narrow', () => {
    for (const width of WIDTHS) {
      const { labels, marks } = scene(defaultsOf(circularitySettings), width);
      const written = labels.map(textOf).join(' | ').replaceAll('– ', '–');
      for (const { contract } of marks) expect(written, `${width}`).toContain(contract.name);
      expect(written.split('Nvidia–OpenAI'), `${width}`).toHaveLength(3);
    }
  });

  test('explains its marks at the essay’s deal', () => {
    const written = scene(defaultsOf(circularitySettings), 948).labels.map(textOf).join(' | ');
    for (const words of [
      'if all $33B is paid',
      '$13B paid so far',
      'at $22B a year, not $30B',
      'a letter, never signed',
    ])
      expect(written).toContain(words);
  });

  test('has the line’s words beside it down to 2×, and on the plot below', () => {
    const besides = (part: number) => {
      const { labels, frame } = scene({ ...defaultsOf(circularitySettings), share: part }, 948);
      const label = labels.find((each) => textOf(each).startsWith('enough'));
      return (label?.box.x ?? 0) > frame.plot.x + frame.plot.width;
    };
    expect([0.1, 0.25, 0.5].map(besides)).toEqual([true, true, true]);
    expect([0.6, 0.8, 1].map(besides)).toEqual([false, false, false]);
  });

  test('keeps all marks and its line on the plot', () => {
    fc.assert(
      fc.property(anyScene, ({ state, width }) => {
        const { marks, frame, projection, picture } = scene(state, width);
        const { plot } = frame;
        const room = { x: plot.x, y: plot.y, width: plot.width, height: frame.strip - plot.y };
        for (const { dot, ring, curve, bar } of marks)
          for (const point of [...curve, ...bar, ...[dot, ring].flatMap((each) => each ?? [])])
            expect(contains(room, boxAround(point, 0)), `${point.x},${point.y}`).toBe(true);
        const y = projection.y(picture.line);
        expect(projection.coverage(y)).toBeCloseTo(picture.line, 9);
        expect(y).toBeGreaterThan(plot.y);
        expect(y).toBeLessThan(plot.y + plot.height);
      }),
    );
  });

  test('finds the contract whose mark is nearest', () => {
    const { marks } = scene(defaultsOf(circularitySettings), 860);
    const find = finderOf(spotsOf(marks));
    for (const { contract, middle, ring } of marks) {
      expect(find({ x: middle.x + 2, y: middle.y - 2 })).toBe(contract.id);
      if (ring) expect(find({ x: ring.x + 3, y: ring.y })).toBe(contract.id);
    }
  });
});
