import { E14, E15, F29, I05 } from 'virtual:facts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure, range } from '#evidence/format.ts';
import { namedWorlds } from '#evidence/worlds.ts';
import { months } from '#model/units.ts';
import { essayWorld } from '#state/world.ts';
import { plain } from '../sentence.ts';
import { anyState } from './any-state.ts';
import { compute, EDGE, type PhaseState } from './compute.ts';
import { answer, caption, chartDescription, type IsChanged } from './describe.ts';
import { frameAt, toPx } from './frame.ts';
import { groundAt } from './ground.ts';
import { believed, essayPlace, measured, type Place, places } from './places.ts';
import { spec } from './spec.ts';
import { tableOf } from './table.ts';

const UNCHANGED: IsChanged = () => false;
const world = (state: Partial<PhaseState> = {}) => compute({ ...essayWorld, ...state });
const said = (state: Partial<PhaseState>) => plain(answer(world(state), UNCHANGED));

function place(id: Place['id']): Place {
  const found = places.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} is not marked`);
  return found;
}

describe('what a reader should be able to conclude', () => {
  test('doubling both clocks leaves scarcity where it was', () => {
    const once = world({ doubling: 0.5, lead: 2, commit: 0.5 });
    expect(world({ doubling: 1, lead: 4, commit: 1 }).scarcity).toBeCloseTo(once.scarcity, 12);
  });

  test('cloud before AI lies under the 1.25× line, and AI compute now far above it', () => {
    expect(place('cloud').scarcity).toBeLessThan(EDGE);
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
    const prices = place('prices');
    expect(prices.doubling).toBe(essayPlace.doubling);
    expect(prices.uncovered).toBeCloseTo(0.27, 2);
    expect(prices.scarcity).toBeCloseTo(1.38, 2);
  });

  test('growth as fast and building as slow as now lie inside the edge, once nearly all is committed ahead', () => {
    const { scarcity } = world(spec.challenge.state);
    expect(scarcity).toBeLessThan(EDGE);
    expect(spec.presets.every(({ state }) => world(state).scarcity !== scarcity)).toBe(true);
  });
});

describe('the words', () => {
  test('mark what the reader has changed as the reader’s: the uncovered time is set by two of them', () => {
    const yours = (...changed: (keyof PhaseState)[]) =>
      answer(world(), (key) => changed.includes(key)).flatMap((part) =>
        typeof part === 'object' && part.tone === 'yours' ? [part.text] : [],
      );
    expect(yours()).toEqual([]);
    expect(yours('doubling')).toEqual(['7 months']);
    expect(yours('lead')).toEqual(['2 years']);
    expect(yours('commit')).toEqual(['2 years']);
  });

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
      'and the whole lead time of 2 years committed ahead, nothing is short: well inside the edge.',
    );
    expect(said({ doubling: 5, lead: 0.25, commit: 0.24 })).toContain(
      'next to nothing is short: well inside the edge.',
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

  test('give the ledger’s figures beside each place, in the ledger’s own units', () => {
    const beside = (id: Place['id']) => place(id).said.join(' ');
    expect(beside('essay')).toBe(`doubles every 7 months (Epoch AI), sites take ${range(F29)}`);
    expect(beside('cloud')).toBe(`doubled in ${figure(I05)} (Synergy); 1 year to build is assumed`);
    expect(beside('fibreBelieved')).toBe(
      `said in ${E14.asOf.slice(0, 4)} to double in ${figure(E14)}; 18 months to lay is assumed`,
    );
    expect(E15.value).toBe(2);
    expect(beside('fibreMeasured')).toBe('doubled in 1 year (Odlyzko)');
    expect(beside('lab')).toBe('55 days; not all demand');
  });
});

describe('the table', () => {
  test('holds every place that is drawn, with what is drawn, and the reader’s own point', () => {
    const { rows } = tableOf({ ...essayWorld, lead: 3 });
    expect(rows.map((row) => row.place)).toEqual(['You', ...places.map(({ name }) => name)]);
    for (const { doubling, uncovered, scarcity } of rows) {
      expect(scarcity).toBeCloseTo(2 ** (Number(uncovered) / Number(doubling)), 6);
    }
    const { frame, dots } = groundAt(frameAt(860));
    for (const [index, { x, y }] of dots.entries()) {
      const row = rows[index + 1];
      expect(toPx(frame.plot, Number(row?.doubling), Number(row?.uncovered))).toEqual({ x, y });
    }
  });

  test('has a source in every row, and no row of the reader’s until the point has moved', () => {
    const { rows } = tableOf(essayWorld);
    expect(rows).toHaveLength(places.length);
    for (const { source } of rows) expect(source).toMatch(/\S/);
  });

  test('and every place’s row on a phone have the sources of the world that the place is', () => {
    for (const { id, doubling, uncovered } of places) {
      const { doubling: T, lead: L, commit: F } = { ...essayWorld, ...namedWorlds[id].state };
      expect([doubling, uncovered]).toEqual([T, L - F]);
    }
  });
});
