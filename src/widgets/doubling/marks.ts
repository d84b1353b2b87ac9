import { articlesPair } from '#evidence/readings.ts';
import { areaOf, type Box, type Point } from '#chart/geometry.ts';
import { type Obstacles, type Placed, placeLabel, spread } from '#chart/place.ts';
import { type DoublingPicture, fit, type Line } from './compute.ts';
import { curveOf, type Frame, type Projection } from './frame.ts';
import type { Drawn } from './guess.ts';
import { every } from './words.ts';

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

/** The article's two readings and the line through them, as long as nobody has chosen others. */
export interface Pair {
  readonly line: Line;
  readonly ringed: readonly Point[];
  readonly path: readonly Point[];
}

export function pairOf({ series, isAll }: DoublingPicture, projection: Projection): Pair | null {
  const two = series.readings.filter(({ id }) => articlesPair.includes(id));
  if (two.length < 2 || !isAll) return null;
  const line = fit(two);
  const { from, to } = projection.axes;
  return { line, ringed: two.map((each) => projection.at(each)), path: curveOf(projection, line.at, from, to) };
}

export interface Label extends Point {
  readonly text: string;
  readonly as: 'fit' | 'pair' | 'yours' | 'last' | 'times';
  readonly anchor: 'start' | 'end';
}

const DOT_PX = 8;
const ALONG = [0.5, 0.42, 0.34, 0.58, 0.26, 0.66, 0.18, 0.74, 0.1, 0.82, 0.9];

/** Centres beside a line: left of it and above first, then right of it and below. */
function beside(line: readonly Point[], px: number) {
  return ({ width, height }: { width: number; height: number }): Point[] =>
    ALONG.flatMap((share) => {
      const at = line[Math.round(share * (line.length - 1))];
      if (at === undefined) return [];
      return [-1, 1].map((side) => ({
        x: at.x + side * (width / 2 + px),
        y: at.y + side * (height / 2 + px / 2),
      }));
    });
}

const boxAround = ({ x, y }: Point): Box => ({ x: x - DOT_PX, y: y - DOT_PX, width: 2 * DOT_PX, height: 2 * DOT_PX });

/** What is written in the picture, where it touches nothing. */
export function labelsOf(
  picture: DoublingPicture,
  projection: Projection,
  { plot, compact, width }: Frame,
  drawn: { curve: readonly Point[]; guess: Drawn } | null,
  others: readonly (readonly Point[])[],
): Label[] {
  const { series, line, used } = picture;
  const own = curve(picture, projection);
  const pair = pairOf(picture, projection);
  const dots = series.readings.map((each) => projection.at(each));
  const last = series.readings.at(-1);
  const end = dots.at(-1);
  const labels: Label[] = [];
  const boxes = dots.map(boxAround);
  const lines = [own.whole, ...others, ...(pair ? [pair.path] : []), ...(drawn ? [drawn.curve] : [])];
  const within = { x: plot.x, y: plot.y - 14, width: width - plot.x, height: plot.height + 14 };
  const room = (): Obstacles => ({ within, boxes, lines });
  const add = (as: Label['as'], placed: Placed | null) => {
    if (placed === null) return;
    boxes.push(placed.box);
    labels.push({ text: placed.text, as, anchor: 'start', x: placed.x, y: placed.y });
  };

  const px = compact ? 12.5 : 14;
  const right = plot.x + plot.width + 10;
  const said = last === undefined ? '' : `${series.format(last.value)}, ${last.when}`;
  const yours = drawn === null ? '' : `your guess: ${series.format(drawn.guess.ends)}`;
  const guessEnd = drawn?.curve.at(-1);
  if (!compact && end !== undefined) {
    const wanted = [end.y, ...(guessEnd ? [guessEnd.y] : [])];
    const order = wanted.toSorted((a, b) => a - b);
    const placed = spread(order, 22, plot.y, plot.y + plot.height);
    const at = (y: number) => (placed[order.indexOf(y)] ?? y) + 5;
    labels.push({ text: said, as: 'last', anchor: 'start', x: right, y: at(end.y) });
    if (guessEnd) labels.push({ text: yours, as: 'yours', anchor: 'start', x: right, y: at(guessEnd.y) });
  } else if (end !== undefined) {
    add('last', placeLabel([said, series.format(last?.value ?? 0)], px, around(end), room()));
    if (guessEnd) add('yours', placeLabel([yours, `you: ${series.format(drawn?.guess.ends ?? 0)}`], px, around(guessEnd), room()));
  }
  if (drawn && guessEnd && last && end) {
    const times = last.value / drawn.guess.ends;
    if (times > 1.15 && !compact)
      add('times', placeLabel([`${times >= 10 ? Math.round(times) : Math.round(times * 10) / 10}× your guess`], px, around({ x: end.x, y: (end.y + guessEnd.y) / 2 }), room()));
  }
  add('fit', placeLabel([every(line.doublingYears), every(line.doublingYears, true)], compact ? 13 : 15, beside(used.length > 1 || series.estimate ? own.fitted : own.whole, 8), room()));
  if (pair) add('pair', placeLabel([`the ringed two: ${every(pair.line.doublingYears, true)}`, every(pair.line.doublingYears, true)], 12.5, beside(pair.path, 8), room()));
  return labels;
}

/** Centres around a spot: left of it first. */
function around({ x, y }: Point) {
  return ({ width, height }: { width: number; height: number }): Point[] => [
    { x: x - width / 2 - 12, y },
    { x: x - width / 2 - 12, y: y - height / 2 - 6 },
    { x: x - width / 2 + 8, y: y - height / 2 - 10 },
    { x: x - width / 2 + 8, y: y + height / 2 + 10 },
    { x: x - width / 2 - 12, y: y + height },
    { x: x - width / 2 - 30, y: y - height },
  ];
}
