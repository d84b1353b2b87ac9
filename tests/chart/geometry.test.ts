import { describe, expect, test } from 'vitest';
import {
  areaOf,
  type Box,
  contains,
  crosses,
  overlaps,
  type Point,
  pathOf,
  simplify,
  spanInside,
} from '#chart/geometry.ts';
import { fc, from } from '../model/properties.ts';

const point = fc.record({ x: from(-60, 160), y: from(-60, 160) });
const box: fc.Arbitrary<Box> = fc.record({
  x: from(0, 100),
  y: from(0, 100),
  width: from(0.5, 60),
  height: from(0.5, 60),
});

const isInside = ({ x, y, width, height }: Box, point: Point, air = 0) =>
  point.x >= x - air && point.x <= x + width + air && point.y >= y - air && point.y <= y + height + air;

function toSegment(point: Point, a: Point, b: Point): number {
  const run = { x: b.x - a.x, y: b.y - a.y };
  const length2 = run.x ** 2 + run.y ** 2;
  const along = length2 === 0 ? 0 : ((point.x - a.x) * run.x + (point.y - a.y) * run.y) / length2;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - share * run.x, point.y - a.y - share * run.y);
}

function toLine(point: Point, line: readonly Point[]): number {
  return Math.min(...line.slice(1).map((end, index) => toSegment(point, line[index] ?? end, end)));
}

describe('a line with fewer points', () => {
  const line = fc.array(point, { minLength: 2, maxLength: 30 });

  test('keeps both its ends, and only points it had, in their order', () => {
    fc.assert(
      fc.property(line, from(0.01, 5), (points, tolerance) => {
        const kept = simplify(points, tolerance);
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        const places = kept.map((each) => points.indexOf(each));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  test('has lost no point that lies further off than was allowed, even where it doubles back', () => {
    fc.assert(
      fc.property(line, from(0.01, 5), (points, tolerance) => {
        const kept = simplify(points, tolerance);
        for (const lost of points) expect(toLine(lost, kept)).toBeLessThanOrEqual(tolerance + 1e-9);
      }),
    );
  });

  test('of a closed loop is still a loop', () => {
    const loop = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 0 },
    ];
    expect(simplify(loop)).toEqual(loop);
  });

  test('that is straight keeps its ends alone', () => {
    const straight = Array.from({ length: 50 }, (_, index) => ({ x: index, y: 3 * index + 1 }));
    expect(simplify(straight)).toEqual([straight[0], straight.at(-1)]);
  });

  test('of no point or one is that', () => {
    expect(simplify([])).toEqual([]);
    expect(simplify([{ x: 1, y: 2 }])).toEqual([{ x: 1, y: 2 }]);
  });
});

describe('boxes and lines', () => {
  test('a segment crosses a box exactly when some of its points are in it', () => {
    const samples = 500;
    fc.assert(
      fc.property(box, point, point, (it, a, b) => {
        const along = Array.from({ length: samples + 1 }, (_, index) => ({
          x: a.x + ((b.x - a.x) * index) / samples,
          y: a.y + ((b.y - a.y) * index) / samples,
        }));
        const between = Math.hypot(b.x - a.x, b.y - a.y) / samples;
        if (crosses(it, a, b)) expect(along.some((each) => isInside(it, each, between))).toBe(true);
        else expect(along.some((each) => isInside(it, each, -1e-9))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is inside a box is the stretch between where a segment enters and where it leaves', () => {
    fc.assert(
      fc.property(box, point, point, from(0, 1), (it, a, b, share) => {
        const span = spanInside(it, a, b);
        const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
        const inSpan = (air: number) => span !== null && share >= span[0] - air && share <= span[1] + air;
        if (isInside(it, at, -1e-6)) expect(inSpan(1e-6)).toBe(true);
        if (!isInside(it, at, 1e-6)) expect(inSpan(-1e-6)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('it makes no difference from which end a segment is drawn', () => {
    fc.assert(
      fc.property(box, point, point, (it, a, b) => {
        expect(crosses(it, a, b)).toBe(crosses(it, b, a));
      }),
    );
  });

  test('level and upright segments are seen too', () => {
    const it = { x: 10, y: 10, width: 10, height: 10 };
    expect(crosses(it, { x: 0, y: 15 }, { x: 30, y: 15 })).toBe(true);
    expect(crosses(it, { x: 0, y: 25 }, { x: 30, y: 25 })).toBe(false);
    expect(crosses(it, { x: 15, y: 0 }, { x: 15, y: 30 })).toBe(true);
    expect(crosses(it, { x: 25, y: 0 }, { x: 25, y: 30 })).toBe(false);
    expect(crosses(it, { x: 15, y: 15 }, { x: 15, y: 15 })).toBe(true);
    expect(crosses(it, { x: 5, y: 5 }, { x: 5, y: 5 })).toBe(false);
  });

  test('two boxes overlap exactly when a corner region of theirs is shared', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        fc.pre(Math.abs(width) > 1e-9 && Math.abs(height) > 1e-9);
        expect(overlaps(a, b)).toBe(width > 0 && height > 0);
        expect(overlaps(b, a)).toBe(overlaps(a, b));
      }),
    );
  });

  test('a box that contains another contains its corners and overlaps it', () => {
    fc.assert(
      fc.property(box, box, (outer, inner) => {
        const corners = [
          { x: inner.x, y: inner.y },
          { x: inner.x + inner.width, y: inner.y + inner.height },
        ];
        expect(contains(outer, inner)).toBe(corners.every((corner) => isInside(outer, corner)));
        if (contains(outer, inner)) expect(overlaps(outer, inner)).toBe(true);
      }),
    );
  });
});

describe('paths', () => {
  test('are written to a hundredth of a pixel', () => {
    expect(
      pathOf([
        { x: 0, y: 1 / 3 },
        { x: 10.005, y: -2 },
      ]),
    ).toBe('M0,0.33L10.01,-2');
    expect(pathOf([])).toBe('');
  });

  test('an area goes along its upper edge and back along its lower one', () => {
    const upper = [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
    ];
    const lower = [
      { x: 0, y: 5 },
      { x: 9, y: 6 },
    ];
    expect(areaOf(upper, lower)).toBe('M0,0L9,0L9,6L0,5Z');
    expect(areaOf(upper.slice(1), lower.slice(1))).toBe('');
  });
});
