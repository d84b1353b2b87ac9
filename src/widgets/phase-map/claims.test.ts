import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, overlaps } from '#chart/geometry.ts';
import { months } from '#model/units.ts';
import { valueAt } from '#state/quantity.ts';
import { essayWorld } from '#state/world.ts';
import { plain } from '../sentence.ts';
import { boxAround, type PlacedBlock } from './blocks.ts';
import { compute, EDGE, LEVELS, onMap, type PhaseState, RANGES, tableOf } from './compute.ts';
import { answer, beside, type Changed, caption, chartDescription } from './describe.ts';
import { frameAt, fromPx, toPx } from './frame.ts';
import { HALO_PX, within } from './ground.ts';
import { mapAt, type PhaseMap } from './map.ts';
import { momentOf } from './moment.ts';
import { believed, essayPlace, measured, places } from './places.ts';
import { phaseMapSettings } from './settings.ts';
import { spec } from './spec.ts';

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 100 });

const { doubling, lead, commit } = phaseMapSettings;
const UNCHANGED: Changed = { doubling: false, lead: false, commit: false };
const world = (state: Partial<PhaseState> = {}) => compute({ ...essayWorld, ...state });
const said = (state: Partial<PhaseState>) => plain(answer(world(state), UNCHANGED));

/** Evenly from 0 to 1, and now and then an end. */
const share = fc.oneof(
  { weight: 6, arbitrary: fc.noBias(fc.integer({ min: 0, max: 2 ** 20 })).map((part) => part / 2 ** 20) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

/** Any state that a hand can leave behind, evenly over the map or with a commitment. */
const anyState: fc.Arbitrary<PhaseState> = fc.record({ x: share, y: share, commitAt: share }).map((at) => {
  const leadYears = lead.snap(RANGES.uncovered.min * (RANGES.uncovered.max / RANGES.uncovered.min) ** at.y);
  const isCommitted = at.commitAt > 0.7;
  return {
    doubling: valueAt(doubling, doubling.max, at.x),
    lead: leadYears,
    commit: isCommitted ? valueAt(commit, leadYears, (at.commitAt - 0.7) / 0.3) : 0,
  };
});

const maps = new Map<number, PhaseMap>();
/** A map is the same for every point on it. */
function mapOf(width: number): PhaseMap {
  const known = maps.get(width) ?? mapAt(frameAt(width));
  maps.set(width, known);
  return known;
}

describe('what a reader should be able to conclude', () => {
  test('doubling both clocks leaves scarcity where it was', () => {
    const once = world({ doubling: 0.5, lead: 2, commit: 0.5 });
    expect(world({ doubling: 1, lead: 4, commit: 1 }).scarcity).toBeCloseTo(once.scarcity, 12);
  });

  test('cloud before AI lies under the 1.25× line, and AI compute now far above it', () => {
    const cloud = places.find(({ id }) => id === 'cloud');
    expect(cloud?.scarcity).toBeLessThan(EDGE);
    expect(essayPlace.scarcity).toBeGreaterThan(8 * EDGE);
  });

  test('the edge is where a third of a doubling is uncovered', () => {
    expect(Math.log2(EDGE)).toBeCloseTo(0.32, 2);
    expect(world({ doubling: 3, lead: 0.95 }).scarcity).toBeLessThan(EDGE);
    expect(world({ doubling: 3, lead: 0.97 }).scarcity).toBeGreaterThan(EDGE);
  });

  test('fibre as measured was sixteen times less scarce than as believed, and built no faster', () => {
    expect(Math.round(believed.scarcity / measured.scarcity)).toBe(16);
    expect(measured.uncovered).toBe(believed.uncovered);
  });

  test('what prices say is AI compute now, with all but a quarter of a year committed ahead', () => {
    const prices = places.find(({ id }) => id === 'prices');
    expect(prices?.doubling).toBe(essayPlace.doubling);
    expect(prices?.uncovered).toBeCloseTo(0.27, 2);
    expect(prices?.scarcity).toBeCloseTo(1.38, 2);
  });

  test('growth as fast and building as slow as now lie inside the edge, once nearly all is committed ahead', () => {
    expect(world(spec.challenge.state).scarcity).toBeLessThan(EDGE);
    expect(
      spec.presets.every((preset) => world(preset.state).scarcity !== world(spec.challenge.state).scarcity),
    ).toBe(true);
  });
});

describe('the map', () => {
  test('has contours that keep the law to 1 %, at every point and at every width', () => {
    for (let width = 300; width <= 1100; width += 50) {
      const { frame, contours } = mapOf(width);
      expect(contours.map(({ level }) => level)).toEqual(LEVELS);
      for (const { level, line } of contours) {
        expect(line.length).toBeGreaterThan(1);
        for (const point of line) {
          const clocks = fromPx(frame.plot, point);
          expect(Math.abs(2 ** (clocks.uncovered / clocks.doubling) / level - 1)).toBeLessThan(0.01);
        }
      }
    }
  });

  test('has contours that run straight, parallel, and from frame to frame', () => {
    const { frame, contours } = mapOf(860);
    const { plot } = frame;
    const slopes = contours.map(({ line }) => {
      const [start = { x: 0, y: 0 }, end = { x: 0, y: 0 }] = [line[0], line.at(-1)];
      expect(line).toHaveLength(2);
      expect(Math.min(start.x - plot.x, start.y - plot.y)).toBeCloseTo(0, 6);
      expect(Math.min(plot.x + plot.width - end.x, plot.y + plot.height - end.y)).toBeCloseTo(0, 6);
      return (end.y - start.y) / (end.x - start.x);
    });
    for (const slope of slopes) expect(slope / (slopes[0] ?? 0)).toBeCloseTo(1, 6);
  });

  test('puts faster to the right, longer up, and reads back what it puts down', () => {
    const { plot } = frameAt(700);
    fc.assert(
      fc.property(share, share, (x, y) => {
        const spot = { x: plot.x + x * plot.width, y: plot.y + y * plot.height };
        const clocks = fromPx(plot, spot);
        const back = toPx(plot, clocks.doubling, clocks.uncovered);
        expect(back.x).toBeCloseTo(spot.x, 6);
        expect(back.y).toBeCloseTo(spot.y, 6);
      }),
    );
    expect(toPx(plot, 0.5, 1).x).toBeGreaterThan(toPx(plot, 1, 1).x);
    expect(toPx(plot, 1, 2).y).toBeLessThan(toPx(plot, 1, 1).y);
  });

  test('never lets words overlap: no other words, no halo, no frame, at any width and any position of the point', () => {
    fc.assert(
      fc.property(anyState, fc.integer({ min: 300, max: 1100 }), (state, width) => {
        const map = mapOf(width);
        const picture = compute(state);
        const moment = momentOf(map, picture, beside(picture), true);
        const { words } = moment;
        const halo = boxAround(moment.point, HALO_PX);
        for (const [index, { box, key }] of words.entries()) {
          expect(contains(within(map.frame), box), key).toBe(true);
          expect(overlaps(box, halo), key).toBe(false);
          for (const other of words.slice(index + 1))
            expect(overlaps(box, other.box), `${key}, ${other.key}`).toBe(false);
        }
        expect(new Set(words.map(({ key }) => key)).size).toBe(words.length);
      }),
      { numRuns: 1500 },
    );
  });

  test('always says which point is yours, and numbers at least three of its four lines', () => {
    fc.assert(
      fc.property(anyState, fc.integer({ min: 300, max: 1100 }), (state, width) => {
        const moment = momentOf(mapOf(width), compute(state), beside(compute(state)), true);
        expect(moment.label).not.toBeNull();
        expect(moment.levels.length).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  test('names every place and numbers every line while nobody has moved the point', () => {
    const keys = (blocks: readonly PlacedBlock[]) => blocks.map(({ key }) => key).sort();
    for (let width = 300; width <= 1100; width += 5) {
      const moment = momentOf(mapOf(width), world(), '', false);
      expect(keys(moment.levels), `${width}`).toHaveLength(LEVELS.length);
      expect(keys(moment.places), `${width}`).toEqual(places.map(({ id }) => id).sort());
      expect(moment.label).toBeNull();
    }
  });

  test('draws no contour and no guide through words', () => {
    fc.assert(
      fc.property(anyState, fc.integer({ min: 300, max: 1100 }), (state, width) => {
        const moment = momentOf(mapOf(width), compute(state), beside(compute(state)), true);
        const segments = [...moment.guides, ...moment.lines.flatMap((line) => line.segments)];
        const words = [...moment.levels, ...moment.places];
        for (const [from, to] of segments) {
          const middle = boxAround({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, 0.001);
          for (const { box, key } of words) expect(overlaps(box, middle), key).toBe(false);
        }
      }),
    );
  });

  test('says more than a thousand as just that', () => {
    expect(onMap(1000)).toBe('1,000×');
    expect(onMap(2 ** 13)).toBe('>1,000×');
  });
});

describe('the words', () => {
  test('say where the edge is, and how far from it the reader stands', () => {
    expect(said({})).toBe(
      'Where the lead time that nobody has committed to passes a third of demand’s doubling time. With a doubling every 7 months and 2 years nobody has committed to, 10.8× as much is wanted as exists: far past the edge.',
    );
    expect(said({ doubling: 4, lead: 1 })).toContain(
      '1.2× as much is wanted as exists: just inside the edge.',
    );
    expect(said({ doubling: months(15), lead: 0.5 })).toContain(
      '1.3× as much is wanted as exists: just past the edge.',
    );
    expect(said({ doubling: 5, lead: 0.25 })).toContain('well inside the edge.');
    expect(said({ commit: 2 })).toContain(
      'and the whole lead time of 2 years committed ahead, nothing is short',
    );
  });

  test('have a whole sentence, with the law’s full number in it, for every state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const parts = answer(compute(state), UNCHANGED);
        const results = parts.filter((part) => typeof part !== 'string' && part.result === 'scarcity');
        expect(results).toEqual([expect.objectContaining({ value: compute(state).scarcity })]);
        for (const text of [plain(parts), caption(compute(state)), chartDescription(compute(state))]) {
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/NaN|undefined|Infinity|\b0 days|−| {2}/);
        }
      }),
    );
  });

  test('say so when less is uncovered than the map shows, and only then', () => {
    expect(caption(world({ commit: months(22) }))).toContain('2 months is left uncovered');
    expect(caption(world({ lead: 3, commit: 3 }))).toContain('Nothing is left uncovered');
    expect(caption(world({ lead: 2.25, commit: 2 }))).not.toContain('rests');
  });
});

describe('the table', () => {
  test('holds every place that is drawn, with what is drawn, and the reader’s own point', () => {
    const { rows } = tableOf(world({ lead: 3 }), true);
    expect(rows.map(({ place }) => place)).toEqual(['You', ...places.map(({ name }) => name)]);
    for (const { doubling, uncovered, scarcity } of rows) {
      expect(scarcity).toBeCloseTo(2 ** (Number(uncovered) / Number(doubling)), 6);
    }
    const { frame, dots } = mapOf(860);
    for (const [index, { x, y }] of dots.entries()) {
      const row = rows[index + 1];
      expect(toPx(frame.plot, Number(row?.doubling), Number(row?.uncovered))).toEqual({ x, y });
    }
  });

  test('has a source in every row, and no row of the reader’s until the point has moved', () => {
    const { rows } = tableOf(world(), false);
    expect(rows).toHaveLength(places.length);
    for (const { source } of rows) expect(source).toMatch(/\S/);
  });
});
