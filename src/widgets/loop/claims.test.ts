import { deals } from 'virtual:deals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAround, contains, overlaps } from '#chart/geometry.ts';
import { valueAt } from '#state/quantity.ts';
import { defaultsOf, wholeOf } from '#state/view.svelte.ts';
import { groundedIn } from '../define.ts';
import { plain } from '../sentence.ts';
import { PARTIES, type Party, type Transfer, tableOf, yearsOf } from './books.ts';
import { usedOf } from './capacity.ts';
import { compute, type LoopPicture, type LoopState } from './compute.ts';
import { answer, caption, chartDescription, wordsOf } from './describe.ts';
import * as later from './later.ts';
import { drawnOf, type Scene, sceneOf } from './scene.ts';
import { loopSettings } from './settings.ts';
import { spec } from './spec.ts';

/** What a party has taken in less what it has given, over these transfers. */
function netOf(party: Party, transfers: readonly Transfer[]): number {
  return transfers.reduce(
    (sum, { from, to, amount }) => sum + (to === party ? amount : 0) - (from === party ? amount : 0),
    0,
  );
}

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 300 });

const { revenue, growth, share, contingent, arrives } = loopSettings;
const loop = (state: Partial<LoopState> = {}) => compute(wholeOf(loopSettings, state));
const UNCHANGED = () => false;
const partsOf = (picture: LoopPicture) => later.answer(picture, UNCHANGED);
const said = (state: Partial<LoopState> = {}) => plain(partsOf(loop(state)));

/** Evenly from 0 to 1, and now and then an end. */
const part = fc.oneof(
  { weight: 6, arbitrary: fc.noBias(fc.integer({ min: 0, max: 2 ** 20 })).map((at) => at / 2 ** 20) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

const from01 = fc.integer({ min: 1, max: 999 }).map((at) => at / 1000);

/** Any state that a hand can leave behind. */
const anyState: fc.Arbitrary<LoopState> = fc
  .record({
    deal: fc.constantFrom(...deals.map(({ id }) => id)),
    view: fc.constantFrom('money' as const, 'capacity' as const),
    at: fc.tuple(part, part, part, part, part),
  })
  .map(({ deal, view, at: [a, b, c, d, e] }) => ({
    deal,
    view,
    revenue: valueAt(revenue, revenue.max, a),
    growth: valueAt(growth, growth.max, b),
    share: valueAt(share, share.max, c),
    contingent: valueAt(contingent, contingent.max, d),
    arrives: valueAt(arrives, arrives.max, e),
  }));

describe('what a reader should be able to conclude', () => {
  test('at most a third of the promise can be Amazon’s own money, and 13 % so far', () => {
    const { circularShare, placedShare } = loop();
    expect(circularShare).toBe(0.33);
    expect(placedShare).toBe(0.13);
    expect(said()).toContain(
      'At most 33% of it: Amazon’s own money can pay no more of Anthropic’s promise (13% with what is paid).',
    );
  });

  test('a quarter of frozen revenue covers the rest 1.1 times, and a fall of 2.3 % a year breaks it', () => {
    const { coverage, breakEvenGrowth, needed, left } = loop();
    expect([needed, left]).toEqual([67, 75]);
    expect(coverage).toBeCloseTo(75 / 67, 12);
    expect(breakEvenGrowth).toBeCloseTo(-0.0227, 4);
    expect(said()).toContain('25% of customers’ $30 billion a year, frozen, covers it 1.1 times.');
    expect(said()).toContain('It bears at most a 2.3% yearly fall.');
  });

  test('if no more is paid than has been, frozen revenue no longer covers it', () => {
    const { circularShare, coverage, breakEvenGrowth } = loop({ contingent: 0 });
    expect(circularShare).toBe(0.13);
    expect(coverage).toBeCloseTo(75 / 87, 12);
    expect(breakEvenGrowth).toBeGreaterThan(0.02);
  });

  test('counted by what is due each year, a seventh is left, and frozen revenue does not cover it', () => {
    const preset = spec.presets.find(({ id }) => id === 'due-each-year');
    expect(preset?.state.share).toBe(0.14);
    expect(loop(preset?.state).coverage).toBeLessThan(0.7);
  });

  test('a competitor’s count of the same revenue, contested as it is, tips it over', () => {
    expect(loop({ revenue: 22 }).coverage).toBeLessThan(1);
    expect(loop({ revenue: 47 }).coverage).toBeGreaterThan(1.7);
  });

  test('at first all that is paid may be Amazon’s own money: it would last 1.3 years', () => {
    const picture = loop();
    expect(picture.placedLasts).toBeCloseTo(1.3, 12);
    expect(caption(picture)).toContain('the $13 billion paid would last 1.3 years');
    const toDate = yearsOf(picture).map(({ ownShareToDate }) => ownShareToDate);
    expect(toDate[0]).toBe(1);
    expect(toDate.at(-1)).toBeCloseTo(0.33, 12);
  });

  test('of a contract whose vendor puts nothing in, nothing can come back', () => {
    for (const deal of ['spacex-anthropic', 'oracle-openai']) {
      expect(loop({ deal }).circularShare).toBe(0);
      expect(said({ deal })).toMatch(/^None of it: /);
    }
  });

  test('Nvidia’s money can reach Oracle the long way round, a tenth of the promise at most', () => {
    const { deal, routed, committed } = loop({ deal: 'oracle-openai' });
    expect(deal.route).toEqual(['Nvidia', 30]);
    expect(routed / committed).toBeCloseTo(0.1, 12);
    expect(said({ deal: 'oracle-openai' })).toContain('(by way of Nvidia, 10%)');
  });

  test('where the argument fails, the circle could be all of it, and customers need bring nothing', () => {
    const { circularShare, coverage, needed } = loop(spec.challenge.state);
    expect(circularShare).toBe(1);
    expect(coverage).toBe(Infinity);
    expect(needed).toBe(0);
    expect(said(spec.challenge.state)).toContain('Nothing is left for others to bring.');
  });

  test('capacity runs one way whoever pays, and what is not paid for is free for others', () => {
    expect(said({ view: 'capacity' })).toContain('there is no circle at all');
    const short = loop({ view: 'capacity', revenue: 10 });
    expect(short.coverage).toBeLessThan(1);
    expect(usedOf(short).freed).toBeGreaterThan(2);
    expect(said({ view: 'capacity', revenue: 10 })).toContain('would free 2.1 GW for others');
    expect(usedOf(loop({ view: 'capacity' })).freed).toBe(0);
  });
});

describe('the books', () => {
  const total = (transfers: readonly Transfer[], from: string, to: string) =>
    transfers
      .filter((each) => each.from === from && each.to === to)
      .reduce((sum, { amount }) => sum + amount, 0);

  test('balance in every year for every party: in less out is the change in what it holds', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        let before = { held: 0, vendorHolds: 0 };
        for (const year of yearsOf(picture)) {
          const dust = 1e-9 * (year.customers + picture.committed + picture.own + year.held + 1);
          expect(Math.abs(netOf('tenant', year.transfers) - (year.held - before.held))).toBeLessThan(dust);
          expect(
            Math.abs(netOf('vendor', year.transfers) - (year.vendorHolds - before.vendorHolds)),
          ).toBeLessThan(dust);
          // What one gives another takes: all parties together neither gain nor lose.
          const all = PARTIES.reduce((sum, party) => sum + netOf(party, year.transfers), 0);
          expect(Math.abs(all)).toBeLessThan(dust);
          before = year;
        }
      }),
    );
  });

  test('never have anything below zero', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        for (const { transfers, held, overdue, vendorHolds, ownShareToDate } of yearsOf(picture)) {
          for (const amount of [
            held,
            overdue,
            vendorHolds,
            ownShareToDate,
            ...transfers.map((each) => each.amount),
          ])
            expect(amount).toBeGreaterThanOrEqual(0);
          expect(ownShareToDate).toBeLessThanOrEqual(1);
        }
        const { placed, own, customers, left, needed, brought, missing, paid, elsewhere } = picture;
        const { building, arrives, dated } = picture;
        const { used, freed } = usedOf(picture);
        for (const amount of [placed, own, customers, left, needed, brought, missing, paid, elsewhere])
          expect(amount).toBeGreaterThanOrEqual(0);
        for (const amount of [building, arrives, dated, used, freed])
          expect(amount).toBeGreaterThanOrEqual(0);
        expect(used + freed).toBeCloseTo(arrives, 12);
      }),
    );
  });

  test('add up to what the picture draws', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        const years = yearsOf(picture);
        const transfers = years.flatMap((year) => year.transfers);
        const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9 * (1 + Math.abs(b)));
        near(total(transfers, 'customers', 'tenant'), picture.customers);
        near(total(transfers, 'vendor', 'tenant'), picture.own);
        near(total(transfers, 'tenant', 'vendor'), picture.paid);
        near(total(transfers, 'vendor', 'suppliers'), picture.building);
        near(years.at(-1)?.overdue ?? Number.NaN, picture.committed - picture.paid);
      }),
    );
  });

  test('are what the table shows, a year a row', () => {
    const { rows } = tableOf(loop());
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({ year: 1, customers: 30, left: 7.5, invested: 15, paid: 10 });
  });
});

describe('the money', () => {
  test('covers exactly once at the break-even, wherever there is one', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { breakEvenGrowth, coverage } = compute(state);
        if (breakEvenGrowth === null) return;
        expect(compute({ ...state, growth: breakEvenGrowth }).coverage).toBeCloseTo(1, 9);
        expect(coverage >= 1).toBe(state.growth >= breakEvenGrowth || Math.abs(coverage - 1) < 1e-9);
      }),
    );
  });

  test('splits the promise into the vendor’s own, customers’ and what nobody brings', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { own, brought, missing, committed, placedShare, circularShare, coverage } = compute(state);
        expect(Math.min(own, committed) + brought + missing).toBeCloseTo(committed, 9);
        expect(placedShare).toBeLessThanOrEqual(circularShare + 1e-12);
        if (Math.abs(coverage - 1) > 1e-9) expect(missing > 1e-9 * committed).toBe(coverage < 1);
      }),
    );
  });
});

describe('choosing a deal', () => {
  test('brings its tenant’s revenue and its share of all that the tenant has promised', () => {
    const rests = Object.fromEntries(
      deals.map(({ id }) => {
        const { state } = loop({ deal: id });
        return [id, [state.revenue, state.share]];
      }),
    );
    expect(rests).toEqual({
      'amazon-anthropic': [30, 0.25],
      'google-anthropic': [30, 0.55],
      'microsoft-anthropic': [30, 0.1],
      'spacex-anthropic': [30, 0.1],
      'amazon-openai': [24, 0.2],
      'oracle-openai': [24, 0.45],
      'nvidia-openai': [24, 0.15],
      'nvidia-openai-announced': [24, 0.35],
      'lucent-winstar': [1, 1],
    });
  });

  test('offers each of them once, by names that differ, the essay’s first and history last', () => {
    const { options } = loopSettings.deal;
    expect(options.map(({ value }) => value).toSorted()).toEqual(deals.map(({ id }) => id).toSorted());
    expect(new Set(options.map(({ label }) => label)).size).toBe(deals.length);
    expect(options[0]?.value).toBe('amazon-anthropic');
    expect(options.at(-1)?.value).toBe('lucent-winstar');
    expect(options.find(({ value }) => value === 'nvidia-openai-announced')?.label).toContain('never signed');
  });

  test('is what every deal but the essay’s has a preset for, with its facts', () => {
    const shown = [...spec.presets, spec.challenge].flatMap(({ state, facts }) =>
      state.deal === undefined ? [] : [{ deal: state.deal, facts }],
    );
    expect(shown.map(({ deal }) => deal).toSorted()).toEqual(
      deals
        .map(({ id }) => id)
        .filter((id) => id !== 'amazon-anthropic')
        .toSorted(),
    );
    for (const { facts } of shown) expect(facts?.length).toBeGreaterThan(0);
  });
});

describe('the words', () => {
  test('are whole in every state, without a number that is none', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        const parts = partsOf(picture);
        for (const text of [plain(parts).trim(), chartDescription(later.wordsOf(picture))]) {
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/NaN|undefined|Infinity|∞|\$−|nothing of/);
        }
        expect(plain(parts)).not.toMatch(/ {2}/);
        expect(later.caption(picture)).not.toMatch(/NaN|undefined|Infinity/);
        for (const each of parts) {
          if (typeof each === 'object' && each.result !== undefined)
            expect(Number.isFinite(each.value)).toBe(true);
        }
      }),
    );
  });

  test('hold the full numbers, and no coverage where nothing is left to cover', () => {
    const results = (state: Partial<LoopState>) =>
      partsOf(loop(state)).flatMap((each) =>
        typeof each === 'object' && each.result !== undefined ? [[each.result, each.value]] : [],
      );
    const { circularShare, coverage, breakEvenGrowth } = loop();
    expect(results({})).toEqual([
      ['circular-share', circularShare],
      ['coverage', coverage],
      ['break-even', breakEvenGrowth],
    ]);
    expect(results(spec.challenge.state)).toEqual([['circular-share', 1]]);
  });

  test('fit three lines of the widest panel wherever a deal rests', () => {
    for (const { id } of deals) expect(said({ deal: id }).length, id).toBeLessThan(250);
  });

  test('mark as the reader’s what the reader has changed', () => {
    const yours = answer(loop({ revenue: 40 }), (key) => key === 'revenue').flatMap((each) =>
      typeof each === 'object' && each.tone === 'yours' ? [each.text] : [],
    );
    expect(yours).toEqual(['$40 billion a year']);
  });

  test('say what is contested in another deal', () => {
    expect(later.caption(loop({ deal: 'google-anthropic' }))).toContain('never confirmed');
    expect(later.caption(loop({ deal: 'nvidia-openai-announced' }))).toContain('never signed');
    expect(later.caption(loop({ deal: 'oracle-openai' }))).toContain(
      'Nvidia pays OpenAI, OpenAI pays Oracle, Oracle buys from Nvidia.',
    );
  });
});

test('the seller needs what it lays out, to build and to invest, beyond what it is promised', () => {
  const { building, own, committed } = loop();
  const [, , needs] = wordsOf(loop()).vendor.map(([text]) => text);
  expect(needs).toBe(`and needs up to $${Math.round(building + own - committed)}B more`);
});

describe('what is loaded later', () => {
  test('says of the essay’s own deal and its money what was said before it came', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute({ ...state, deal: loopSettings.deal.default, view: 'money' });
        expect(later.answer(picture, UNCHANGED)).toEqual(answer(picture, UNCHANGED));
        expect(later.wordsOf(picture)).toEqual(wordsOf(picture));
        expect(later.caption(picture).trim()).toBe(caption(picture).trim());
        expect(later.firstOf(picture)).toBeNull();
      }),
    );
  });

  test('leaves nothing false or senseless said of another deal until it comes', () => {
    for (const { id } of deals) {
      const text = plain(answer(loop({ deal: id }), UNCHANGED));
      expect(text).toMatch(/^At most \d+% of it: .*\.$/);
      expect(text).not.toMatch(/NaN|undefined|Infinity|∞/);
    }
  });

  test('has a source or a reason for where each quantity rests, whatever the deal, and a fact behind each mark', () => {
    for (const { value } of loopSettings.deal.options) {
      for (const { basis, evidence } of groundedIn(spec, wholeOf(loopSettings, { deal: value }))) {
        if (basis.kind === 'assumed') expect(basis.why).toMatch(/^.{30,}\.$/);
        else expect(basis.facts).toHaveLength(1);
        for (const { fact, value: at } of evidence.marks)
          expect(spec.facts.find(({ id }) => id === fact)?.value).toBe(at);
      }
    }
  });
});

describe('the picture', () => {
  const WIDTHS = [240, 262, 288, 343, 470, 559, 560, 628, 760, 948, 1100];
  const momentOf = (picture: LoopPicture, ghost: LoopPicture | null = null) => ({
    picture,
    words: later.wordsOf(picture),
    rests: loop({ deal: picture.state.deal }),
    ghost,
    turned: 0,
  });
  const scene = (
    picture: LoopPicture,
    width: number,
    turned = picture.state.view === 'money' ? 0 : 1,
    ghost: LoopPicture | null = null,
  ): Scene => {
    const moment = { ...momentOf(picture, ghost), turned };
    return (turned > 0 ? later.sceneOf : sceneOf)(moment, width);
  };
  const anyScene = fc.record({
    state: anyState,
    width: fc.oneof(fc.constantFrom(...WIDTHS), fc.integer({ min: 240, max: 1100 })),
    /** Where a drag began, which holds the scale. */
    from: fc.option(anyState),
  });
  const sceneIn = ({ state, width, from }: { state: LoopState; width: number; from: LoopState | null }) =>
    scene(compute(state), width, undefined, from && compute({ ...from, deal: state.deal, view: state.view }));
  const pathsOf = ({ marks }: Scene, is: string) => marks.filter(([each]) => each === is).map(([, d]) => d);

  test('has ring and river on one scale: a billion is as wide in either', () => {
    for (const width of WIDTHS) {
      const { across, marks } = scene(loop(), width);
      const { scale } = drawnOf(momentOf(loop()), width);
      expect(across.contingent / 20).toBeCloseTo(scale, 9);
      expect(across.placed / 13).toBeCloseTo(scale, 9);
      expect(across.brought / 67).toBeCloseTo(scale, 9);
      const lanes = marks.filter(([is]) => is.startsWith('lane')).map(([, , , , px]) => px);
      expect(lanes).toEqual([across.contingent, across.placed]);
    }
  });

  test('has no ring where no money goes round, only its place; and one by way of Nvidia', () => {
    const none = scene(loop({ deal: 'spacex-anthropic' }), 860);
    expect(none.marks.filter(([is]) => is.startsWith('lane')).map(([, , , , px]) => px)).toEqual([0, 0]);
    expect(pathsOf(none, 'reference').join('')).toContain('A');
    const { across } = scene(loop({ deal: 'oracle-openai' }), 860);
    expect([across.contingent, across.placed]).toEqual([0, 0]);
    expect(across.route).toBeGreaterThan(5);
  });

  test('leaves of the ring only its place where capacity is followed', () => {
    const { across } = scene(loop({ view: 'capacity' }), 860);
    expect([across.route, across.contingent, across.placed]).toEqual([0, 0, 0]);
  });

  test('has plain numbers everywhere, also half way through the morph', () => {
    fc.assert(
      fc.property(anyScene, fc.constantFrom(0, 0.001, 0.5, 1), ({ state, width }, turned) => {
        const { marks, texts, hands, across } = scene(compute(state), width, turned);
        for (const [, d, opacity = 1] of marks) {
          expect(d).toMatch(/^[MLZAHVhvamz\d., e-]*$/);
          expect(opacity).toBeGreaterThanOrEqual(0);
        }
        for (const [, , x, y] of texts) expect(Number.isFinite(x + y)).toBe(true);
        for (const { x, y } of hands) expect(Number.isFinite(x + y)).toBe(true);
        for (const wide of Object.values(across).flat()) expect(wide).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('turns from money to capacity in one piece: every band is on its way from the one to the other', () => {
    fc.assert(
      fc.property(anyScene, from01, ({ state, width }, turned) => {
        const at = (part: number) =>
          Object.entries(later.sceneOf({ ...momentOf(compute(state)), turned: part }, width).across);
        const [money, between, capacity] = [at(1e-9), at(turned), at(1)].map((all) =>
          all.flatMap(([, wide]) => wide),
        );
        between?.forEach((wide, index) => {
          const ends = [money?.[index] ?? Number.NaN, capacity?.[index] ?? Number.NaN];
          expect(wide).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-5);
          expect(wide).toBeLessThanOrEqual(Math.max(...ends) + 1e-5);
        });
      }),
    );
  });

  test('keeps its words and its handles inside its edges', () => {
    fc.assert(
      fc.property(anyScene, (drawn) => {
        const { frame, blocks, hands, across } = sceneIn(drawn);
        const room = { x: -1, y: -1, width: frame.width + 2, height: frame.height + 2 };
        for (const { box, texts } of blocks) expect(contains(room, box), texts[0]?.[0]).toBe(true);
        for (const { x, y } of hands) expect(contains(room, boxAround({ x, y }, 7))).toBe(true);
        for (const wide of [across.all, across.needed, across.elsewhere, across.building])
          expect(wide).toBeLessThanOrEqual(frame.widest);
      }),
    );
  });

  test('never puts words over words or over a handle, and always names all four', () => {
    fc.assert(
      fc.property(anyScene, (drawn) => {
        const { blocks, hands } = sceneIn(drawn);
        const firstOf = ({ texts }: (typeof blocks)[number]) => texts[0]?.[0] ?? '';
        blocks.forEach((block, index) => {
          for (const other of blocks.slice(index + 1))
            expect(overlaps(block.box, other.box), `${firstOf(block)}, ${firstOf(other)}`).toBe(false);
          for (const hand of hands)
            expect(overlaps(block.box, boxAround(hand, 12)), firstOf(block)).toBe(false);
        });
        const { vendor, tenant } = compute(drawn.state).deal;
        for (const name of ['Customers', tenant, vendor, 'Suppliers'])
          expect(blocks.map(firstOf)).toContain(name);
      }),
      { numRuns: 1500 },
    );
  });

  test('keeps the promise large enough to see, whatever customers pay', () => {
    fc.assert(
      fc.property(anyScene, ({ state, width }) => {
        const picture = compute({ ...state, view: 'money' });
        const { scale, frame } = drawnOf(momentOf(picture), width);
        expect(scale * picture.committed).toBeGreaterThan(frame.runsDown ? 10 : 20);
      }),
    );
  });

  test('draws the essay’s own state whole: nothing is cut off, and everything has its words', () => {
    for (const width of WIDTHS) {
      const drawn = scene(compute(defaultsOf(loopSettings)), width);
      expect(pathsOf(drawn, 'cut')).toEqual(['']);
      const all = drawn.texts.map(([text]) => text).join(' ');
      for (const words of ['$75B', '$225B', '$67B', '$78B', '$145B', '$29B', 'circle'])
        expect(all, `${width}`).toContain(words);
    }
  });
});
