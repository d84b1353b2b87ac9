import { Delaunay } from 'd3';
import type { Point } from '#chart/geometry.ts';

/** A point that belongs to something. */
export interface Spot extends Point {
  readonly id: string;
}

/** Answers whose point is nearest to a place; there is at least one. */
export function finderOf(spots: readonly Spot[]): (at: Point) => string | undefined {
  const delaunay = Delaunay.from(
    spots,
    ({ x }) => x,
    ({ y }) => y,
  );
  return ({ x, y }) => spots[delaunay.find(x, y)]?.id;
}
