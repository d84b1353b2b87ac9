import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, contains, overlaps } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { multiple } from '#model/format.ts';
import { months } from '#model/units.ts';
import { valueAt } from '#state/quantity.ts';
import { essayWorld } from '#state/world.ts';
import { plain } from '../sentence.ts';
import { compute, HARMLESS, type SplitPicture, type SplitState } from './compute.ts';
import { answer, caption, chartDescription, exact, type IsChanged, wholeWords } from './describe.ts';
import { frameAt, type Scene, sceneOf, xOf, yearsAt } from './layout.ts';
import { splitSettings } from './settings.ts';
import { spec } from './spec.ts';
import { tableOf } from './table.ts';

const { doubling, lead, commit } = splitSettings;
const UNCHANGED: IsChanged = () => false;
const world = (state: Partial<SplitState> = {}) => compute({ ...essayWorld, ...state });
const said = (state: Partial<SplitState>) => plain(answer(world(state), UNCHANGED));

function preset(id: string): SplitPicture {
  const found = [...spec.presets, spec.challenge].find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no preset ${id}`);
  return world(found.state);
}

const share = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2 ** 20 }).map((part) => part / 2 ** 20) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

/** Any state that a hand can leave behind. */
const anyState = fc.tuple(share, share, share).map(([doublingAt, leadAt, commitAt]): SplitState => {
  const years = valueAt(lead, lead.max, leadAt);
  return {
    doubling: valueAt(doubling, doubling.max, doublingAt),
    lead: years,
    commit: valueAt(commit, years, commitAt),
  };
});

/** Every corner of the settings, and the essay's own value of each between them. */
const corners: SplitState[] = [doubling.min, doubling.default, doubling.max].flatMap((doublingYears) =>
  [lead.min, lead.default, lead.max].flatMap((leadYears) =>
    [0, 0.01, 0.5, 0.99, 1].map((part) => ({
      doubling: doublingYears,
      lead: leadYears,
      commit: part * leadYears,
    })),
  ),
);

const WIDTHS = [246, 300, 420, 559, 560, 640, 860, 1140];

describe('what a reader should be able to conclude', () => {
  test('with nothing signed it is 10.8× short, and signing ahead turns that into 10.8× too much', () => {
    expect(world().scarcity).toBe(10.767201541058848);
    expect(world().overbuild).toBe(1);
    const all = world({ commit: 2 });
    expect(all.scarcity).toBe(1);
    expect(all.overbuild).toBe(world().scarcity);
  });

  test('whatever is committed, shortage times overbuild is two to the doublings in a lead time', () => {
    fc.assert(
      fc.property(anyState, ({ doubling: T, lead: L, commit: F }) => {
        const { scarcity, overbuild, product } = compute({ doubling: T, lead: L, commit: F });
        expect(Math.abs(product / 2 ** (L / T) - 1)).toBeLessThan(1e-9);
        expect(Math.abs((scarcity * overbuild) / product - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test('neither side is ever less than one, and the more there is of one the less there is of the other', () => {
    fc.assert(
      fc.property(anyState, share, (state, otherShare) => {
        const one = compute(state);
        const other = compute({ ...state, commit: valueAt(commit, state.lead, otherShare) });
        for (const { scarcity, overbuild } of [one, other]) {
          expect(scarcity).toBeGreaterThanOrEqual(1);
          expect(overbuild).toBeGreaterThanOrEqual(1);
        }
        if (one.covered === other.covered) return;
        const [less, more] = one.covered < other.covered ? [one, other] : [other, one];
        expect(more.scarcity).toBeLessThanOrEqual(less.scarcity);
        expect(more.overbuild).toBeGreaterThanOrEqual(less.overbuild);
      }),
    );
  });

  test('moving the cut moves nothing else: not the ruler, not its ticks, not the product', () => {
    fc.assert(
      fc.property(anyState, share, fc.constantFrom(...WIDTHS), (state, otherShare, width) => {
        const moved = { ...state, commit: valueAt(commit, state.lead, otherShare) };
        const frame = frameAt(width);
        const [before, after] = [state, moved].map((each) => {
          const { product, doublings } = compute(each);
          const { end, ticks, doublings: marks, leadX } = sceneOf(compute(each), frame, state.lead, []);
          return { product, doublings, end, ticks, marks, leadX };
        });
        expect(after).toEqual(before);
      }),
    );
  });

  test('a year more divides the shortage by what it multiplies the overbuild by', () => {
    const [one, two] = [world({ commit: 0.5 }), world({ commit: 1.5 })];
    expect(one.scarcity / two.scarcity).toBeCloseTo(two.overbuild / one.overbuild, 12);
  });

  test('the cover that prices speak of leaves 1.4× short, and 7.8× what is wanted if growth stops', () => {
    const { scarcity, overbuild, product } = preset('prices');
    expect([scarcity, overbuild, product].map(multiple)).toEqual(['1.4×', '7.8×', '10.8×']);
  });

  test('fibre as measured had a sixteenth of the product that was believed in', () => {
    expect(multiple(preset('fibre-measured').product)).toBe('2.8×');
    expect(preset('fibre-believed').product / preset('fibre-measured').product).toBeGreaterThan(15);
  });

  test('where growth is slow and building quick, neither side hurts, whoever signs what', () => {
    const { state, product } = preset(spec.challenge.id);
    expect(product).toBeLessThan(HARMLESS);
    expect(plain(answer(compute({ ...state, commit: state.lead / 2 }), UNCHANGED))).toMatch(
      /so little that neither side hurts\.$/,
    );
    for (const { state: other } of spec.presets) expect(world(other).product).toBeGreaterThan(HARMLESS);
  });
});

describe('the words', () => {
  test('under the picture show the multiplication, and name no doubling where not one fits', () => {
    expect(caption(world({ commit: 1 }))).toBe(
      'From tick to tick is one doubling, 7 months of growth: it multiplies by two. A cut takes nothing away; what leaves one side joins the other: 3.281 × 3.281 = 10.8.',
    );
    expect(caption(world({}))).toContain(': 1 × 10.8 = 10.8.');
    expect(caption(world({ doubling: 5, lead: 0.25 }))).toMatch(/^Not one doubling, 5 years of growth,/);
  });

  test('can be quoted', () => {
    expect(said({ commit: preset('prices').state.commit })).toBe(
      'Signed 20.7 months ahead, the shortage is 1.4× and the overbuild, if growth stops, 7.8×: multiplied, as with nothing signed, 10.8×.',
    );
    expect(said({})).toBe(
      'It trades shortage for overbuild. With nothing signed ahead the shortage is 10.8×, and the overbuild, if growth stops, 1×, just what is wanted: multiplied, whatever is signed, 10.8×.',
    );
    expect(said({ commit: 2 })).toBe(
      'Signed 2 years ahead, nothing is short, and the overbuild, if growth stops, is the very cover that ended the shortage, 10.8×: multiplied, as with nothing signed, 10.8×.',
    );
  });

  test('report both sides and the product with all their digits, each once, in every state', () => {
    for (const state of [...corners, ...fc.sample(anyState, 100)]) {
      const picture = compute(state);
      const results = answer(picture, UNCHANGED).flatMap((part) =>
        typeof part === 'object' && part.result !== undefined ? [[part.result, part.value] as const] : [],
      );
      const { scarcity, overbuild, product } = picture;
      expect(Object.fromEntries(results)).toEqual({ scarcity, overbuild, product });
      expect(results).toHaveLength(3);
      for (const text of [plain(answer(picture, UNCHANGED)), caption(picture), chartDescription(picture)]) {
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/NaN|undefined|Infinity| {2}|e\+/);
      }
    }
  });

  test('give factors that a reader can multiply: by hand they make the product that is said', () => {
    for (let years = 0; years <= 2; years += months(0.5)) {
      const { scarcity, overbuild, product } = world({ commit: years });
      const byHand = Number(exact(scarcity, 4)) * Number(exact(overbuild, 4));
      expect(exact(byHand, 3)).toBe(exact(product, 3));
    }
    expect(exact(2 ** 56, 3)).toBe('7.2·10¹⁶');
  });
});

test('the pieces of the ruler, in order, multiply to each side and to the whole', () => {
  for (const state of [...corners, ...fc.sample(anyState, 100)]) {
    const { pieces, scarcity, overbuild } = compute(state);
    const of = (side: boolean) =>
      pieces.filter(({ isCovered }) => isCovered === side).reduce((all, { factor }) => all * factor, 1);
    expect(Math.abs(of(true) / overbuild - 1)).toBeLessThan(1e-6);
    expect(Math.abs(of(false) / scarcity - 1)).toBeLessThan(1e-6);
    for (const { factor } of pieces) expect(factor).toBeLessThanOrEqual(2);
  }
});

test('the table has the reader’s cut among the quarters, and one product throughout', () => {
  const { rows } = tableOf({ ...essayWorld, commit: 1.73 });
  expect(rows.map((row) => row.commit)).toEqual([0, 0.5, 1, 1.5, 1.73, 2]);
  expect(new Set(rows.map((row) => row.product)).size).toBe(1);
});

describe('at every width, whatever is set', () => {
  /** At rest, and in a hand that has pulled the end in to a tenth of the ruler, or out to the picture's edge. */
  const scenes = WIDTHS.flatMap((width) =>
    [...corners, ...fc.sample(anyState, 60)].flatMap((state) => {
      const frame = frameAt(width);
      const longest = (frame.width - frame.left) / frame.length;
      return [1, 0.1, longest].map((pulled) => {
        const picture = compute(state);
        const under = wholeWords(picture.product, 10.767);
        const scene = sceneOf(picture, frame, state.lead / pulled, under);
        return { state, frame, scene, under, product: multiple(picture.product), atRest: pulled === 1 };
      });
    }),
  );

  /** The boxes of what is written above the ruler, in it and under it. */
  function boxesOf({ scene, frame, state, under, product }: (typeof scenes)[number]): Box[] {
    const { covered, uncovered, factors, ticks, centre, leadX } = scene;
    const side = ({ x, width }: Scene['covered']) => ({ x: x - width / 2, y: 0, width, height: 50 });
    const line = (text: string, px: number, x: number, y: number) => {
      const width = textWidth(text, px);
      return { x: x - width / 2, y: y - px, width, height: px };
    };
    const years = lead.format(state.lead);
    return [
      side(covered),
      side(uncovered),
      ...factors.map(({ x, text }) => line(text, frame.wordPx, x, frame.top + 30)),
      ...ticks.filter(({ named }) => named).map(({ x, label }) => line(label, 12, x, frame.bottom + 20)),
      line(product, frame.numberPx, centre, frame.whole + 6 + frame.numberPx),
      ...under.map((word, index) =>
        line(word, frame.wordPx, centre, frame.whole + 6 + frame.numberPx + (index + 1) * (frame.wordPx + 4)),
      ),
      ...(leadX === null
        ? []
        : [{ x: leadX, y: frame.whole - 14, width: textWidth(years, frame.wordPx), height: 30 }]),
    ];
  }

  test('no words touch others, or leave the picture', () => {
    for (const drawn of scenes) {
      const { state, frame } = drawn;
      const boxes = boxesOf(drawn);
      const all = { x: -0.5, y: -1, width: frame.width + 1, height: frame.height + 2 };
      boxes.forEach((box, index) => {
        expect(contains(all, box), JSON.stringify([state, frame.width, box])).toBe(true);
        for (const other of boxes.slice(index + 1)) {
          expect(overlaps(box, other), JSON.stringify([state, frame.width, box, other])).toBe(false);
        }
      });
    }
  });

  test('the two handles are a finger apart, and inside the picture', () => {
    for (const { frame, scene, atRest } of scenes) {
      expect(frame.whole - (frame.top + frame.bottom) / 2).toBeGreaterThan(44);
      expect(scene.cut).toBeGreaterThanOrEqual(frame.left);
      expect(scene.cut).toBeLessThanOrEqual(scene.end);
      expect(scene.end).toBeLessThanOrEqual(atRest ? frame.width - 20 : frame.width + 1e-6);
    }
  });

  test('a place on the ruler and its years are each other’s', () => {
    fc.assert(
      fc.property(anyState, share, fc.constantFrom(...WIDTHS), (state, at, width) => {
        const frame = frameAt(width);
        const years = at * state.lead;
        expect(yearsAt(frame, state.lead, xOf(frame, state.lead, years))).toBeCloseTo(years, 9);
      }),
    );
  });
});
