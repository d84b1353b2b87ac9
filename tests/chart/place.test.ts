import { describe, expect, test } from 'vitest';
import { contains, crosses, overlaps } from '#chart/geometry.ts';
import { type Obstacles, placeLabel, placeLines, type Spot, spread } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { fc, from } from '../model/properties.ts';

const point = fc.record({ x: from(0, 400), y: from(0, 300) });
const box = fc.record({ x: from(0, 400), y: from(0, 300), width: from(1, 80), height: from(1, 40) });
const page = { x: 0, y: 0, width: 400, height: 300 };
const obstacles = fc.record({
  within: fc.constant(page),
  boxes: fc.array(box, { maxLength: 8 }),
  lines: fc.array(fc.array(point, { minLength: 2, maxLength: 6 }), { maxLength: 4 }),
});
const texts = fc.uniqueArray(fc.constantFrom('10.8×', '2 years nobody covered', '2 y uncovered', '2 y'), {
  minLength: 1,
});
const FONT_PX = 14;

describe('a label', () => {
  const centres = fc.array(point, { minLength: 1, maxLength: 12 });

  test('is inside its bounds and touches no box and no line, or is left out', () => {
    let placedOnes = 0;
    fc.assert(
      fc.property(texts, centres, obstacles, (choices, places, around) => {
        const placed = placeLabel(choices, FONT_PX, () => places, around);
        if (placed === null) return;
        placedOnes++;
        expect(choices).toContain(placed.text);
        expect(contains(around.within, placed.box)).toBe(true);
        expect(around.boxes.some((each) => overlaps(each, placed.box))).toBe(false);
        for (const line of around.lines)
          line.slice(1).forEach((end, index) => {
            expect(crosses(placed.box, line[index] ?? end, end)).toBe(false);
          });
      }),
      { numRuns: 500 },
    );
    expect(placedOnes).toBeGreaterThan(50);
  });

  test('has its words inside its box, by their estimated width', () => {
    fc.assert(
      fc.property(texts, centres, (choices, places) => {
        const placed = placeLabel(choices, FONT_PX, () => places, { within: page, boxes: [], lines: [] });
        if (placed === null) return;
        const words = {
          x: placed.x,
          y: placed.y - 0.75 * FONT_PX,
          width: textWidth(placed.text, FONT_PX),
          height: 0.95 * FONT_PX,
        };
        expect(contains(placed.box, words)).toBe(true);
      }),
    );
  });

  test('prefers its longest words to its best place, and its best place to any other', () => {
    const free: Obstacles = { within: page, boxes: [], lines: [] };
    const places = [
      { x: 200, y: 100 },
      { x: 200, y: 200 },
    ];
    const place = (around: Obstacles) => placeLabel(['long words', 'short'], FONT_PX, () => places, around);
    expect(place(free)).toMatchObject({ text: 'long words', box: { y: 100 - (FONT_PX * 1.28) / 2 } });
    const taken = { ...free, boxes: [{ x: 190, y: 90, width: 20, height: 20 }] };
    expect(place(taken)).toMatchObject({ text: 'long words', box: { y: 200 - (FONT_PX * 1.28) / 2 } });
    const narrow = { ...free, within: { x: 175, y: 0, width: 50, height: 300 } };
    expect(place(narrow)).toMatchObject({ text: 'short' });
    expect(place({ ...free, within: { x: 0, y: 0, width: 10, height: 300 } })).toBeNull();
  });
});

describe('a label of several lines', () => {
  const lines = fc.array(fc.record({ px: from(11, 24), width: from(5, 120) }), {
    minLength: 1,
    maxLength: 4,
  });
  const spots: fc.Arbitrary<Spot[]> = fc.array(
    fc.record({
      x: from(0, 400),
      y: from(0, 300),
      align: fc.constantFrom('start' as const, 'middle' as const, 'end' as const),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const free: Obstacles = { within: page, boxes: [], lines: [] };

  test('has its lines inside its box, below each other, and flush with the side they are to keep to', () => {
    fc.assert(
      fc.property(
        fc.array(lines, { minLength: 1, maxLength: 3 }),
        spots,
        obstacles,
        (choices, at, around) => {
          const placed = placeLines(choices, () => at, [around]);
          if (placed === null) return;
          const { box, align } = placed;
          expect(contains(around.within, box)).toBe(true);
          expect(around.boxes.some((each) => overlaps(each, box))).toBe(false);
          const left = { start: 0, middle: 0.5, end: 1 }[align];
          let foot = box.y;
          for (const { px, width, x, y } of placed.lines) {
            const words = { x: x - left * width, y: y - 0.75 * px, width, height: 0.95 * px };
            expect(contains({ ...box, x: box.x - 1e-9, width: box.width + 2e-9 }, words)).toBe(true);
            expect(words.y).toBeGreaterThanOrEqual(foot);
            foot = words.y + words.height;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('gives up a room before a spot, and a line before a room', () => {
    const long = [
      { px: 14, width: 90 },
      { px: 12, width: 60 },
    ];
    const short = [{ px: 14, width: 90 }];
    const at: Spot[] = [
      { x: 10, y: 10, align: 'start' },
      { x: 10, y: 100, align: 'start' },
    ];
    const strict = { ...free, boxes: [{ x: 10, y: 10, width: 5, height: 5 }] };
    const stricter = { ...free, boxes: [...strict.boxes, { x: 10, y: 120, width: 5, height: 5 }] };
    expect(placeLines([long, short], () => at, [strict, free])).toMatchObject({ box: { y: 100 } });
    expect(placeLines([long, short], () => at, [stricter, strict])).toMatchObject({ box: { y: 100 } });
    expect(placeLines([long, short], () => at, [stricter])?.lines).toHaveLength(1);
    expect(placeLines([long, short], () => at, [])).toBeNull();
  });
});

describe('positions that are moved apart', () => {
  const wanted = fc.array(from(-50, 450), { minLength: 1, maxLength: 8 });
  const roomy = fc
    .record({ wanted, min: from(0, 50), gap: from(1, 40), spare: from(0, 300) })
    .map(({ wanted, min, gap, spare }) => ({
      wanted,
      gap,
      min,
      max: min + gap * (wanted.length - 1) + spare,
    }));

  test('keep their order, their gap and their bounds wherever there is room', () => {
    fc.assert(
      fc.property(roomy, ({ wanted, gap, min, max }) => {
        const placed = spread(wanted, gap, min, max);
        expect(placed).toHaveLength(wanted.length);
        placed.forEach((at, index) => {
          expect(at).toBeGreaterThanOrEqual(min - 1e-9);
          expect(at).toBeLessThanOrEqual(max + 1e-9);
          if (index > 0) expect(at - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-9);
        });
      }),
    );
  });

  test('stay where they are when they already stand apart', () => {
    fc.assert(
      fc.property(roomy, ({ wanted, gap, min, max }) => {
        const placed = spread(wanted, gap, min, max);
        spread(placed, gap - 1e-9, min - 1e-6, max + 1e-6).forEach((at, index) => {
          expect(at).toBeCloseTo(placed[index] ?? Number.NaN, 6);
        });
      }),
    );
  });
});
