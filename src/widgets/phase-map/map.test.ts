import { contours as d3Contours, range } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAround, contains, overlaps, type Point } from '#chart/geometry.ts';
import { essayWorld } from '#state/world.ts';
import { anyState, share } from './any-state.ts';
import type { PlacedBlock } from './blocks.ts';
import { compute, doublingsAt, LEVELS, levelName, onMap } from './compute.ts';
import { frameAt, fromPx, toPx } from './frame.ts';
import { HALO_PX, within } from './ground.ts';
import { mapAt, type PhaseMap } from './map.ts';
import { momentOf } from './moment.ts';
import { places } from './places.ts';

/** What the essay leaves for a picture on a screen 280 px wide. */
const NARROWEST_PX = 228;
const WIDEST_PX = 1100;
const STEP_PX = 7;
const anyWidth = fc
  .integer({ min: 0, max: Math.floor((WIDEST_PX - NARROWEST_PX) / STEP_PX) })
  .map((steps) => NARROWEST_PX + STEP_PX * steps);

const maps = new Map<number, PhaseMap>();
/** A map is the same for every point on it. */
function mapOf(width: number): PhaseMap {
  const known = maps.get(width) ?? mapAt(frameAt(width));
  maps.set(width, known);
  return known;
}

const namedIn = (words: readonly PlacedBlock[], names: readonly string[]) =>
  words.filter(({ key }) => names.includes(key));
const levelNames = LEVELS.map(levelName);
const placeNames = places.map(({ id }) => id);

describe('lines of equal scarcity', () => {
  test('keep the law, from frame to frame, at every width', () => {
    for (let width = NARROWEST_PX; width <= WIDEST_PX; width += 50) {
      const { frame, contours } = mapOf(width);
      const { plot } = frame;
      expect(contours.map(({ level }) => level)).toEqual(LEVELS);
      for (const { level, line } of contours) {
        for (const point of line) {
          const { doubling, uncovered } = fromPx(plot, point);
          expect(2 ** (uncovered / doubling) / level).toBeCloseTo(1, 9);
        }
        const [start, end] = line;
        expect(Math.min(start.x - plot.x, start.y - plot.y)).toBeCloseTo(0, 6);
        expect(Math.min(plot.x + plot.width - end.x, plot.y + plot.height - end.y)).toBeCloseTo(0, 6);
      }
    }
  });

  test('are where d3-contour finds them in the law itself, cell by cell', () => {
    const { frame, contours } = mapOf(860);
    const { plot } = frame;
    const cells = 60;
    const spot = (column: number, row: number): Point => ({
      x: plot.x + (column / cells) * plot.width,
      y: plot.y + (row / cells) * plot.height,
    });
    const field = range(cells * cells).map((index) => {
      const { doubling, uncovered } = fromPx(
        plot,
        spot((index % cells) + 0.5, Math.floor(index / cells) + 0.5),
      );
      return Math.log(uncovered / doubling);
    });
    const thresholds = LEVELS.map((level) => Math.log(doublingsAt(level)));
    const found = d3Contours().size([cells, cells]).thresholds(thresholds)(field);
    for (const [index, { line }] of contours.entries()) {
      const ring = found[index]?.coordinates[0]?.[0] ?? [];
      // It rounds off the outermost half of a cell.
      const inner = ring.filter((at) => at.every((each) => each > 1 && each < cells - 1));
      expect(inner.length).toBeGreaterThan(cells / 4);
      const [start, end] = line;
      for (const [column = 0, row = 0] of inner) {
        const { x, y } = spot(column, row);
        expect(start.y + ((x - start.x) / (end.x - start.x)) * (end.y - start.y)).toBeCloseTo(y, 6);
      }
    }
  });

  test('have everything at least as scarce above them, and nothing else', () => {
    const { frame, contours } = mapOf(700);
    const isIn = (area: readonly Point[], { x, y }: Point) =>
      area.filter((a, index) => {
        const b = area[(index + 1) % area.length] ?? a;
        return a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
      }).length %
        2 ===
      1;
    fc.assert(
      fc.property(share, share, (right, down) => {
        const { plot } = frame;
        const at = {
          x: plot.x + (0.001 + 0.998 * right) * plot.width,
          y: plot.y + (0.001 + 0.998 * down) * plot.height,
        };
        const { doubling, uncovered } = fromPx(plot, at);
        for (const { level, area } of contours) {
          const scarcity = 2 ** (uncovered / doubling);
          fc.pre(Math.abs(scarcity / level - 1) > 1e-6);
          expect(isIn(area, at), `${scarcity}, ${level}`).toBe(scarcity > level);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the axes', () => {
  test('put faster to the right, longer up, and read back what they put down', () => {
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

  test('reach as far as every place and every source', () => {
    const { frame, dots, range: sourced } = mapOf(860);
    for (const at of [...dots, ...sourced]) expect(contains(frame.plot, boxAround(at, 0))).toBe(true);
  });

  test('hold the point on their frame, however little is uncovered', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const { point } = momentOf(mapOf(width), compute(state), true);
        expect(contains(frameAt(width).plot, boxAround(point, 0))).toBe(true);
      }),
    );
  });
});

describe('words on the map', () => {
  test('never overlap: no other words, no halo, no frame, at any width and any position of the point', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const map = mapOf(width);
        const { words, point } = momentOf(map, compute(state), true);
        const halo = { key: 'the halo', box: boxAround(point, HALO_PX) };
        const outside = words.filter(({ box }) => !contains(within(map.frame), box));
        const over = words.flatMap(({ key, box }, index) =>
          [halo, ...words.slice(index + 1)]
            .filter((other) => overlaps(box, other.box))
            .map((other) => `${key} over ${other.key}`),
        );
        expect([...outside.map(({ key }) => key), ...over]).toEqual([]);
        expect(new Set(words.map(({ key }) => key)).size).toBe(words.length);
      }),
      { numRuns: 1500 },
    );
  });

  test('always say which point is yours, and number at least three of the four lines', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const { words } = momentOf(mapOf(width), compute(state), true);
        expect(namedIn(words, ['yours'])).toHaveLength(1);
        expect(namedIn(words, levelNames).length).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  test('name every place and number every line while nobody has moved the point', () => {
    for (let width = NARROWEST_PX; width <= WIDEST_PX; width += 5) {
      const { words } = momentOf(mapOf(width), compute(essayWorld), false);
      expect(namedIn(words, levelNames), `${width}`).toHaveLength(levelNames.length);
      expect(namedIn(words, placeNames), `${width}`).toHaveLength(placeNames.length);
      if (width >= 268) expect(namedIn(words, ['Commodity']), `${width}`).toHaveLength(1);
      expect(namedIn(words, ['yours'])).toEqual([]);
    }
  });

  test('have no contour and no guide drawn through them', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const { guides, lines, words } = momentOf(mapOf(width), compute(state), true);
        for (const [from, to] of [...guides, ...lines.flatMap(({ pieces }) => pieces)]) {
          const middle = boxAround({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, 0.001);
          expect(words.filter(({ box }) => overlaps(box, middle))).toEqual([]);
        }
      }),
    );
  });

  test('say more than a thousand as just that', () => {
    expect(onMap(1000)).toBe('1,000×');
    expect(onMap(2 ** 13)).toBe('>1,000×');
  });
});
