import { describe, expect, test } from 'vitest';
import { clamp, nearest, positionOf, type Quantity, stepBy, valueAt } from '#state/quantity.ts';
import { quantitiesOf } from '#widgets/define.ts';
import { widgets } from '#widgets/registry.ts';
import { fc, from } from '../model/properties.ts';

/** Every quantity that a reader can set anywhere, and a limit that another one may put on it. */
const limited = fc
  .record({ quantity: fc.constantFrom(...widgets.flatMap(quantitiesOf)), limit: from(0.03, 1) })
  .map(({ quantity, limit }) => ({
    quantity,
    // An address may have set the other one to any number, snapped or not.
    max: quantity.within === undefined ? quantity.max : quantity.min + limit * (quantity.max - quantity.min),
  }));

/** A stop that this limit lets a key reach. */
const atStop = fc
  .tuple(limited, from(0, 1))
  .filter(([{ quantity, max }]) => quantity.stops.some((stop) => stop <= max))
  .map(([{ quantity, max }, share]) => {
    const stops = quantity.stops.filter((stop) => stop <= max);
    return { quantity, max, start: stops[Math.floor(share * (stops.length - 1))] ?? max };
  });

describe('a place on a track and its value', () => {
  test('both ends of a track are reached exactly', () => {
    fc.assert(
      fc.property(limited, ({ quantity, max }) => {
        expect(valueAt(quantity, max, 0)).toBe(quantity.min);
        expect(valueAt(quantity, max, 1)).toBe(max);
        expect(positionOf(quantity, max, quantity.min)).toBe(0);
        if (max > quantity.min) expect(positionOf(quantity, max, max)).toBe(1);
      }),
    );
  });

  test('beyond the ends is the end', () => {
    fc.assert(
      fc.property(limited, from(0.001, 100), ({ quantity, max }, far) => {
        expect(valueAt(quantity, max, -far)).toBe(quantity.min);
        expect(valueAt(quantity, max, 1 + far)).toBe(max);
        expect(positionOf(quantity, max, quantity.min - far)).toBe(0);
        if (max > quantity.min) expect(positionOf(quantity, max, max + far)).toBe(1);
      }),
    );
  });

  test('further along is never less', () => {
    fc.assert(
      fc.property(limited, from(0, 1), from(0, 1), ({ quantity, max }, a, b) => {
        const [left, right] = a < b ? [a, b] : [b, a];
        expect(valueAt(quantity, max, left)).toBeLessThanOrEqual(valueAt(quantity, max, right));
      }),
    );
  });

  test('a value that a drag left behind is found again at its own place', () => {
    fc.assert(
      fc.property(limited, from(0, 1), ({ quantity, max }, position) => {
        const value = valueAt(quantity, max, position);
        expect(valueAt(quantity, max, positionOf(quantity, max, value))).toBe(value);
      }),
    );
  });

  test('without snapping, the place of the value at a place is that place', () => {
    fc.assert(
      fc.property(limited, from(0, 1), ({ quantity, max }, position) => {
        fc.pre(max > quantity.min);
        const smooth: Quantity = { ...quantity, snap: (value) => value };
        expect(positionOf(smooth, max, valueAt(smooth, max, position))).toBeCloseTo(position, 9);
      }),
    );
  });

  test('snapping moves a value by no more than to the middle between two words', () => {
    fc.assert(
      fc.property(limited, from(0, 1), ({ quantity, max }, position) => {
        const smooth = valueAt({ ...quantity, snap: (value) => value }, max, position);
        const off = Math.abs(valueAt(quantity, max, position) - smooth);
        const most = { years: 0.0501, share: 0.00501 }[quantity.unit] ?? smooth * 0.0501;
        expect(off).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('whatever number a form sends, what is held is in range and snapped already', () => {
    fc.assert(
      fc.property(limited, fc.double({ noNaN: true }), ({ quantity, max }, sent) => {
        const held = nearest(quantity, max, sent);
        expect(held).toBe(clamp(held, quantity.min, max));
        expect(nearest(quantity, max, held)).toBe(held);
      }),
    );
  });
});

describe('steps of the keys', () => {
  test('stops ascend, stay in range, and begin and end where the quantity does', () => {
    for (const { stops, min, max } of widgets.flatMap(quantitiesOf)) {
      expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
      expect(stops[0]).toBe(min);
      expect(stops.at(-1)).toBe(max);
    }
  });

  test('a step goes up or down, except at the end, and never beyond it', () => {
    fc.assert(
      fc.property(
        limited,
        from(0, 1),
        fc.integer({ min: 1, max: 12 }),
        ({ quantity, max }, position, count) => {
          const value = valueAt(quantity, max, position);
          const [up, down] = [stepBy(quantity, max, value, count), stepBy(quantity, max, value, -count)];
          expect(value < max ? up > value && up <= max : up === max).toBe(true);
          expect(value > quantity.min ? down < value && down >= quantity.min : down === quantity.min).toBe(
            true,
          );
        },
      ),
    );
  });

  test('forward and back again is the stop one came from', () => {
    fc.assert(
      fc.property(atStop, fc.integer({ min: 1, max: 12 }), ({ quantity, max, start }, count) => {
        const there = stepBy(quantity, max, start, count);
        if (there < max) expect(stepBy(quantity, max, there, -count)).toBe(start);
        const back = stepBy(quantity, max, start, -count);
        if (back > quantity.min) expect(stepBy(quantity, max, back, count)).toBe(start);
      }),
    );
  });

  test('from between two stops, a step goes to the next one either way', () => {
    fc.assert(
      fc.property(atStop, from(0.01, 0.99), ({ quantity, max, start }, share) => {
        const next = stepBy(quantity, max, start, 1);
        fc.pre(next > start);
        const between = start + share * (next - start);
        expect(stepBy(quantity, max, between, 1)).toBe(next);
        expect(stepBy(quantity, max, between, -1)).toBe(start);
      }),
    );
  });

  test('many steps at once are as far as one after another', () => {
    fc.assert(
      fc.property(
        limited,
        from(0, 1),
        fc.integer({ min: -9, max: 9 }),
        ({ quantity, max }, position, count) => {
          const start = valueAt(quantity, max, position);
          let walked = start;
          for (let step = 0; step < Math.abs(count); step++)
            walked = stepBy(quantity, max, walked, Math.sign(count));
          if (count !== 0) expect(stepBy(quantity, max, start, count)).toBe(walked);
        },
      ),
    );
  });

  test('enough steps reach either end exactly', () => {
    fc.assert(
      fc.property(limited, from(0, 1), ({ quantity, max }, position) => {
        const value = valueAt(quantity, max, position);
        expect(stepBy(quantity, max, value, 1000)).toBe(max);
        expect(stepBy(quantity, max, value, -1000)).toBe(quantity.min);
      }),
    );
  });
});
