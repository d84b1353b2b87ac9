import { areaOf, type Point } from '#chart/geometry.ts';
import { articlesPair } from '#evidence/readings.ts';
import { articlesLine, type DoublingPicture } from './compute.ts';
import { curveOf, type Projection } from './frame.ts';

/** A line of growth as it is drawn: over what it was fitted to, and beyond. */
export interface Curve {
  readonly fitted: readonly Point[];
  readonly whole: readonly Point[];
  /** The area of its interval over what it was fitted to. */
  readonly band: string;
}

export function curve({ line, used, series }: DoublingPicture, projection: Projection): Curve {
  const { from, to } = projection.axes;
  const first = series.estimate?.since ?? used[0]?.year ?? from;
  const last = used.at(-1)?.year ?? to;
  const edge = (index: 0 | 1) =>
    line.between === null ? [] : curveOf(projection, (year) => line.between?.(year)[index] ?? 0, first, last);
  return {
    fitted: curveOf(projection, line.at, first, last),
    whole: curveOf(projection, line.at, from, to),
    band: areaOf(edge(1), edge(0)),
  };
}

/** Where along the fitted line the step stands; shorter than this it says nothing. */
const STEP_AT = 0.52;
const STEP_PX = 36;

/** The article's two readings and the line through them, as long as nobody has chosen others. */
export interface Pair {
  readonly ringed: readonly Point[];
  readonly path: readonly Point[];
}

export function pairOf({ series, isAll }: DoublingPicture, projection: Projection): Pair | null {
  const two = series.readings.filter(({ id }) => articlesPair.includes(id));
  if (two.length < 2 || !isAll) return null;
  const { from, to } = projection.axes;
  return {
    ringed: two.map((each) => projection.at(each)),
    path: curveOf(projection, articlesLine.at, from, to),
  };
}

/** Twice as much, a doubling time later: what the slope of a logarithmic axis means. */
export function stepOf(
  { line, used }: DoublingPicture,
  projection: Projection,
  compact: boolean,
): readonly Point[] | null {
  const [first, last] = [used[0]?.year ?? 0, used.at(-1)?.year ?? 0];
  const from = first + STEP_AT * (last - first);
  const to = from + line.doublingYears;
  if (compact || !projection.isLog || line.doublingYears < 0 || to > last) return null;
  const [start, end] = [from, to].map((year) => projection.at({ year, value: line.at(year) }));
  if (start === undefined || end === undefined || end.x - start.x < STEP_PX) return null;
  return [start, { x: start.x, y: end.y }, end];
}
