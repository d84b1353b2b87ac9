import { contours, range } from 'd3';
import { type Box, type Point, simplify } from '#chart/geometry.ts';
import { doublingsAt, LEVELS } from './compute.ts';
import { fromPx } from './frame.ts';

/** Cells across and up. Few will do: on log axes the law is a plane, and its contours are exact. */
const CELLS = 12;

/** A line of equal scarcity, from its upper left end, and the area at or above it. */
export interface Contour {
  readonly level: number;
  readonly line: readonly Point[];
  readonly area: readonly Point[];
}

/** The map's lines and areas in px, by d3-contour over the logarithm of the uncovered doublings. */
export function contoursIn(plot: Box): Contour[] {
  const cell = { x: plot.width / CELLS, y: plot.height / CELLS };
  // One cell more on each side: d3-contour rounds off the outermost half of a cell.
  const size = CELLS + 2;
  const spot = (x: number, y: number): Point => ({
    x: plot.x + (x - 1) * cell.x,
    y: plot.y + (y - 1) * cell.y,
  });
  const start = fromPx(plot, spot(1, 1));
  const end = fromPx(plot, spot(size - 1, size - 1));
  const slope = {
    x: Math.log(start.doubling / end.doubling) / CELLS,
    y: Math.log(start.uncovered / end.uncovered) / CELLS,
  };
  const origin = Math.log(start.uncovered / start.doubling);
  // Cell centres; beyond the frame the plane simply goes on.
  const values = range(size * size).map((index) => {
    const [column, row] = [(index % size) - 0.5, Math.floor(index / size) - 0.5];
    return origin + column * slope.x - row * slope.y;
  });
  const thresholds = LEVELS.map((level) => Math.log(doublingsAt(level)));
  const found = contours().size([size, size]).thresholds(thresholds)(values);
  return found.map(({ coordinates }, index) => {
    const ring = (coordinates[0]?.[0] ?? []).map(([x = 0, y = 0]) => spot(x, y));
    return { level: LEVELS[index] ?? 1, area: simplify(ring), line: lineOf(ring, plot) };
  });
}

/** The part of a ring that is no frame: what lies inside the plot, cut where it leaves. */
function lineOf(ring: readonly Point[], plot: Box): Point[] {
  const inside = ring.flatMap((from, index) => {
    const to = ring[index + 1];
    const part = to === undefined ? null : clip(from, to, plot);
    return part === null ? [] : part;
  });
  return simplify(inside.toSorted((a, b) => a.x - b.x));
}

/** From where to where along a segment, 0–1, it is inside a box; null where it never is (Liang and Barsky). */
export function spanInside(from: Point, to: Point, box: Box): readonly [number, number] | null {
  let [enter, leave] = [0, 1];
  const sides = [
    [from.x - to.x, from.x - box.x],
    [to.x - from.x, box.x + box.width - from.x],
    [from.y - to.y, from.y - box.y],
    [to.y - from.y, box.y + box.height - from.y],
  ] as const;
  for (const [run, room] of sides) {
    if (run === 0 && room < 0) return null;
    if (run < 0) enter = Math.max(enter, room / run);
    if (run > 0) leave = Math.min(leave, room / run);
  }
  return enter < leave ? [enter, leave] : null;
}

export const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

function clip(from: Point, to: Point, box: Box): [Point, Point] | null {
  const span = spanInside(from, to, box);
  return span === null ? null : [between(from, to, span[0]), between(from, to, span[1])];
}

/** What is left between two labels, if shorter, is a speck and no line. */
const LEAST_PIECE_PX = 5;

/** What is left of a straight line once the boxes that stand on it are cut out. */
export function cutOut(from: Point, to: Point, boxes: readonly Box[]): (readonly [Point, Point])[] {
  const holes = boxes
    .map(({ x, y, width, height }) =>
      spanInside(from, to, { x: x - 1, y: y - 1, width: width + 2, height: height + 2 }),
    )
    .filter((span) => span !== null)
    .toSorted(([a], [b]) => a - b);
  const left: (readonly [Point, Point])[] = [];
  let at = 0;
  for (const [enter, leave] of holes) {
    if (enter > at) left.push([between(from, to, at), between(from, to, enter)]);
    at = Math.max(at, leave);
  }
  if (at < 1) left.push([between(from, to, at), to]);
  return left.filter(([start, stop]) => Math.hypot(stop.x - start.x, stop.y - start.y) >= LEAST_PIECE_PX);
}
