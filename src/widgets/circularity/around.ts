import type { Point } from '#chart/geometry.ts';
import type { Size, Spot } from '#chart/place.ts';

export const DOT_PX = 8;
/** Between a mark's middle and its words. */
const OFF = DOT_PX + 3;

/** Where words may stand at a point: how much of their size, and how many px, their corner is away from it. */
export const ANY: readonly (readonly [x: number, y: number, right: number, down: number])[] = [
  [0, -0.5, OFF, 0],
  [0, -0.5, OFF, -8],
  [0, -0.5, OFF, 8],
  [-0.5, -1, 0, -OFF],
  [-0.5, 0, 0, OFF],
  [0, -1, -8, -OFF],
  [0, 0, -8, OFF],
  [0, -1, OFF, -2],
  [0, 0, OFF, 2],
  [-1, -0.5, -OFF, 0],
  [-1, -1, 8, -OFF],
  [-1, 0, 8, OFF],
  [0, -1, OFF, -14],
  [0, 0, OFF, 14],
  [-1, -1, 8, -OFF - 13],
  [-1, 0, 8, OFF + 13],
];
export const LEFT = ANY.slice(9, 10);

export function around({ x, y }: Point, { width, height }: Size, spots = ANY, further = 0): Spot[] {
  return spots.map(([across, down, dx, dy]) => ({
    x: x + across * width + dx + Math.sign(dx) * further,
    y: y + down * height + dy,
    align: across === 0 ? 'start' : across === -1 ? 'end' : 'middle',
  }));
}
