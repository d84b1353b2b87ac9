import { type Box, type Point, type Segment, spanInside } from '#chart/geometry.ts';
import { doublingsAt, LEVELS, RANGES } from './compute.ts';
import { toPx } from './frame.ts';

/** A line of equal scarcity, from its upper left end, and the area of the plot at or above it. */
export interface Contour {
  readonly level: number;
  readonly line: Segment;
  readonly area: readonly Point[];
}

export const between = ([from, to]: Segment, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** The map's lines in px. On two log axes the law is a plane: they run straight, and two points say all of them. */
export function contoursIn(plot: Box): Contour[] {
  const { min, max } = RANGES.doubling;
  return LEVELS.flatMap((level) => {
    const on = (doubling: number) => toPx(plot, doubling, doubling * doublingsAt(level));
    const whole = [on(max), on(min)] as const;
    const span = spanInside(plot, ...whole);
    if (span === null) return [];
    const line = [between(whole, span[0]), between(whole, span[1])] as const;
    const [start, end] = line;
    const right = plot.x + plot.width;
    const area = [...line, { x: right, y: end.y }, { x: right, y: plot.y }, { x: start.x, y: plot.y }];
    return { level, line, area };
  });
}

/** What is left between two labels, if shorter, is a speck and no line. */
const LEAST_PIECE_PX = 5;

/** What is left of a straight line once the boxes that stand on it are cut out. */
export function cutOut(line: Segment, boxes: readonly Box[]): Segment[] {
  const holes = boxes
    .map(({ x, y, width, height }) =>
      spanInside({ x: x - 1, y: y - 1, width: width + 2, height: height + 2 }, ...line),
    )
    .filter((span) => span !== null)
    .toSorted(([a], [b]) => a - b);
  let at = 0;
  return [...holes, [1, 1] as const]
    .map(([enter, leave]) => {
      const piece = [between(line, at), between(line, Math.max(at, enter))] as const;
      at = Math.max(at, leave);
      return piece;
    })
    .filter(([start, stop]) => Math.hypot(stop.x - start.x, stop.y - start.y) >= LEAST_PIECE_PX);
}
