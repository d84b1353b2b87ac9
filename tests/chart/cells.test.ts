import { describe, expect, test } from 'vitest';
import { type Cell, cellPaths } from '#chart/cells.ts';
import { fc, from } from '../model/properties.ts';

const SIZE = 20;
const cell = (more: Partial<Cell>): Cell => ({
  x: 0,
  y: 0,
  state: 'paper',
  share: 0,
  assumed: false,
  ...more,
});

const anyCell: fc.Arbitrary<Cell> = fc.record({
  x: from(0, 500),
  y: from(0, 300),
  state: fc.constantFrom('paper', 'building', 'running', 'served'),
  share: from(0, 1),
  assumed: fc.boolean(),
});

/** How many shapes a path is made of. */
const shapes = (path: string) => path.split('M').length - 1;

/** The height of the only shape in a path: its straight sides and the arcs at both ends. */
function heightOf(path: string): number {
  const radius = Number(path.match(/a([\d.]+)/)?.[1]);
  return Number(path.match(/v([-\d.]+)/)?.[1]) + 2 * radius;
}

describe('cells', () => {
  test('are drawn once each, by what they are', () => {
    const paths = cellPaths(
      [
        cell({}),
        cell({ state: 'building', share: 0.5 }),
        cell({ state: 'running', share: 1 }),
        cell({ state: 'running', share: 1, assumed: true }),
        cell({ state: 'served', share: 1 }),
      ],
      SIZE,
    );
    expect(Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, shapes(path)]))).toEqual({
      paper: 1,
      outline: 1,
      assumed: 1,
      filling: 1,
      running: 2,
      served: 1,
    });
  });

  test('fill from below as far as they have come', () => {
    const height = (share: number) => heightOf(cellPaths([cell({ state: 'building', share })], SIZE).filling);
    expect(height(0.5) / height(1)).toBeCloseTo(0.5, 2);
    const { filling } = cellPaths([cell({ state: 'building', share: 0 })], SIZE);
    expect(filling).toBe('');
  });

  test('whatever they are, they have an edge or a body, and no number that is none', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1, maxLength: 30 }), from(4, 40), (cells, size) => {
        const paths = cellPaths(cells, size);
        const all = Object.values(paths).join('');
        expect(all).not.toMatch(/NaN|Infinity|e-/);
        const bodies = paths.paper + paths.outline + paths.assumed + paths.running + paths.served;
        expect(shapes(bodies)).toBeGreaterThanOrEqual(cells.length);
      }),
    );
  });
});
